"""The proof that a newsroom can leave: out, into an empty one, and every public page compared byte for byte."""

import filecmp
from datetime import UTC, datetime
from pathlib import Path

from .newsroom import Newsroom


def measure(newsroom, many):
    """Rows of (what, figure), for a newsroom that has `many` published stories."""
    folder = newsroom.folder
    out, back = folder / "out", Newsroom(folder / "back")
    back.folder.mkdir()
    seconds, memory = newsroom.manage("export_articles", out)
    size = sum(path.stat().st_size for path in out.rglob("*") if path.is_file()) / 1024 / 1024
    back.manage("migrate", "-v0")
    back.manage("collectstatic", "--noinput", "-v0")
    returning, memory_back = back.manage("import_articles", out)
    at = f"{datetime.now(UTC):%Y-%m-%dT%H:%M}+00:00"
    copying, _ = newsroom.manage("export_articles", folder / "before", "--format", "site", "--at", at)
    back.manage("export_articles", folder / "after", "--format", "site", "--at", at)
    same, other = compare(folder / "before", folder / "after")
    return [
        ("stories a second out, everything as ninjs with its tables", f"{many / seconds:.0f}"),
        ("MB a second out", f"{size / seconds:.1f}"),
        ("peak memory out, MB", f"{memory:.0f}"),
        ("stories a second back", f"{many / returning:.0f}"),
        ("peak memory back, MB", f"{memory_back:.0f}"),
        ("stories a second into a copy of the site", f"{many / copying:.0f}"),
        ("public addresses that are the same to the last byte", str(same)),
        ("public addresses that differ", str(len(other))),
        *((name, "differs") for name in other[:10]),
    ]


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
