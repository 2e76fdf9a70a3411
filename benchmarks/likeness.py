"""What stands beside a story: how many of twenty pairs chosen by hand are found, before and now, and what it costs."""


def show(database, told):
    lines = [f"{database}: {told['real']} real stories"]
    for what, scores in told["scores"].items():
        for way, (right, wrong) in scores.items():
            lines.append(f"  {what}, {way:<18} {right} of {right + len(wrong)} pairs among the first three")
            lines += [f"    not {wanted} beside {name}" for name, wanted in wrong] if way == "by likeness" else []
    for size, costs in told["costs"].items():
        for act, (half, most) in costs.items():
            lines.append(f"  at {size:>7} stories, {act:<26} p50 {half:>6} ms  p95 {most:>6} ms of work")
    lines.append(f"  named by others: at most {told['named']} times")
    for headline, before, after in told["shown"]:
        lines.append(f"  {headline[:100]}")
        for way, beside in (("before", before), ("now", after)):
            lines += [f"    {way:<6} {other[:100]}" for other in beside] or [f"    {way:<6} nothing"]
    return "\n".join(lines)
