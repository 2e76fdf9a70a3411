"""How fast each format comes in, and in how much memory: `python -m benchmarks --only formats [--stories N]`."""

from . import dressing, stories

MEGABYTE = 1024 * 1024


def measure(newsroom, many):
    """(name, stories and MB a second of work, peak MB) for each format. What an import of one story takes, the start
    of Python and Django, is taken off. It is work that is measured, not the clock: a busy machine changes it less.
    """
    alone = newsroom.folder / "alone"
    stories.write(alone, 1)
    start = newsroom.fresh("alone").measured("import_articles", alone).worked
    for name, write in dressing.WRITERS.items():
        folder = newsroom.folder / f"dressed-{name.replace(' ', '-')}"
        folder.mkdir()
        write(folder, many)
        used = newsroom.fresh(folder.name).measured("import_articles", folder, "--section", "news")
        working = max(used.worked - start, 0.001)
        yield name, many / working, _size(folder) / MEGABYTE / working, used.memory


def _size(folder):
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def show(rows):
    print(f"  {'format':<14}{'stories/s':>10}{'MB/s':>8}{'peak MB':>9}")
    for name, rate, megabytes, memory in rows:
        print(f"  {name:<14}{rate:>10.0f}{megabytes:>8.2f}{memory:>9.0f}", flush=True)
