"""Which columns of a table are figures: they are set to one edge, so that their digits stand under each other."""

import re
from html import unescape

from .trees import Element, parse, text_of

_FIGURE = re.compile(r"[+−–-]?\s?(?:[£$€¥₹]|[A-Z]{3}\s)?\s?\d[\d.,\s]*(?:%|‰|[£$€¥₹]|[^\W\d]{1,3}\.?)?")
_FEWEST = 2


def of_figures(html):
    """Numbers of the columns, from 1 on, as words for a stylesheet; none of a table whose cells span others.

    The first column says what its row is about, so a year there is a name.
    """
    rows = [row for table in parse(html) for row in _rows(table)]
    cells = [[node for node in row.children if isinstance(node, Element)] for row in rows]
    if any(cell.attributes for row in cells for cell in row):
        return ""
    columns = [[row[at] for row in cells if at < len(row)] for at in range(max(map(len, cells), default=0))]
    return " ".join(str(number) for number, column in enumerate(columns, 1) if number > 1 and _is_of_figures(column))


def _rows(node):
    if isinstance(node, str):
        return []
    return [node] if node.tag == "tr" else [row for child in node.children for row in _rows(child)]


def _is_of_figures(column):
    told = [unescape(text_of(cell)).strip() for cell in column if cell.tag == "td"]
    told = [text for text in told if text not in ("", "–", "-", "—")]
    return len(told) >= _FEWEST and all(_FIGURE.fullmatch(text) for text in told)
