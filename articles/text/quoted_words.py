"""The words inside quotation marks, and which quotations say something else than before.

The style of the marks tells nothing, nor do case and points: a house may set both its own way without misquoting.
"""

import re
import unicodedata
from dataclasses import dataclass

from . import quotations
from .matching import Budget, Matcher
from .runs import new_text, old_text

# A quotation that went from one place and one that came in another are the same one, reworded, when they share this
# much; shorter ones may be alike by chance.
ALIKE, FEWEST, MOST_PAIRS, STEPS = 0.6, 4, 2_000, 100_000
_WORD = re.compile(r"\w+(?:'\w+)*")
_INNER = r"(?:(?![‘‹\n]|(?<=[\s(])'\w).){1,800}?"
# A closing mark after a point is surer than one after a word, which may be the boys’ apostrophe.
_SINGLE = re.compile(
    r"(?<![\w’'])[‘'‹](?=\w)(?!\d0s|em\b|til\b|tis\b|twas\b|cause\b|n['’])"
    rf"(?:{_INNER}[.,!?…—–]|{_INNER})[’'›](?!\w)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Reworded:
    """A quotation as it was and as it is."""

    old: str
    new: str


def reworded(blocks):
    """The quotations whose words changed, in the blocks of a comparison.

    One that is new, cut, moved, or parted by "she said" did not change; one that lost some of its words did.
    """
    found, gone, come = [], [], []
    for old, new in zip(_by_block(blocks, old_text), _by_block(blocks, new_text), strict=True):
        old, new = _without_common(old, new)
        if old and new and _all_words(old) != _all_words(new):
            found.append(Reworded(" ".join(old), " ".join(new)))
        elif not (old and new):
            gone += old
            come += new
    return found + list(_moved_and_reworded(*_without_common(gone, come)))


def quoted(paragraphs):
    """For each paragraph its quotations in order; one that the next paragraph opens again runs to the end."""
    marks = [quotations.pair(text) for text in paragraphs]
    return [_inside(*around) for around in zip(paragraphs, marks, [*marks[1:], {}], strict=True)]


def words_of(text):
    return _WORD.findall(unicodedata.normalize("NFKC", text).replace("’", "'").casefold())


def _by_block(blocks, side):
    """The quotations of each block on one side; a block that became two paragraphs is read as two."""
    texts = [(number, text) for number, block in enumerate(blocks) for text in side(block).split("¶") if text.strip()]
    found = [[] for _ in blocks]
    for (number, _), quotes in zip(texts, quoted([text.strip() for _, text in texts]), strict=True):
        found[number] += filter(words_of, quotes)
    return found


def _inside(text, marks, marks_after):
    spans = quotations.spans(marks)
    for family, pairing in marks.items():
        runs_on = family in marks_after and marks_after[family].leads
        spans += [(place, len(text)) for place, opens in pairing.alone[-1:] if opens and runs_on]
    outer, end = [], 0
    for start, stop in sorted(spans, key=lambda span: (span[0], -span[1])):
        if start >= end:
            outer.append((start, stop))
            end = stop
    rest = text
    for start, stop in outer:
        rest = rest[:start] + "\n" * (stop - start) + rest[stop:]
    outer += [match.span() for match in _SINGLE.finditer(rest)]
    return [text[start:stop].strip() for start, stop in sorted(outer)]


def _without_common(old, new):
    """What is left of two lists of quotations when those that say the same are taken out of both, one for one."""
    left, waiting = [], list(map(words_of, new))
    rest = list(new)
    for quote in old:
        if (said := words_of(quote)) in waiting:
            place = waiting.index(said)
            del waiting[place], rest[place]
        else:
            left.append(quote)
    return left, rest


def _all_words(quotes):
    return [word for quote in quotes for word in words_of(quote)]


def _moved_and_reworded(gone, come):
    if len(gone) * len(come) > MOST_PAIRS:
        return
    budget = Budget(STEPS)
    for old in gone:
        best = max(come, key=lambda new: _alike(words_of(old), words_of(new), budget), default=None)
        if best and _alike(words_of(old), words_of(best), budget) >= ALIKE:
            come.remove(best)
            yield Reworded(old, best)


def _alike(old, new, budget):
    return Matcher(old, new, budget).ratio() if min(len(old), len(new)) >= FEWEST else 0
