"""Writes down what a screen reader says, a line each, as far in as it stands in the page."""

from itertools import groupby

STATES = ("level", "expanded", "hasPopup", "invalid", "required", "live", "value", "description")


def aloud(said):
    lines = []
    for (role, *_), group in groupby(said, key=_run):
        run = list(group)
        words = " ".join(one.name for one in run)
        lines.append(f"{'  ' * run[0].depth}{words if role == 'StaticText' else _line(run[0])}")
    return "\n".join(lines) + "\n"


def _run(one):
    """Words of one paragraph are one run; anything else stands alone."""
    return (one.role, one.block, None) if one.is_words else (one.role, one.block, id(one))


def _line(one):
    told = " ".join(f"{name}={one.told[name]}" for name in STATES if one.told.get(name))
    tongue = f" <{one.tongue}>" if one.role == "heading" else ""
    return f"[{one.role}{tongue}] {one.name}{f' ({told})' if told else ''}".rstrip()
