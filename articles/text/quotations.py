"""Pairs quotation marks: straight, curly, guillemets and corner brackets. Apostrophes and single quotes are not read.

Straight and curly marks are one family, for people mix them; each other family is paired on its own, so that a
quotation inside another may use other marks. What a straight or curly mark does is told by what stands around it, for
“ closes in German and ” opens in Swedish; guillemets may point either way, and the first of a paragraph decides.
"""

import re
from math import inf
from typing import NamedTuple

_DOUBLE, _GUILLEMETS, _CORNERS, _WHITE_CORNERS = '"“”„‟', "«»", "「」｢｣", "『』"
_FAMILY_OF = {mark: family for family in (_DOUBLE, _GUILLEMETS, _CORNERS, _WHITE_CORNERS) for mark in family}
_MARK = re.compile(f"[{''.join(_FAMILY_OF)}]")
_SPACES = " \t\n\u00a0\u2009\u202f\u200b\u200e\u200f"
_BEFORE_AN_OPENING = frozenset(_SPACES + "([{—–-/‘'¿¡")
_AFTER_A_CLOSING = frozenset(_SPACES + ")]}—–-/’'.,;:!?…،؛؟。、，！？：；")
_FEET_AND_INCHES = re.compile(r"\d['’] ?\d+(?:[.½¼¾]\d*)?$")
_HEBREW = re.compile("[\u0590-\u05ff]")
# Paragraphs a quotation may go on without a mark before it counts as never closed.
_PATIENCE = {_DOUBLE: 3, _GUILLEMETS: 3, _CORNERS: inf, _WHITE_CORNERS: inf}


class Pairing(NamedTuple):
    """The marks of one family in one paragraph: `pairs` of (start, end), and `alone`, (place, whether it opens)."""

    pairs: list
    alone: list
    leads: bool


class Orphan(NamedTuple):
    """A mark without its other half; `number` counts the paragraphs given from 0."""

    number: int
    place: int
    opens: bool


def has_marks(text):
    return bool(_MARK.search(text))


def pair(text):
    """Return the Pairing of each family of marks that stands in one paragraph."""
    places = {}
    for match in _MARK.finditer(text):
        if match[0] != '"' or not _is_no_quotation(text, match.start()):
            places.setdefault(_FAMILY_OF[match[0]], []).append(match.start())
    return {family: _pairing(family, text, found) for family, found in places.items()}


def spans(marks):
    """Return (start, end) of every quotation in what `pair` returned, its marks included, in reading order."""
    return sorted(span for pairing in marks.values() for span in pairing.pairs)


def outside(text, marks):
    """Return `text`, as long as before, with every quotation in `marks` blotted out."""
    pieces, end = [], 0
    for start, stop in spans(marks):
        if start >= end:
            pieces += [text[end:start], "”" * (stop - start)]
            end = stop
    return "".join([*pieces, text[end:]])


def orphans(paragraphs):
    """Yield every Orphan in `paragraphs`, each as `pair` returned it.

    A quotation that runs on may open again in each paragraph and close once. One that runs on without opening again is
    one Orphan, its opening; in corner brackets it is none, for Japanese does not repeat the mark.
    """
    waiting = {}
    for number, pairings in enumerate(paragraphs):
        for family, pairing in pairings.items():
            if pairing.leads and family in waiting and waiting[family].number == number - 1:
                del waiting[family]
            for place, opens in pairing.alone:
                yield from _settle(waiting, family, Orphan(number, place, opens))
        yield from _given_up(waiting, number)
    yield from waiting.values()


def _settle(waiting, family, orphan):
    """An opening waits for its closing in one of the next paragraphs; yield what turns out to be alone."""
    opening = waiting.pop(family, None)
    if orphan.opens:
        waiting[family] = orphan
    if opening is None and not orphan.opens:
        yield orphan
    elif opening is not None and (orphan.opens or family not in (_CORNERS, _WHITE_CORNERS)):
        yield opening


def _given_up(waiting, number):
    """Yield the openings that have waited for _PATIENCE paragraphs; those in corners may wait to the end."""
    late = [family for family, opening in waiting.items() if number - opening.number >= _PATIENCE[family]]
    yield from [waiting.pop(family) for family in late]


def _is_no_quotation(text, place):
    """Feet and inches (5'10") and the gershayim inside a Hebrew acronym are written with the straight mark."""
    before = text[max(0, place - 9) : place]
    if before[-1:].isdigit() or before[-1:] in tuple(".½¼¾"):
        return bool(_FEET_AND_INCHES.search(before))
    return bool(_HEBREW.match(before[-1:]) and _HEBREW.match(text, place + 1))


def _pairing(family, text, places):
    if len(places) % 2 == 0 and {text[place] for place in places} == {'"'}:
        pairs, alone = list(zip(places[::2], places[1::2], strict=True)), []
    else:
        pairs, alone = _matched(places, _reader(family, text, places))
    if family == _DOUBLE and any(text[place - 1 : place].isdigit() for place in places):
        alone = []
    return Pairing([(start, end + 1) for start, end in pairs], alone, text[: places[0]].isspace() or not places[0])


def _matched(places, opens):
    """Pair places as brackets are paired; `opens` says True, False or, where only the order can tell, None."""
    pairs, waiting, alone = [], [], []
    for place in places:
        if opens(place) or (opens(place) is None and not waiting):
            waiting.append(place)
        elif waiting:
            pairs.append((waiting.pop(), place))
        else:
            alone.append((place, False))
    return pairs, sorted(alone + [(place, True) for place in waiting])


def _reader(family, text, places):
    """Return the function that tells whether the mark at a place opens a quotation."""
    if family == _DOUBLE:
        return lambda place: _by_its_neighbours(text, place)
    if len({text[place] for place in places}) == 1 and family == _GUILLEMETS:
        return lambda place: None
    opening = text[places[0]] if family == _GUILLEMETS else family[::2]
    return lambda place: text[place] in opening


def _by_its_neighbours(text, place):
    before, after = text[place - 1 : place] or " ", text[place + 1 : place + 2] or " "
    may_open = before in _BEFORE_AN_OPENING and after not in _AFTER_A_CLOSING
    may_close = after in _AFTER_A_CLOSING and before not in _BEFORE_AN_OPENING
    return may_open if may_open != may_close else None
