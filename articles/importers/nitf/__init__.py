"""IPTC NITF, XML for a story since 1998 (http://iptc.org/std/NITF/), alone or in several `nitf` under one root."""

from articles.importers.formats import MEGABYTE, Format, Sure
from articles.importers.record import Placed, Unreadable
from articles.importers.wire import trees
from articles.text import prologs

from .reading import read_story


def recognises(head, name):
    return Sure.CERTAIN if trees.root_name(head).lower() == "nitf" else Sure.NO


def read(file, asked):
    """Raises Unreadable where the file is no XML."""
    data = file.read()
    root = trees.parse(data)
    try:
        record = read_story(root, asked, Placed(1, root.sourceline))
        record.encoding = prologs.encoding_of(data)
        yield record
    except Unreadable as problem:
        problem.item, problem.line = 1, problem.line or root.sourceline
        yield problem


FORMAT = Format("nitf", "IPTC NITF (XML)", recognises, read, largest=20 * MEGABYTE)
