"""Refuses a feed that nests deeper than anybody writes, before a reader in Python spends seconds on each level."""

from io import BytesIO
from xml.parsers import expat

from articles.importers.record import Unreadable

_DEEPEST = 300


def refuse_deep(data):
    """Raises Unreadable (xml-deep) with the line. What is no XML is left to the forgiving reader."""
    parser, depth = expat.ParserCreate(), 0

    def begin(name, attributes):
        nonlocal depth
        depth += 1
        if depth > _DEEPEST:
            message = f"its elements nest more than {_DEEPEST} deep, as no feed's do; it was left alone"
            raise Unreadable(message, code="xml-deep", line=parser.CurrentLineNumber)

    def end(name):
        nonlocal depth
        depth -= 1

    parser.StartElementHandler, parser.EndElementHandler = begin, end
    try:
        parser.ParseFile(BytesIO(data))
    except (expat.ExpatError, LookupError, ValueError):
        return
