"""Shows where in a text the words stand that somebody asked for, in plain pieces: markup is the template's."""

from dataclasses import dataclass
from itertools import pairwise

from .folding import fold
from .words import WORD, stem_of

LONGEST = 240
_BEFORE = 60  # signs that may stand before the first word found, if no sentence begins among them
_READ = 20_000  # signs of a text that are looked through
_WIDE = 2  # a pair of wide signs


@dataclass(frozen=True)
class Piece:
    text: str
    hit: bool = False


@dataclass(frozen=True)
class Wanted:
    """What is marked: words with one of these stems, and runs of wide signs."""

    stems: frozenset
    runs: tuple
    language: str


def wanted(terms, language):
    """What to mark for the terms of a question."""
    stems = frozenset(stem for term in terms for stem in term.stems)
    runs = sorted({_run(term.stems) for term in terms if WORD.match(term.stems[0])["wide"]}, key=len, reverse=True)
    return Wanted(stems, tuple(runs), language)


def marked(text, what):
    """The whole of a short text, in pieces."""
    return list(_pieces(text, [span for *span, _ in _hits(text, what)], 0, len(text)))


def passage(text, what):
    """The LONGEST signs of a text that hold the most of what is wanted, in pieces; [] if they hold none of it."""
    text = text[:_READ]
    hits = list(_hits(text, what))
    if not hits:
        return []
    start, end = _window(text, hits)
    spans = [(a, b) for a, b, _ in hits if a >= start and b <= end]
    before, after = "… " * (start > 0), " …" * (end < len(text.rstrip()))
    return [*([Piece(before)] if before else []), *_pieces(text, spans, start, end), *([Piece(after)] if after else [])]


def _run(stems):
    return stems[0] + "".join(stem[-1] for stem in stems[1:] if len(stem) == _WIDE)


def _hits(text, what):
    """(start, end, which) of all that is wanted, in order."""
    for found in WORD.finditer(text):
        if found["wide"]:
            yield from _in_run(found, what)
        elif (stem := stem_of(found[0], what.language)) in what.stems:
            yield found.start(), found.end(), stem


def _in_run(found, what):
    run, at = fold(found[0]), 0
    while len(run) == len(found[0]) and at < len(run):
        there = next((each for each in what.runs if run.startswith(each, at)), "")
        if there:
            yield found.start() + at, found.start() + at + len(there), there
        at += len(there) or 1


def _window(text, hits):
    """Where the passage begins and ends: with the sentence of the first hit, or a few words before it."""
    best = max(range(len(hits)), key=lambda n: _worth(hits, n))
    start = _beginning(text, hits[best][0])
    end = min(len(text), start + LONGEST)
    while end < len(text) and end > hits[best][1] and not text[end].isspace() and text[start:end].count(" "):
        end -= 1
    return start, end


def _worth(hits, first):
    """How much stands in a passage that begins with this hit: different words first, then more, then earlier."""
    inside = [which for start, _, which in hits[first:] if start < hits[first][0] + LONGEST - _BEFORE]
    return len(set(inside)), min(len(inside), 3), -first


def _beginning(text, hit):
    for mark in ("\n", ". ", "? ", "! ", "。"):
        at = text.rfind(mark, max(0, hit - 2 * _BEFORE), hit)
        if at >= 0:
            return at + len(mark)
    if hit <= 2 * _BEFORE:
        return 0
    space = text.find(" ", hit - _BEFORE, hit)
    return space + 1 if space >= 0 else hit


def _pieces(text, spans, start, end):
    """Every sign of text[start:end] once; line breaks become spaces."""
    edges = [start, *(edge for span in spans for edge in span), end]
    for number, (a, b) in enumerate(pairwise(edges)):
        if b > a:
            yield Piece(text[a:b].replace("\n", " "), hit=bool(number % 2))
