"""Draws the pictures named, or all of them, into articles/demo/pictures/."""

import sys
from pathlib import Path
from zlib import crc32

from .paper import Sheet
from .scenes import SCENES

PICTURES = Path(__file__).parent.parent / "pictures"


def draw(name):
    """The same name gives the same picture: the seed is taken from it."""
    scene, paper = SCENES[name]
    sheet = Sheet(paper, seed=crc32(name.encode()))
    scene(sheet)
    return sheet.image()


def main(names):
    unknown = sorted(set(names) - set(SCENES))
    if unknown:
        sys.exit(f"No such picture: {', '.join(unknown)}. There are: {', '.join(SCENES)}")
    PICTURES.mkdir(exist_ok=True)
    for name in names or SCENES:
        draw(name).save(PICTURES / f"{name}.webp", quality=86, method=6)


if __name__ == "__main__":
    main(sys.argv[1:])
