"""IPTC NewsML-G2: a newsItem, or messages and packages of them (http://iptc.org/std/nar/2006-10-01/)."""

from lxml import etree

from articles.importers import leftovers
from articles.importers.formats import MEGABYTE, Format, Sure
from articles.importers.record import LeftOut, Placed, Record, Unreadable
from articles.importers.slices import markup
from articles.importers.wire import trees
from articles.text import prologs

from .reading import read_item

_ROOTS = frozenset(
    {"newsItem", "newsMessage", "packageItem", "knowledgeItem", "conceptItem", "planningItem", "catalogItem"}
)
_OTHERS = {
    "packageItem": "a package that only points to stories",
    "conceptItem": "a concept",
    "knowledgeItem": "a list of concepts",
    "planningItem": "a plan",
    "catalogItem": "a catalogue of codes",
}


def recognises(head, name):
    return Sure.CERTAIN if trees.root_name(head) in _ROOTS else Sure.NO


def read(file, asked):
    """Raises Unreadable where the file is no XML."""
    data = file.read()
    root = trees.parse(data)
    header = next(iter(trees.children(root, "header", "Header")), None)
    of_message = [] if header is None else list(leftovers.of_xml(header))
    items = _items(root)
    for number, (element, raw) in enumerate(zip(items, _originals(data, items), strict=True), 1):
        placed = Placed(number, element.sourceline)
        if told := _OTHERS.get(trees.name_of(element)):
            yield LeftOut(f"This is {told}; the stories come in by themselves.", "not-a-story", _title(element), placed)
            continue
        try:
            record = read_item(element, asked, placed, raw=_raw(element))
            if isinstance(record, Record):
                record.came_as(raw)
                record.encoding = prologs.encoding_of(data)
                leftovers.keep_unread(record, [*leftovers.of_xml(element), *of_message])
                of_message = []  # it is kept with the first story
            yield record
        except Unreadable as problem:
            problem.item, problem.line = number, problem.line or element.sourceline
            yield problem


def _items(root):
    return [root] if trees.name_of(root) != "newsMessage" else trees.children(trees.first(root, "itemSet"))


def _originals(data, items):
    """The bytes of each item: of the whole file where there is one."""
    if len(items) == 1:
        return [data]
    found = [one for one in markup.elements_in(data, *sorted(_ROOTS - {"newsMessage"})) if one]
    return found if len(found) == len(items) else [None] * len(items)


def _title(element):
    return trees.words(element, "contentMeta", "headline") or element.get("guid", "")


def _raw(element):
    return etree.tostring(element, encoding="utf-8", with_tail=False)


FORMAT = Format("newsml-g2", "IPTC NewsML-G2 (XML)", recognises, read, many=True, largest=50 * MEGABYTE)
