"""Writes the parts of a plain text as HTML, and says what its signs became."""

import re
from html import escape

from .lists import has_lead_ins, lead_in
from .nodes import Heading, Listing, Paragraph, Preformatted, Quote, Rule, Table

_ADDRESS = re.compile(r"(https?://[^\s<>\"“”«»]+)")
_CLOSING = ".,;:!?'’)]}"


def render(node):
    """The HTML of one node. Quotes stay byte for byte what they were; only & < > are escaped."""
    return _WRITERS[type(node)](node)


def weight(node):
    """How many text blocks the node makes, as `prose.blocks` counts them."""
    if isinstance(node, Listing):
        return sum(1 + sum(map(weight, item.children)) for item in node.items)
    if isinstance(node, Table):
        return sum(any(row) for row in node.rows)
    return len(node.paragraphs) if isinstance(node, Quote) else int(not isinstance(node, Rule))


def marks_of(node):
    """(reason, signs) for each sign of the text that the HTML says in another way."""
    if isinstance(node, Listing):
        for item in node.items:
            yield "bullet", item.marker
            yield "soft-hyphen", "\u00ad" * item.soft_hyphens
            for child in item.children:
                yield from marks_of(child)
    elif isinstance(node, Paragraph):
        yield "soft-hyphen", "\u00ad" * node.soft_hyphens
    elif isinstance(node, Heading | Quote | Rule):
        yield {Heading: "heading-mark", Quote: "quotation-mark", Rule: "separator"}[type(node)], node.mark
    elif isinstance(node, Table):
        yield "table-rule", node.drawn


def _text(text):
    if "://" not in text:
        return escape(text, quote=False)
    pieces = _ADDRESS.split(text)
    return "".join(_link(piece) if odd % 2 else escape(piece, quote=False) for odd, piece in enumerate(pieces))


def _link(address):
    bare = address.rstrip(_CLOSING)
    if address[len(bare) :].startswith(")") and bare.count("(") > bare.count(")"):
        bare += ")"
    shown = escape(bare, quote=False)
    return f'<a href="{shown}">{shown}</a>{escape(address[len(bare) :], quote=False)}'


def _paragraph(node):
    return f"<p>{'<br>'.join(map(_text, node.lines))}</p>"


def _listing(node):
    tag = "ul" if node.start is None else "ol"
    start = f' start="{node.start}"' if node.start not in (None, 1) else ""
    bold = has_lead_ins(node.items)
    return f"<{tag}{start}>{''.join(_item(item, bold=bold) for item in node.items)}</{tag}>"


def _item(item, *, bold):
    text = item.lines[0]
    split = lead_in(text) if bold else None
    inner = f"<strong>{_text(split[0])}</strong> {_text(split[1])}" if split else _text(text)
    return f"<li>{inner}{''.join(map(_listing, item.children))}</li>"


def _table(node):
    rows = [_row(row, "th" if node.headed and not index else "td") for index, row in enumerate(node.rows)]
    return f"<table><tbody>{''.join(rows)}</tbody></table>"


def _row(cells, tag):
    return f"<tr>{''.join(f'<{tag}>{_text(cell)}</{tag}>' for cell in cells)}</tr>"


_WRITERS = {
    Paragraph: _paragraph,
    Heading: lambda node: f"<h2>{_text(node.text)}</h2>",
    Listing: _listing,
    Table: _table,
    # HTML drops a line end that follows <pre>, so the first line is never an empty one.
    Preformatted: lambda node: f"<pre>{escape(chr(10).join(node.lines), quote=False)}</pre>",
    Quote: lambda node: f"<blockquote>{''.join(f'<p>{_text(text)}</p>' for text in node.paragraphs)}</blockquote>",
    Rule: lambda node: "<hr>",
}
