"""Plain text, the form in which most stories reach a desk: bytes in, one record out."""

import re

from articles.importers.formats import Format, Sure
from articles.text import prologs

from .parsing import parse

# An element that begins with another; an object of JSON, or a list of them.
_ELEMENTS = re.compile(r"<[A-Za-z][\w.:-]{0,60}(?:\s[^<>]{0,2000})?>\s*<[A-Za-z][^<>]{0,2000}>")
_JSON = re.compile(r"(?:\[\s*)?\{\s*\"[^\"\n]{0,200}\"\s*:")


def recognises(head, name):
    """Anything but XML and JSON of a kind that no other format knows: their markup would stand in the story as text."""
    before, rest = prologs.opened(prologs.readable(head))
    is_markup = _is_xml(before, rest) or _JSON.match(rest)
    return Sure.NO if is_markup else Sure.READS_ANYTHING


def _is_xml(before, rest):
    """Whether a file opens as XML does. A comment by itself makes none of the words behind it."""
    if any(part.startswith("<?") for part in before) or rest.startswith(("<!", "<?")):
        return True
    return bool((before and (not rest or rest.startswith("<"))) or _ELEMENTS.match(rest))


def read(file, asked):
    yield parse(file.read(), encoding=asked.encoding, language=asked.language, timezone=asked.timezone)


FORMAT = Format("text", "Plain text", recognises, read)

__all__ = ["FORMAT", "parse"]
