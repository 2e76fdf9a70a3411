"""Whose a quotation is and what a table is called, each in its place of the house form (see `figures`)."""

from .trees import Element, blocks_of, is_blank, line_of

LINES = frozenset({"cite", "footer"})


def attributed(children):
    """The inside of a quotation: its last line that says whose it is stands at the end, any other is a paragraph."""
    lines = [node for node in children if isinstance(node, Element) and node.tag in LINES]
    if not lines:
        return children
    footer = Element("footer", {}, line_of(lines[-1].children))
    words = [node for node in children if node is not lines[-1]]
    words = [part for node in words for part in (blocks_of(node.children) if _is_among(node, lines) else [node])]
    if is_blank(words):
        return blocks_of(footer.children)
    return [*words, footer] if footer.children else words


def titled(table):
    """A table with its captions as one, before its rows; without rows it is the words of its caption."""
    captions = [child for child in table.children if isinstance(child, Element) and child.tag == "caption"]
    if not captions:
        return [table]
    table.children = [child for child in table.children if not _is_among(child, captions)]
    caption = line_of(captions)
    if not any(_has_rows(child) for child in table.children):
        return blocks_of([*caption, *table.children])
    table.children = [child for child in table.children if _has_rows(child) or not is_blank([child])]
    table.children[:0] = [Element("caption", {}, caption)] if caption else []
    return [table]


def _has_rows(node):
    return isinstance(node, Element) and (node.tag == "tr" or any(map(_has_rows, node.children)))


def _is_among(node, nodes):
    return any(node is one for one in nodes)
