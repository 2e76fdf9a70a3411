"""Puts what was found in order. Pure: the same entries come in the same order whatever database found them.

A word counts most in the headline, then in what stands over and under it (standfirst, names, tags), then in the text:
there more if it stands often, early, and beside the word that it was asked with. Of stories that answer equally well
the fresher comes first, and a story of this week before a slightly better one of ten years ago.
"""

from dataclasses import dataclass
from itertools import pairwise
from math import log

HEAD, LEAD, BODY, EARLY, TOGETHER = 6.0, 2.5, 3.0, 0.6, 1.5
_OPENING = 600  # signs of stems that are the beginning of a text
_USUAL = 2500  # signs of stems in a usual text
_WEEKS, _YEARS = (0.2, 14), (0.12, 1000)  # what freshness adds, and after how many days half of it is gone


@dataclass(frozen=True, slots=True)
class Candidate:
    """Texts are stems with a space between, before and behind them."""

    key: int
    edition: int
    days: float
    head: str
    lead: str
    body: str

    @property
    def whole(self):
        return self.head + self.lead + self.body


def ranked(candidates, terms, weights=()):
    """The candidates, best first. `weights`: how much each term tells, all alike if there are none."""
    marks = [_mark(term) for term in terms]
    weights = weights or [1.0] * len(marks)
    pairs = [f"{a.rstrip()}{b}" for a, b in pairwise(marks)]
    scored = [(_score(candidate, marks, weights, pairs), candidate.key, candidate) for candidate in candidates]
    return [candidate for _, _, candidate in sorted(scored, key=lambda row: row[:2], reverse=True)]


def _mark(term):
    """What a term is known by in a text of stems."""
    return f" {' '.join(term.stems)}" + ("" if term.begins else " ")


def telling(days, found):
    """The weight of a term that so many stories of the last so many days have: the rarer, the more it tells."""
    return log(1 + days / found) if found else 0.0


def _score(candidate, marks, weights, pairs):
    in_text = [_text_score(candidate, mark) for mark in marks]
    in_lead, in_head = ([mark in text for mark in marks] for text in (candidate.lead, candidate.head))
    there = [any(places) for places in zip(in_text, in_lead, in_head, strict=True)]
    score = _share(weights, in_text) + LEAD * _share(weights, in_lead) ** 2 + HEAD * _share(weights, in_head) ** 2
    score += TOGETHER * sum(pair in candidate.whole for pair in pairs) / (len(pairs) or 1)
    return score * _share(weights, there) ** 2 * _freshness(candidate.days)


def _share(weights, scores):
    """How much of the question a place answers. One word of five in a headline says little: it counts by the square."""
    return sum(weight * score for weight, score in zip(weights, scores, strict=True)) / (sum(weights) or 1)


def _text_score(candidate, mark):
    often = candidate.body.count(mark)
    if not often:
        return 0.0
    early = EARLY if mark in candidate.body[:_OPENING] else 0.0
    return early + BODY * often / (often + 0.6 + 1.9 * len(candidate.body) / _USUAL)


def _freshness(days):
    return 1 + sum(much * 0.5 ** (max(days, 0) / half) for much, half in (_WEEKS, _YEARS))
