"""Plain text, the form in which most stories reach a desk: bytes in, one record out."""

from articles.importers.formats import Format, Sure

from .parsing import parse


def recognises(head, name):
    return Sure.READS_ANYTHING


def read(file, asked):
    yield parse(file.read(), encoding=asked.encoding, language=asked.language, timezone=asked.timezone)


FORMAT = Format("text", "Plain text", recognises, read)

__all__ = ["FORMAT", "parse"]
