"""Decides which runs of marked lines are lists, and nests them by their indent."""

import re

from .marks import DASHES, PLAIN_BULLETS
from .nodes import Listing, Paragraph

_DEEPEST = 6
_SAID = "säger|sade|sa|fortsätter|menar|sier|siger|said|says|sagt|sagte|dit|dijo|dice|disse|afirmó|explique|ajoute"
_SPEECH = re.compile(rf"[\"“”„«»‘]|[,?!] (?:{_SAID})\b")
_LEAD_IN = re.compile(r"([^:.!?]{2,60}:)[ \u00a0]+(?=\S)")


def sort_out(items, *, announced):
    """Turn neighbouring items into listings, and into paragraphs where the marks were no list's.

    `announced` says that the text before ended with a colon.
    """
    items = _without_dialogue(items)
    numbers = {(item.indent, item.number) for item in items if not isinstance(item, Paragraph)}
    nodes, run = [], []
    for entry in items:
        if isinstance(entry, Paragraph) or not _counts(entry, numbers):
            nodes += _listings(run, announced=announced)
            run, announced = [], False
            nodes.append(_as_paragraph(entry))
        else:
            run.append(entry)
    return nodes + _listings(run, announced=announced)


def lead_in(text):
    """(“Cybersecurity:”, the rest) of an item that begins with a bold lead-in, else None."""
    found = _LEAD_IN.match(text)
    return (found[1], text[found.end() :]) if found else None


def has_lead_ins(items):
    having = sum(bool(_LEAD_IN.match(item.lines[0])) for item in items)
    return having >= 2 and having * 2 >= len(items)


def _as_paragraph(entry):
    if isinstance(entry, Paragraph):
        return entry
    return Paragraph([f"{entry.marker} {entry.lines[0]}", *entry.lines[1:]])


def _without_dialogue(items):
    # Swedish, French and Spanish speech begins with the same dash as an item of a list.
    dashed = [item for item in items if item.marker in DASHES]
    if any(_SPEECH.match(item.lines[0]) or _speaks(item) for item in dashed):
        return [_as_paragraph(item) if item.marker in DASHES else item for item in items]
    return items


def _speaks(item):
    return item.marker != "-" and _SPEECH.search(item.lines[-1])


def _counts(item, numbers):
    """Whether an item's number begins or continues a count; “2014. It was” does neither. Bullets always do."""
    if item.number in (None, 1):
        return True
    continued = item.number < 1000 and (item.indent, item.number + 1) in numbers
    return continued or (item.indent, item.number - 1) in numbers


def _listings(items, *, announced):
    if len(items) == 1 and not announced and items[0].marker not in PLAIN_BULLETS:
        return [_as_paragraph(items[0])]
    return _nested(items)


def _nested(items):
    """Listings of `items`: a deeper indent opens a listing inside the item above, at most six deep."""
    top, stack = [], []
    for item in items:
        while stack and item.indent < stack[-1][0]:
            stack.pop()
        if not stack or (item.indent > stack[-1][0] and len(stack) < _DEEPEST):
            siblings = stack[-1][1][-1].items[-1].children if stack else top
            stack.append((item.indent, siblings))
        _append(stack[-1][1], item)
    return top


def _append(listings, item):
    if not listings or not _follows(listings[-1].items[-1].number, item.number):
        listings.append(Listing([], start=item.number))
    listings[-1].items.append(item)


def _follows(before, number):
    return number is None if before is None else number == before + 1
