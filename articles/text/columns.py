"""Whether a table is one of figures: those are set to one edge, so that their digits stand under each other."""

import re
from html import unescape

from .trees import Element, parse, text_of

_FIGURE = re.compile(r"[+−–-]?\s?(?:[£$€¥₹]|[A-Z]{3}\s)?\s?\d[\d.,\s]*(?:%|‰|[£$€¥₹]|[^\W\d]{1,3}\.?)?")
_EMPTY = frozenset({"", "–", "-", "—"})
_FEWEST = 2


def is_of_figures(html):
    """Whether every column but the first, which says what a row is about, holds nothing but figures under its name."""
    rows = [row for table in parse(html) for row in _rows(table)]
    cells = [[node for node in row.children if isinstance(node, Element)] for row in rows]
    columns = {}
    for row in cells:
        for at, cell in enumerate(row[1:]):
            columns.setdefault(at, []).append(cell)
    return bool(columns) and all(map(_are_figures, columns.values()))


def _rows(node):
    if isinstance(node, str):
        return []
    return [node] if node.tag == "tr" else [row for child in node.children for row in _rows(child)]


def _are_figures(column):
    told = [unescape(text_of(cell)).strip() for cell in column if cell.tag == "td"]
    told = [text for text in told if text not in _EMPTY]
    return len(told) >= _FEWEST and all(map(_FIGURE.fullmatch, told))
