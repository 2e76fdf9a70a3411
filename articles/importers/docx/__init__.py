"""Word documents (.docx): text, lists, tables, notes and pictures, with what Word keeps beside them."""

import struct

from articles.importers.formats import MEGABYTE, Format, Sure

from .parsing import parse

_PARTS = (b"[Content_Types].xml", b"_rels/", b"docProps/", b"word/", b"customXml/")


def recognises(head, name):
    """A zip whose first entry is a part of an Office package."""
    if not head.startswith(b"PK\x03\x04") or len(head) < 30:
        return Sure.NO
    (length,) = struct.unpack_from("<H", head, 26)
    return Sure.CERTAIN if head[30 : 30 + length].startswith(_PARTS) or name.lower().endswith(".docx") else Sure.NO


def read(file, asked):
    yield parse(file, asked)


FORMAT = Format("docx", "Word document", recognises, read, largest=64 * MEGABYTE)
