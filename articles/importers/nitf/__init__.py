"""IPTC NITF, XML for a story since 1998 (http://iptc.org/std/NITF/), alone or in several `nitf` under one root."""

from articles.importers.formats import MEGABYTE, Format, Sure
from articles.importers.record import Placed, Unreadable
from articles.importers.wire import trees

from .reading import read_story


def recognises(head, name):
    return Sure.CERTAIN if trees.root_name(head).lower() == "nitf" else Sure.NO


def read(file, asked):
    """Raises Unreadable where the file is no XML."""
    root = trees.parse(file.read())
    try:
        yield read_story(root, asked, Placed(1, root.sourceline))
    except Unreadable as problem:
        problem.item, problem.line = 1, problem.line or root.sourceline
        yield problem


FORMAT = Format("nitf", "IPTC NITF (XML)", recognises, read, largest=20 * MEGABYTE)
