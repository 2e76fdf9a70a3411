"""What a picture or a card looks like is worked out once in each process of the tests, however many tests show it.

It is real: what is kept is what the newsroom drew for the first of them. Cutting and encoding a picture takes ten times
as long as all else that a test does with it.
"""

from contextlib import contextmanager
from functools import lru_cache
from unittest import mock

from articles import cards, images, pictures

_kept = {}


@contextmanager
def once():
    draw = lru_cache(maxsize=500)(cards.draw)
    with mock.patch.object(pictures, "_rendered", _rendered_once), mock.patch.object(cards, "draw", draw):
        yield


def _rendered_once(image, sizes, rendered=pictures._rendered):
    """A name is a digest of all that decides its bytes, but for a test that renders in a way of its own."""
    way = images.render
    if missing := {name: size for name, size in sizes.items() if (name, way) not in _kept}:
        _kept.update(((name, way), data) for name, data in rendered(image, missing))
    return [(name, _kept[name, way]) for name in sizes]
