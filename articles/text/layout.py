"""Turns the lines of a plain text into paragraphs, headings, lists, tables, quotations and rules (IMPORT §3.4-12)."""

from dataclasses import dataclass, field
from itertools import groupby

from . import marks, wrapping
from .lists import sort_out
from .nodes import Heading, Item, Listing, Paragraph, Preformatted, Quote, Rule
from .tables import tabular

_SUBHEAD = 80
_WIDE_SUBHEAD = 30
_LONG_PARAGRAPH = 12  # words
_LONG_LINE = 90


@dataclass(slots=True)
class Prose:
    """Neighbouring lines that bear no mark, before their breaks are settled."""

    lines: list[str]
    alone: bool = False


@dataclass(slots=True)
class Layout:
    """`unsure` holds the paragraphs whose line breaks were kept for want of proof."""

    nodes: list = field(default_factory=list)
    unsure: list[Paragraph] = field(default_factory=list)


def lay_out(blocks):
    """Lay out `blocks`, which are lists of lines that blank lines keep apart."""
    parts = [part for block in blocks for part in _parts(block)]
    column = wrapping.column([part.lines for part in parts if isinstance(part, Prose)])
    layout = Layout()
    for part in _with_continuations(parts, column):
        layout.nodes += _settled(part, column, layout)
    layout.nodes = _with_subheads(_with_lists(layout.nodes))
    return layout


def blocks_of(text):
    """The blocks of `text`; a line of nothing but spaces of any kind is blank."""
    blocks, block = [], []
    for line in text.split("\n"):
        if line and not line.isspace():
            block.append(line.rstrip())
        elif block:
            blocks.append(block)
            block = []
    return [*blocks, block] if block else blocks


def _parts(block):
    """Prose, items, quotations, tables, headings and rules of one block, in order."""
    parts, index = [], 0
    while index < len(block):
        part, taken = _marked(block, index)
        if part:
            parts.append(part)
        elif parts and isinstance(parts[-1], Prose):
            parts[-1].lines.append(block[index])
        else:
            parts.append(Prose([block[index]]))
        index += taken
    if len(parts) == 1 and isinstance(parts[0], Prose):
        parts[0].alone = True
    return parts


def _marked(block, index):
    line = block[index]
    if marks.is_rule(line):
        return Rule(line.strip()), 1
    if heading := marks.heading(line):
        return Heading(heading[1], mark=heading[0]), 1
    if found := tabular(block, index):
        return found
    if found := marks.item(line):
        indent, marker, number, text = found
        return Item(indent, marker, [text], number), 1
    return _quotation(block, index)


def _quotation(block, index):
    lines = []
    while index + len(lines) < len(block) and (found := marks.quoted(block[index + len(lines)])):
        lines.append(found)
    if not lines:
        return None, 1
    runs = [
        list(run) for filled, run in groupby((text for _, text in lines), key=lambda text: bool(text.strip())) if filled
    ]
    return Quote(list(map(wrapping.join, runs)), "".join(mark for mark, _ in lines)), len(lines)


def _with_continuations(parts, column):
    """Give an item the lines below it that are indented deeper, or that a full line runs on into."""
    kept = []
    for part in parts:
        item = kept[-1] if kept and isinstance(kept[-1], Item) else None
        if item and isinstance(part, Prose) and not part.alone:
            _continue(item, part, column)
        if not isinstance(part, Prose) or part.lines:
            kept.append(part)
    return kept


def _continue(item, prose, column):
    taken = 0
    for line in prose.lines:
        deeper = len(line) - len(line.lstrip()) > item.indent
        if not deeper and len(item.lines[-1]) < 0.7 * (column.width or _LONG_LINE * 2):
            break
        item.lines.append(line.strip())
        taken += 1
    del prose.lines[:taken]


def _settled(part, column, layout):
    """The nodes of one part: prose becomes paragraphs, everything else stays what it is."""
    if isinstance(part, Item):
        part.soft_hyphens = wrapping.soft_hyphens(part.lines)
        part.lines = [wrapping.join(part.lines)]
    if not isinstance(part, Prose):
        return [part]
    if len(part.lines) == 1:
        return [Paragraph([part.lines[0].strip()], alone=part.alone)]
    return [node for lines in _paragraphs(part.lines, column) for node in _joined(lines, column, layout)]


def _paragraphs(lines, column):
    """Split a block where an indent opens a paragraph, and at every line where lines are paragraphs."""
    if any(len(line) > _LONG_LINE for line in lines):
        return [[line] for line in lines]
    split = []
    for line in lines:
        opens = wrapping.starts_paragraph(line) and (column.width or line[0] == "\u3000")
        if split and not opens:
            split[-1].append(line)
        else:
            split.append([line])
    return split


def _joined(lines, column, layout):
    if column.breaks(lines):
        return [Paragraph([wrapping.join(lines)], soft_hyphens=wrapping.soft_hyphens(lines))]
    paragraph = Paragraph([line.strip() for line in lines])
    if not column.width:
        layout.unsure.append(paragraph)
    return [paragraph]


def _with_lists(nodes):
    """Replace runs of neighbouring items by listings."""
    kept, items = [], []
    for node in [*nodes, None]:
        if isinstance(node, Item):
            items.append(node)
            continue
        if items:
            announced = bool(kept) and isinstance(kept[-1], Paragraph) and kept[-1].text.endswith((":", "："))
            kept += sort_out(items, announced=announced)
            items = []
        kept.append(node)
    return kept[:-1]


def _with_subheads(nodes):
    """Make headings of lone short lines before long paragraphs, if there are two of them or they are all capitals."""
    lines = [index for index in range(len(nodes) - 1) if _like_a_subhead(nodes[index]) and _long(nodes[index + 1])]
    for index in lines:
        if len(lines) >= 2 or nodes[index].text.isupper():
            nodes[index] = Heading(nodes[index].text)
    return nodes


def _like_a_subhead(node):
    if not isinstance(node, Paragraph) or not node.alone or len(node.text) > _SUBHEAD:
        return False
    first, last = node.text[0], node.text[-1]
    wide = wrapping.is_wide(node.text)
    return (
        (last.isalnum() or last in ")%’")
        and not first.islower()
        and len(node.text) <= (_WIDE_SUBHEAD if wide else _SUBHEAD)
    )


def _long(node):
    if isinstance(node, Paragraph):
        return len(node.text.split()) >= _LONG_PARAGRAPH or (wrapping.is_wide(node.text) and len(node.text) > 40)
    return isinstance(node, Listing | Preformatted)
