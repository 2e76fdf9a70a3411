"""A delivery of many kinds at once: files of one story and of many, archives, and stories with pictures."""

import random

from PIL import Image

from . import dressing

# Of a hundred stories.
SHARES = {
    "text": 25,
    "markdown": 10,
    "html": 10,
    "docx": 10,
    "nitf": 5,
    "wxr": 10,
    "ghost": 5,
    "ninjs": 10,
    "text in .zip": 5,
    "pictured": 10,
}
PICTURES = 12


def write(folder, many):
    """Write about `many` stories below `folder`, each format in a folder of its own; returns how many they are."""
    start = 0
    for name, share in SHARES.items():
        below = folder / name.replace(" ", "-")
        below.mkdir(parents=True)
        count = max(1, many * share // 100)
        WRITERS[name](below, count, start=start)
        start += count
    return start


def _pictured(folder, many, start=0):
    """Markdown whose stories share a dozen pictures that lie beside them."""
    for number in range(PICTURES):
        pick = random.Random(number)
        pixels = bytes(pick.randrange(256) for _ in range(16 * 12 * 3))
        Image.frombytes("RGB", (16, 12), pixels).resize((480, 360)).save(folder / f"quay-{number}.jpg")
    for number in range(start, start + many):
        shown = f"![The quay, picture {number % PICTURES}](quay-{number % PICTURES}.jpg)"
        text = dressing.markdown(dressing.story(number))
        (folder / f"{number:07}.md").write_text(f"{text}\n{shown}\n", encoding="utf-8")


WRITERS = {**dressing.WRITERS, "pictured": _pictured}
