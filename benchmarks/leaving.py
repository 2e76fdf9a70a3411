"""The proof that a newsroom can leave: out, into an empty one, and every public page compared byte for byte."""

import filecmp
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from os import walk
from pathlib import Path

from .newsroom import ROOT, Newsroom

MEGABYTE = 1024 * 1024


def measure(folder, many):
    """Yield rows of (what, figure) for a newsroom of `many` stories that is made below `folder`, step by step."""
    newsroom, out, back = _filled(folder / "newsroom", many), folder / "out", _empty(folder / "back")
    size = (newsroom.folder / "newsroom.sqlite3").stat().st_size / MEGABYTE
    yield "MB of its database", f"{size:.0f}"
    yield from _told("out, everything as ninjs with its tables", newsroom.measured("export_articles", out), many)
    files, size = _size(out)
    yield "files in the export", str(files)
    yield "MB in the export", f"{size / MEGABYTE:.0f}"
    yield from _told("back", back.measured("import_articles", out), many)
    at = f"{datetime.now(UTC):%Y-%m-%dT%H:%M}+00:00"
    copies = {"before": newsroom, "after": back}
    with ThreadPoolExecutor(len(copies)) as both:
        running = {name: both.submit(_copied, copy, folder / name, at) for name, copy in copies.items()}
    for name, used in running.items():
        yield from _told(f"into a copy of the site, {name}", used.result(), many)
    same, other = compare(folder / "before", folder / "after")
    yield "public addresses that are the same to the last byte", str(same)
    yield "public addresses that differ", str(len(other))
    yield from ((name, "differs") for name in other[:10])


def _filled(folder, many):
    newsroom = _empty(folder)
    command = [sys.executable, "-m", "benchmarks.paper", str(many)]
    subprocess.run(command, cwd=ROOT, env=newsroom.environment, check=True)
    return newsroom


def _empty(folder):
    folder.mkdir()
    newsroom = Newsroom(folder)
    newsroom.manage("migrate", "-v0")
    newsroom.manage("collectstatic", "--noinput", "-v0")
    return newsroom


def _copied(newsroom, folder, at):
    return newsroom.measured("export_articles", folder, "--format", "site", "--at", at)


def _told(step, used, many):
    yield f"stories a second of work, {step}", f"{many / used.worked:.0f}"
    yield "  seconds of work; by the clock", f"{used.worked:.0f}; {used.seconds:.0f}"
    yield "  peak memory, MB", f"{used.memory:.0f}"


def _size(folder):
    sizes = [(Path(place) / name).stat().st_size for place, _, names in walk(folder) for name in names]
    return len(sizes), sum(sizes)


def compare(first, second):
    """(how many files are the same, the names of those that differ or are in one copy only)."""
    names = {_name(root, path) for root in (first, second) for path in root.rglob("*") if path.is_file()}
    names -= {"manifest.json", "files.jsonl"}  # they say when the copy was made
    other = [name for name in sorted(names) if not _same(first / name, second / name)]
    return len(names) - len(other), other


def _same(one, other):
    return one.is_file() and other.is_file() and filecmp.cmp(one, other, shallow=False)


def _name(root: Path, path):
    return path.relative_to(root).as_posix()
