"""How fast each format comes in, and in how much memory: `python -m benchmarks --only formats [--stories N]`."""

from . import dressing

MEGABYTE = 1024 * 1024


def measure(newsroom, many):
    """(name, stories and MB a second of work, peak MB) for each format. What an import of one story takes, the start
    of Python and Django and what its format loads, is taken off. It is work that is measured, not the clock: a busy
    machine changes it less.
    """
    for name, write in dressing.WRITERS.items():
        _, alone = _imported(newsroom, f"one-{name.replace(' ', '-')}", write, 1)
        folder, used = _imported(newsroom, f"dressed-{name.replace(' ', '-')}", write, many)
        working = max(used.worked - alone.worked, 0.001)
        yield name, many / working, _size(folder) / MEGABYTE / working, used.memory


def _imported(newsroom, called, write, many):
    folder = newsroom.folder / called
    folder.mkdir()
    write(folder, many)
    return folder, newsroom.fresh(called).measured("import_articles", folder, "--section", "news")


def _size(folder):
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def show(rows):
    print(f"  {'format':<14}{'stories/s':>10}{'MB/s':>8}{'peak MB':>9}")
    for name, rate, megabytes, memory in rows:
        print(f"  {name:<14}{rate:>10.0f}{megabytes:>8.2f}{memory:>9.0f}", flush=True)
