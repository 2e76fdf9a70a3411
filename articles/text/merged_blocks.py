"""Merges three versions of a sequence of blocks: paragraphs of a body, items of a list, cells of a row."""

from collections import Counter
from itertools import takewhile

from .marked_words import Passage, Word, passages
from .merged_words import merge_words
from .pairing import pair
from .pieces import cut, join, kind, opened, row_lengths
from .three_way import Change, Stretch, merge_values, stretches

_PARAGRAPHS = frozenset({"", "p", "h2", "h3", "pre"})


def stretches_of(base, mine, theirs, budget):
    """The Stretches of three HTML texts, in blocks; neighbours in which both added the same block are one."""
    old, *sides = (cut(html) for html in (base, mine, theirs))
    found = []
    for stretch in stretches(old, sides, [_edits(old, side, budget) for side in sides]):
        if found and _share_a_block(found[-1], stretch):
            found[-1] = Stretch(*(before + after for before, after in zip(found[-1], stretch, strict=True)))
        else:
            found.append(stretch)
    return found


def _share_a_block(before, after):
    (mine, theirs), (mine_then, theirs_then) = (
        [set(side).difference(stretch.base) for side in (stretch.mine, stretch.theirs)] for stretch in (before, after)
    )
    return bool(mine & theirs_then or theirs & mine_then)


def settled(stretch, budget):
    """(blocks, number of changes of theirs in them) of a stretch, or None if somebody has to choose."""
    if not stretch.by_them or stretch.mine == stretch.theirs:
        return stretch.mine, 0
    if not stretch.by_me:
        return stretch.theirs, stretch.by_them
    if more := _beyond_the_common(stretch):
        return more
    if all(kind(piece) in _PARAGRAPHS for side in stretch[:3] for piece in side):
        merged = merge_words(*map(join, stretch[:3]), budget)
        return merged and (cut(merged[0]), merged[1])
    return _inside(stretch, budget)


def _beyond_the_common(stretch):
    """What both added at an edge is taken once; then it is no question if one of them changed nothing else."""
    base, mine, theirs, *_ = stretch
    first = _same_at_the_start(mine, theirs)
    last = _same_at_the_start(mine[first:][::-1], theirs[first:][::-1])
    my_rest, their_rest = (side[first : len(side) - last] for side in (mine, theirs))
    if first + last == 0 or base not in (my_rest, their_rest):
        return None
    return (theirs, 1) if my_rest == base else (mine, 0)


def _same_at_the_start(mine, theirs):
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(mine, theirs, strict=False)))


def _inside(stretch, budget):
    """One list, quotation or table that both changed: merged inside, as a whole or not at all."""
    boxes = [opened(side[0]) if len(side) == 1 and kind(side[0]) else None for side in stretch[:3]]
    if None in boxes or len({frozenset(row_lengths(side[0])) for side in stretch[:3]}) > 1:
        return None
    openings, insides, closings = zip(*boxes, strict=True)
    # A list may become a numbered one while the other adds an item.
    (opening, other), (closing, _) = merge_values(*openings), merge_values(*closings)
    answers = [settled(inner, budget) for inner in stretches_of(*insides, budget)]
    if other or None in answers or not any(pieces for pieces, _ in answers):
        return None
    html = join([piece for pieces, _ in answers for piece in pieces])
    return [opening + html + closing], sum(taken for _, taken in answers) + (openings[0] != openings[2])


def _edits(old, new, budget):
    """The changes of one side, as small as they can be told: neighbouring paragraphs are edited each for itself."""
    before, after = [_passage(piece) for piece in old], [_passage(piece) for piece in new]
    edits = []
    for edit in _told(old, new, pair(before, after, budget, budget)):
        if edits and edits[-1].hi == edit.lo and _flows(edits[-1], edit, before, after):
            edits[-1] = edits[-1].with_next(edit)
        else:
            edits.append(edit)
    return edits


def _passage(piece):
    words = tuple(word for passage in passages(piece) for word in passage.words)
    return Passage(kind(piece), words or (Word(piece),))


def _told(old, new, pairing):
    """What moved is told as taken out here and put in there, so that no edit of the other side is lost on the way."""
    partners = {x: y for y, x in pairing.partners.items() if y not in pairing.moved}
    lo = start = 0
    for x, y in [*sorted(partners.items()), (len(old), len(new))]:
        if start < y:
            yield Change(lo, x, start, y)
        else:
            yield from (Change(gone, gone + 1, y, y) for gone in range(lo, x))
        if x < len(old) and old[x] != new[y]:
            yield Change(x, x + 1, y, y + 1)
        lo, start = x + 1, y + 1


def _flows(first, second, before, after):
    """Whether words went from one change into its neighbour, as when a paragraph is split, or two are joined."""
    (lost, won), (lost_then, won_then) = (_lost_and_won(change, before, after) for change in (first, second))
    return _mostly_same(lost, won_then) or _mostly_same(lost_then, won)


def _lost_and_won(change, before, after):
    old, new = _words(before[change.lo : change.hi]), _words(after[change.start : change.stop])
    return old - new, new - old


def _words(blocks):
    return Counter(word.text for block in blocks for word in block.words)


def _mostly_same(lost, won):
    return 0 < max(lost.total(), won.total()) <= 2 * (lost & won).total()
