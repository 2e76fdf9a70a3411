"""Plain text, the form in which most stories reach a desk: bytes in, one record out."""

from articles.importers.formats import Format, Sure
from articles.text import signatures

from .parsing import parse


def recognises(head, name):
    """Anything but XML and JSON of a kind that no other format knows: their markup would stand in the story as text."""
    return Sure.NO if signatures.markup_of(head) else Sure.READS_ANYTHING


def read(file, asked):
    yield parse(file.read(), encoding=asked.encoding, language=asked.language, timezone=asked.timezone)


FORMAT = Format("text", "Plain text", recognises, read)

__all__ = ["FORMAT", "parse"]
