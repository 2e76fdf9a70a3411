"""Puts the pictures that came where they stand in a text; what did not come leaves no hole."""

import re
from html import unescape

from articles.text.trees import Element, parse, text_of, write

_INCOMING = re.compile(r"incoming:(\d{1,6})")


def placed(html, kept):
    """The body with its pictures in the house form, and without those that did not come: `kept` is {number: Image}."""
    if "incoming:" not in html:
        return html
    return "".join(write(node) for top in parse(html) for node in _settled(top, kept))


def _settled(node, kept):
    if isinstance(node, str) or node.tag != "figure":
        return [node]
    if node.attributes.get("class") == "gallery":
        return _gallery(node, kept)
    image = node.children[0] if node.children else None
    found = isinstance(image, Element) and _INCOMING.fullmatch(image.attributes.get("src", ""))
    if not found:
        return [node]
    picture = kept.get(int(found[1]))
    if picture is None:
        return []
    image.attributes["src"] = f"picture:{picture.pk}"
    return [node]


def _gallery(node, kept):
    """A gallery of what came; with nothing left in it, its caption is a paragraph."""
    children = [one for child in node.children for one in _settled(child, kept)]
    figures = [child for child in children if isinstance(child, Element) and child.tag == "figure"]
    if figures:
        node.children = children
        return [node]
    words = unescape("".join(map(text_of, children))).strip()
    return [Element("p", {}, [child for line in children for child in line.children])] if words else []
