"""Plain text, the form in which most stories reach a desk: bytes in, one record out."""

import re

from articles.importers.formats import Format, Sure

from .parsing import parse

# A declaration, or an element that begins with another; an object of JSON, or a list of them.
_XML = rb"<\?xml\s|<[A-Za-z][\w.:-]{0,60}(?:\s[^<>]{0,2000})?>\s*<[A-Za-z][^<>]{0,2000}>"
_JSON = rb"(?:\[\s*)?\{\s*\"[^\"\n]{0,200}\"\s*:"
_FOR_MACHINES = re.compile(rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*(?:" + _XML + rb"|" + _JSON + rb")")


def recognises(head, name):
    """Anything but XML and JSON of a kind that no other format knows: their markup would stand in the story as text."""
    return Sure.NO if _FOR_MACHINES.match(head.replace(b"\0", b"")) else Sure.READS_ANYTHING


def read(file, asked):
    yield parse(file.read(), encoding=asked.encoding, language=asked.language, timezone=asked.timezone)


FORMAT = Format("text", "Plain text", recognises, read)

__all__ = ["FORMAT", "parse"]
