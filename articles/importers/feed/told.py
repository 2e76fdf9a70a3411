"""The texts of a feed as its XML has them: the forgiving reader passes over what it does not know."""

import re

from lxml import etree

from articles.importers import leftovers
from articles.importers.wire import trees

_ITEMS = ("item", "entry")
_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")  # it speaks of bytes, and this is text already
_PARSER = {"resolve_entities": False, "no_network": True, "load_dtd": False, "huge_tree": False, "recover": True}


def texts_of(data, encoding, *, count):
    """[what each of `count` items says, as pairs of a path and a text].

    With the first goes what the feed says of itself and, where the two readers find another number of items, what those
    too many say.
    """
    root = _root(data, encoding)
    if root is None:
        return [[]] * count
    found = trees.descendants(root, *_ITEMS)
    items = [list(leftovers.of_xml(one)) for one in found]
    for one in found:
        one.clear(keep_tail=True)
    items, more = items[:count], items[count:]
    items += [[]] * (count - len(items))
    items[:1] = [[*first, *(text for texts in more for text in texts), *leftovers.of_xml(root)] for first in items[:1]]
    return items


def _root(data, encoding):
    try:
        text = data.decode(encoding or "utf-8", "replace")
        return etree.fromstring(_DECLARATION.sub("", text).encode(), etree.XMLParser(encoding="utf-8", **_PARSER))
    except (etree.XMLSyntaxError, ValueError, LookupError):
        return None
