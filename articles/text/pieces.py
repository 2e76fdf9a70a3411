"""Cuts a clean body into the blocks it is made of, byte for byte, and puts blocks together."""

import re
from itertools import pairwise

from .trees import INLINE, VOID

_TAG = re.compile(r'<(/?)([a-z][a-z0-9]*)(?:[^>"]|"[^"]*")*>')
_CELL = re.compile(r"<t[dh][ >]")


def cut(html):
    """The outermost blocks, and what stands between them without one; `"".join(cut(html)) == html`.

    It cuts the inside of a list or a quotation in the same way. White space belongs to the block before it.
    """
    pieces = []
    for begin, end in pairwise([0, *_edges(html), len(html)]):
        piece = html[begin:end]
        if pieces and not piece.strip():
            pieces[-1] += piece
        elif piece:
            pieces.append(piece)
    return pieces


def _edges(html):
    depth = 0
    for tag in _TAG.finditer(html):
        closing, name = tag[1], tag[2]
        depth -= bool(closing) and depth > 0
        outermost = not depth and name not in INLINE
        if outermost and not closing:
            yield tag.start()
        if outermost and (closing or name in VOID):
            yield tag.end()
        depth += not closing and name not in VOID


def kind(piece):
    """The name of its outer tag, "" for text outside any block."""
    tag = _TAG.match(piece)
    return tag[2] if tag and tag[2] not in INLINE else ""


def opened(piece):
    """(opening tag, inside, closing tag) of a block; None if it has no inside."""
    if not kind(piece) or "</" not in piece:
        return None
    begin, end = _TAG.match(piece).end(), piece.rindex("</")
    return piece[:begin], piece[begin:end], piece[end:]


def join(pieces):
    """The pieces as one text; words outside blocks that were no neighbours before do not run together."""
    joined = pieces[:1]
    for before, piece in pairwise(pieces):
        bare = not kind(before) and not kind(piece)
        joined.append(f" {piece}" if bare else piece)
    return "".join(joined)


def row_lengths(piece):
    """How many cells the rows of a table have."""
    return {len(_CELL.findall(row)) for row in piece.split("<tr")[1:]}
