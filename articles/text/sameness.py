"""Tells whether two lines say the same to a reader, whatever their case, quotes, spaces and dashes."""

import re
import unicodedata

_NOT_SAID = re.compile(r"[\W_]+")


def skeleton(text):
    """Return what is left of `text` when case, width, punctuation and spaces are taken away."""
    return _NOT_SAID.sub("", unicodedata.normalize("NFKC", text).casefold())
