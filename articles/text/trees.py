"""Reads clean HTML as a tree and writes it back, byte for byte: `"".join(map(write, parse(html))) == html`."""

import re
from dataclasses import dataclass, field
from itertools import groupby

_TOKEN = re.compile(r'<(/?)([a-z][a-z0-9]*)((?:[^>"]|"[^"]*")*)>|([^<]+)')
_ATTRIBUTE = re.compile(r'([a-z-]+)="([^"]*)"')
INLINE = frozenset({"a", "br", "code", "em", "strong", "sub", "sup"})
VOID = frozenset({"br", "col", "hr", "img"})


@dataclass(slots=True)
class Element:
    """`attributes` as they are written, escaped; `children` are Elements and text, escaped too."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list = field(default_factory=list)


def parse(html):
    """The nodes of a clean body: Elements, and text as it is written."""
    root = Element("")
    opened = [root]
    for closing, tag, attributes, text in _TOKEN.findall(html):
        if text:
            opened[-1].children.append(text)
        elif closing:
            opened.pop()
        else:
            element = Element(tag, dict(_ATTRIBUTE.findall(attributes)))
            opened[-1].children.append(element)
            if tag not in VOID:
                opened.append(element)
    return root.children


def write(node):
    if isinstance(node, str):
        return node
    attributes = "".join(f' {name}="{value}"' for name, value in node.attributes.items())
    opening = f"<{node.tag}{attributes}>"
    return opening if node.tag in VOID else f"{opening}{''.join(map(write, node.children))}</{node.tag}>"


def text_of(node):
    """The text in a node, escaped as it is written; a line break is a space."""
    if isinstance(node, str):
        return node
    return " " if node.tag == "br" else "".join(map(text_of, node.children))


def is_inline(node):
    return isinstance(node, str) or node.tag in INLINE


def is_blank(nodes):
    return not "".join(map(text_of, nodes)).strip()


def blocks_of(nodes):
    """Nodes as they may stand at the top of a body: words outside any block are a paragraph, what is empty goes."""
    blocks = []
    for inline, group in groupby(nodes, key=is_inline):
        run = list(group)
        blocks += [Element("p", {}, line_of(run))] if inline else run
    return [block for block in blocks if block.tag in ("figure", "hr") or not is_blank([block])]


def line_of(nodes):
    """The words of nodes with their marks and links; where a block began or ended the line breaks, once."""
    line = []
    for part in [part for node in nodes for part in _in_line(node)]:
        if not (_is_break(part) and (not line or _is_break(line[-1]))):
            line.append(part)
    while line and (_is_break(line[-1]) or is_blank(line[-1:])):
        line.pop()
    if line and isinstance(line[0], str):
        line[0] = line[0].lstrip()
    if line and isinstance(line[-1], str):
        line[-1] = line[-1].rstrip()
    return line


def _in_line(node):
    if isinstance(node, str) or node.tag == "br":
        return [node]
    inner = [part for child in node.children for part in _in_line(child)]
    if is_inline(node):
        return [Element(node.tag, node.attributes, inner)]
    return [Element("br"), *inner, Element("br")]


def _is_break(node):
    return isinstance(node, Element) and node.tag == "br"
