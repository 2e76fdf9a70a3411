"""The reading order of every kind of page as a screen reader gives it, from Chromium's accessibility tree.

`said` reads the tree, `aloud` writes it down, `rules` says what must hold of it, `live` watches what changes.
"""

from pathlib import Path

from benchmarks.readers.browser import reading

from . import live
from .aloud import aloud
from .rules import RULES
from .said import said

WIDTHS = (375, 1440)


def run(paper, kit, options):
    """Whether every rule holds on every page. With --told, the order of each page is kept in that folder."""
    print(f"\nAccessibility tree: {len(paper.pages)} kinds of page at {WIDTHS} pixels")
    folder = Path(options.told) if options.told else None
    if folder:
        folder.mkdir(parents=True, exist_ok=True)
    with reading(paper, kit) as reader:
        wrong = [line for found in _looked_at(reader, folder) for line in found]
        wrong += live.changes(reader)
    for line in wrong:
        print(f"  {line}")
    return not wrong


def _looked_at(reader, folder):
    for name, width, page in reader.each(WIDTHS):
        everything = said(page)
        if folder:
            (folder / f"{name}-{width}.txt").write_text(aloud(everything), encoding="utf-8")
        yield [f"{name} at {width}, {rule.__name__}: {line}" for rule in RULES for line in list(rule(everything))[:5]]
        yield [f"{name} at {width}, {line}" for line in live.strays(page)]
