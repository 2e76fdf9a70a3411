"""What changed between two texts: first passage by passage, then word by word; text, links, formatting and moves.

Nothing here is HTML: the result is runs of plain text for a template to lay out and escape.
"""

from itertools import groupby
from typing import NamedTuple

from .marked_words import Mark, Passage, Word, passages, words_of
from .matching import Budget, Matcher
from .pairing import pair
from .runs import Block, Op, Run

# Words (and signs) of the longer text up to which words are compared; and the steps that may take, far more than the
# edits of a story need, and less than half a second.
MOST_WORDS = 8_000
STEPS = 500_000
_EMPHASIS = frozenset({"bold", "italic", "subscript", "superscript"})
_PARAGRAPH = Word("¶", " ")
_NAMES = {
    "p": "a paragraph",
    "h2": "a heading",
    "h3": "a small heading",
    "li": "a list item",
    "pre": "code",
    "img": "a picture",
    "figcaption": "a caption",
    "caption": "the caption of a table",
    "footer": "the line under a quotation",
}


class Comparison(NamedTuple):
    """`is_whole`: passages that changed are told whole, for comparing their words would have taken too long."""

    blocks: list[Block]
    is_whole: bool


def of_bodies(old, new):
    """The blocks of two sanitised bodies laid over each other, in the order of `new`; removed ones where they stood."""
    return compare(old, new).blocks


def compare(old, new):
    """The Comparison of two sanitised bodies. Texts that would take too long word by word are told by passages."""
    before, after = passages(old), passages(new)
    is_long = max(_length(before), _length(after)) > MOST_WORDS
    budget = Budget(0 if is_long else STEPS)
    blocks = list(_laid_over(before, after, pair(before, after, Budget(STEPS), budget), budget))
    return Comparison(blocks, budget.is_spent)


def _length(found):
    return sum(len(passage.words) for passage in found)


def of_lines(old, new):
    """The same for two plain texts, as one block."""
    return [Block("p", tuple(_runs(_compared(words_of(old), words_of(new), Budget(STEPS)))))]


def _laid_over(before, after, pairing, budget):
    kept = set(pairing.partners.values())
    gone = [index for index in range(len(before)) if index not in kept]
    for index, (passage, bound) in enumerate(zip(after, _bounds(before, after, pairing), strict=True)):
        while gone and gone[0] < bound:
            yield _whole(before[gone.pop(0)], Op.REMOVED)
        if index in pairing.partners:
            old = before[pairing.partners[index]]
            yield _changed(old, _with_second_half(after, index, pairing), pairing.moved.get(index, ""), budget)
        elif index not in pairing.second_halves:
            yield _whole(passage, Op.ADDED)
    for index in gone:
        yield _whole(before[index], Op.REMOVED)


def _bounds(before, after, pairing):
    """For each new passage, where in the old text the next one stands that kept its place: what went, went before."""
    bounds, bound = [], len(before)
    for index in reversed(range(len(after))):
        if index in pairing.partners and index not in pairing.moved:
            bound = pairing.partners[index]
        bounds.append(bound)
    return reversed(bounds)


def _with_second_half(after, index, pairing):
    """A paragraph that became two, read as one with a ¶ inside."""
    passage = after[index]
    if index + 1 not in pairing.second_halves:
        return passage
    *words, last = passage.words
    return Passage(passage.kind, (*words, last._replace(space=" "), _PARAGRAPH, *after[index + 1].words))


def _whole(passage, op):
    return Block(passage.kind, tuple(_runs((word, op, "", word.marks) for word in passage.words)))


def _changed(old, new, moved, budget):
    notes = [f"moved here from {moved}"] if moved else []
    if old.kind != new.kind:
        notes.append(f"was {_called(old.kind)}, now {_called(new.kind)}")
    return Block(new.kind, tuple(_runs(_compared(old.words, new.words, budget))), "; ".join(notes), bool(moved))


def _called(kind):
    *boxes, block = kind.split()
    if "blockquote" in boxes and block != "footer":
        return "a quotation"
    if boxes[-2:] == ["figure", "figure"]:
        return f"{_NAMES.get(block, 'a card')} in a gallery"
    if boxes[-1:] == ["figure"] and block == "p":
        return "a card"
    return "a numbered item" if block == "li" and boxes[-1:] == ["ol"] else _NAMES.get(block, "a table row")


def _compared(old, new, budget):
    """Yield (word, op, note, marks it had) of the words of `old` laid over those of `new`."""
    matcher = Matcher([word.text for word in old], [word.text for word in new], budget)
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag == "equal":
            for before, after in zip(old[i:j], new[k:m], strict=True):
                note = _restyled(before.marks, after.marks)
                yield after, Op.RESTYLED if note else Op.SAME, note, before.marks
        else:
            yield from ((word, Op.REMOVED, "", word.marks) for word in old[i:j])
            yield from ((word, Op.ADDED, "", word.marks) for word in new[k:m])


def _restyled(before, after):
    gained, lost = after - before, before - after
    old, new = _link(lost), _link(gained)
    told = [f"now {mark.name}" for mark in sorted(gained) if mark.name in _EMPHASIS]
    told += [f"no longer {mark.name}" for mark in sorted(lost) if mark.name in _EMPHASIS]
    if any(mark.name == "picture" for mark in gained):
        told.append("another picture")
    if old and new:
        told.append(f"link went to {old.href}, now to {new.href}")
    elif old or new:
        told.append(f"link added: {new.href}" if new else f"link removed: {old.href}")
    return "; ".join(told)


def _link(marks):
    return next((mark for mark in marks if mark.name == "link"), None)


def _runs(words):
    told = ((op, _names(word.marks), note, _names(before), word) for word, op, note, before in words)
    for (op, marks, note, before), group in groupby(told, key=lambda word: word[:4]):
        yield Run(op, "".join(word.text + word.space for *_, word in group), marks, note, before)


def _names(marks: frozenset[Mark]):
    return frozenset(mark.name for mark in marks)
