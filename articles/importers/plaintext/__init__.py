"""Plain text, the form in which most stories reach a desk: bytes in, one record out."""

import re

from articles.importers.formats import Format, Sure

from .parsing import parse

_XML = re.compile(rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*<\?xml\s")


def recognises(head, name):
    """Anything but XML of a kind that no other format knows: its markup would stand in the story as text."""
    return Sure.NO if _XML.match(head.replace(b"\0", b"")) else Sure.READS_ANYTHING


def read(file, asked):
    yield parse(file.read(), encoding=asked.encoding, language=asked.language, timezone=asked.timezone)


FORMAT = Format("text", "Plain text", recognises, read)

__all__ = ["FORMAT", "parse"]
