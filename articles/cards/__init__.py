"""The only writer of share pictures: what a link preview shows of a story that has no picture of its own.

Drawn once, when an edition is frozen, and named by what decides its bytes; the file is there before the row that names
it. A headline in a script that we have no type for, or cannot set right, is left off: the paper's name stands alone.
"""

import hashlib

from django.conf import settings
from django.core.files.storage import default_storage

from articles import files

from .drawing import ACROSS, DOWN, EDITION, Card, draw

__all__ = ["ACROSS", "DOWN", "Card", "keep"]
_END_OF_JPEG = b"\xff\xd9"


def keep(card):
    """Draw it unless it is there, and return where it lies in the storage, "" where SHARE_PICTURES is off.

    Whoever names it in a row settles it (`files`).
    """
    if not settings.SHARE_PICTURES:
        return ""
    digest = hashlib.sha256(repr((EDITION, card)).encode()).hexdigest()[:16]
    name = f"cards/{digest[:2]}/{digest}.jpg"
    files.announce([name])  # one that is there, too: nobody clears it up before a row names it
    if not _is_whole(name):
        files.store(name, draw(card))
    return name


def _is_whole(name):
    """A crash may have cut the file short: a whole JPEG ends with its end mark."""
    if not default_storage.exists(name):
        return False
    with default_storage.open(name) as file:
        return file.read().endswith(_END_OF_JPEG)
