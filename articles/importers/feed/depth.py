"""Refuses a feed that is deeper, wider or fuller than anybody writes one, before a reader in Python spends seconds on
it: its time grows with the square of the nesting, of the attributes of an element and of the categories of an item.
"""

import re
from io import BytesIO
from xml.parsers import expat

from articles.importers.record import Unreadable

_DEEPEST, _WIDEST, _FULLEST = 300, 200, 2000
_LONGEST = 100_000  # bytes of a tag: the parser compares each of its attributes with all others
_LONG_TAG = re.compile(rb"<[A-Za-z_:][^<>]{%d}" % _LONGEST)
_ITEMS, _CATEGORIES = {"item", "entry"}, {"category", "subject", "keywords"}


def refuse_deep(data):
    """Raises Unreadable (xml-deep, xml-wide) with the line. What is no XML is left to the forgiving reader."""
    if found := _LONG_TAG.search(data):
        line = data.count(b"\n", 0, found.start()) + 1
        raise Unreadable("an element is longer than any feed's; it was left alone", code="xml-wide", line=line)
    parser = expat.ParserCreate()
    shape = _Shape(parser)
    parser.StartElementHandler, parser.EndElementHandler = shape.begin, shape.end
    try:
        parser.ParseFile(BytesIO(data))
    except (expat.ExpatError, LookupError, ValueError):
        return


class _Shape:
    def __init__(self, parser):
        self._parser, self._depth, self._categories = parser, 0, 0

    def begin(self, name, attributes):
        name = name.rpartition(":")[2]
        self._depth += 1
        self._categories = 0 if name in _ITEMS else self._categories + (name in _CATEGORIES)
        if self._depth > _DEEPEST:
            self._refuse(f"its elements nest more than {_DEEPEST} deep", "xml-deep")
        if len(attributes) > _WIDEST:
            self._refuse(f"an element has more than {_WIDEST} attributes", "xml-wide")
        if self._categories > _FULLEST:
            self._refuse(f"an item has more than {_FULLEST} categories", "xml-wide")

    def end(self, name):
        self._depth -= 1

    def _refuse(self, what, code):
        message = f"{what}, as no feed's do; it was left alone"
        raise Unreadable(message, code=code, line=self._parser.CurrentLineNumber)
