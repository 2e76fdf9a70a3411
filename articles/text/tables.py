"""Recognises tables in plain text: columns kept apart by tabs, pipes or aligned spaces."""

import re
from itertools import islice, pairwise, takewhile

from .marks import item
from .nodes import Preformatted, Table

_GAP = re.compile(r"(?<=\S) {2,}(?=\S)")
_PIPE_RULE = re.compile(r"[\s|:+=-]+$")
_FEWEST_ROWS = 3


def tabular(block, index):
    """(Table or Preformatted, how many lines it takes) at `index` of `block`, or None where no table begins."""
    first = block[index].strip()
    if index + 1 == len(block) or not ("\t" in first or "|" in first or "  " in first):
        return None
    return _tabbed(block, index) or _piped(block, index) or _aligned(block, index)


def is_table_rule(line):
    """Whether a row only draws a line (|---|---|)."""
    return bool(_PIPE_RULE.match(line)) and "-" in line


def _leading(block, index, belongs):
    return list(takewhile(belongs, islice(block, index, None)))


def _tabbed(block, index):
    rows = _leading(block, index, lambda line: "\t" in line.strip() and not item(line))
    if len(rows) < _FEWEST_ROWS:
        return None
    return Table([[cell.strip() for cell in row.strip("\n").split("\t")] for row in rows]), len(rows)


def _piped(block, index):
    rows = _leading(block, index, lambda line: "|" in line.strip())
    framed = all(row.strip().startswith("|") for row in rows)
    if len(rows) < (2 if framed else _FEWEST_ROWS) or len({row.count("|") for row in rows}) > 1:
        return None
    headed = len(rows) > 1 and is_table_rule(rows[1])
    cells = [[cell.strip() for cell in _inside(row).split("|")] for row in rows if not is_table_rule(row)]
    return (Table(cells, headed=headed, drawn=_drawn(rows)), len(rows)) if cells else None


def _drawn(rows):
    return "".join("".join(row.split()) if is_table_rule(row) else "|" * row.count("|") for row in rows)


def _inside(row):
    row = row.strip()
    return row.removeprefix("|").removesuffix("|") if row.startswith("|") else row


def _aligned(block, index):
    rows = [block[index]]
    for above, below in pairwise(islice(block, index, None)):
        if not _in_step(above, below):
            break
        rows.append(below)
    return (Preformatted(rows), len(rows)) if len(rows) >= _FEWEST_ROWS else None


def _in_step(above, below):
    """Whether two lines share the left or the right edges of at least two columns."""
    if item(above) or item(below):
        return False
    upper, lower = list(_GAP.finditer(above)), list(_GAP.finditer(below))
    lefts = {gap.end() for gap in upper} & {gap.end() for gap in lower}
    rights = {gap.start() for gap in upper} & {gap.start() for gap in lower}
    return len(lefts) >= 2 or len(rights) >= 2
