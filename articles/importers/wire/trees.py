"""XML of strangers: no entity of its own is read, nothing is fetched, and elements are found by their local name.

Agencies disagree on namespaces and prefixes; what an element is called after the colon tells what it is.
"""

import re

from lxml import etree

from articles.importers.record import Unreadable
from articles.text import prologs

_PARSER = {"resolve_entities": False, "no_network": True, "load_dtd": False, "huge_tree": False, "remove_pis": True}
_MANY = 100  # attributes
_SPACES = re.compile(r"\s+")
_OWN_ENTITY = re.compile(rb"<!ENTITY", re.IGNORECASE)


def parse(data):
    """The root element. Raises Unreadable with line and column, also for XML that brings entities of its own."""
    head = data[: 1 << 16]
    if _OWN_ENTITY.search(head) or _OWN_ENTITY.search(head.replace(b"\0", b"")):
        message = "this XML defines entities of its own, which no wire does; it was left alone"
        raise Unreadable(message, code="xml-entities", line=head.count(b"\n", 0, head.find(b"<!ENTITY")) + 1)
    try:
        return etree.fromstring(data, etree.XMLParser(**_PARSER))
    except etree.XMLSyntaxError as error:
        line, column = error.position
        message = f"this is no well-formed XML ({_reason(error)}); ask for the file again"
        raise Unreadable(message, code="xml", line=line or None, column=column or None) from error
    except (ValueError, LookupError) as error:
        raise Unreadable(f"this XML cannot be read ({_reason(error)})", code="xml") from error


def root_name(head):
    """The local name of the root element in the first bytes of a file; empty where it is no XML."""
    return prologs.opened(prologs.readable(head)).root


def name_of(element):
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def children(element, *names):
    """The child elements of these names, in order; all child elements where none is named."""
    found = element.iterchildren() if element is not None else ()
    return [one for one in found if isinstance(one.tag, str) and (not names or name_of(one) in names)]


def first(element, *path):
    """The first element down a path of names, None if there is none."""
    for name in path:
        element = next(iter(children(element, name)), None)
    return element


def descendants(element, *names):
    return [one for one in element.iter() if isinstance(one.tag, str) and name_of(one) in names]


def text(element):
    """All words in an element on one line, also those behind its children."""
    return _SPACES.sub(" ", "".join(element.itertext())).strip() if element is not None else ""


def words(element, *path):
    return text(first(element, *path))


def inner_html(element):
    """What stands in an element as HTML, its namespaces left away; comments and instructions too."""
    parts = [_escaped(element.text)]
    for child in element:
        if isinstance(child.tag, str):
            parts.append(etree.tostring(_plain(child), encoding="unicode", method="html", with_tail=False))
        parts.append(_escaped(child.tail))
    return "".join(parts)


def as_data(element):
    """An element as {"@attribute": …, "#": its own words, "child": [...]}, for what has no field of its own."""
    told = {f"@{etree.QName(name).localname}": value for name, value in attributes(element)}
    for child in children(element):
        told.setdefault(name_of(child), []).append(as_data(child))
    if said := _SPACES.sub(" ", "".join([element.text or "", *(child.tail or "" for child in element)])).strip():
        told["#"] = said
    return told


def attributes(element):
    """(name, value) of each. lxml looks every one up by its name, which takes the square of very many."""
    if len(element.attrib) < _MANY:
        return element.attrib.items()
    return [(one.attrname, str(one)) for one in element.xpath("@*")]


def _plain(element):
    """A copy without namespaces."""
    copy = etree.fromstring(etree.tostring(element, with_tail=False), etree.XMLParser(**_PARSER))
    for one in copy.iter():
        if isinstance(one.tag, str):
            one.tag = etree.QName(one).localname
    etree.cleanup_namespaces(copy)
    return copy


def _escaped(words):
    return (words or "").replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _reason(error):
    return str(error).splitlines()[0].rpartition(", line")[0] or str(error).splitlines()[0]
