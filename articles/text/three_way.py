"""Lays two changed sequences over the one both came from, and finds where the changes of the two meet."""

from typing import NamedTuple

from .matching import Matcher


class Change(NamedTuple):
    """What stood at `lo:hi` of the old sequence stands at `start:stop` of the new one, changed."""

    lo: int
    hi: int
    start: int
    stop: int

    @property
    def size(self):
        return max(self.hi - self.lo, self.stop - self.start)

    @property
    def growth(self):
        return self.stop - self.start - (self.hi - self.lo)

    def with_next(self, change):
        return Change(self.lo, change.hi, self.start, change.stop)


class Stretch(NamedTuple):
    """The same stretch of all three, and how many changes either side made in it: none, one side's, or both sides'."""

    base: list
    mine: list
    theirs: list
    by_me: int = 0
    by_them: int = 0


def merge_values(base, mine, theirs):
    """(value, whether both changed it to something else) of one field; the value is then mine."""
    if mine in (base, theirs):
        return theirs, False
    return mine, theirs != base


def changes(old, new, budget):
    """The changes that lead from `old` to `new`, each as far up as it can be told, so that equal edits look equal."""
    found = []
    for tag, lo, hi, start, stop in Matcher(old, new, budget).get_opcodes():
        if tag != "equal":
            floor = found[-1].hi if found else 0
            found.append(_slid(Change(lo, hi, start, stop), old, new, floor))
    return found


def _slid(change, old, new, floor):
    """“a [x a] b” and “[a x] a b” tell of the same insertion: the latter is meant."""
    lo, hi, start, stop = change
    if lo < hi and start < stop:
        return change
    items, first, last = (new, start, stop) if lo == hi else (old, lo, hi)
    steps = 0
    while lo - steps > floor and items[first - steps - 1] == items[last - steps - 1]:
        steps += 1
    return Change(lo - steps, hi - steps, start - steps, stop - steps)


def overlap(lo, hi, change):
    """Whether a change has to do with what changed in `lo:hi` before it: common ground, or additions at one place."""
    return change.lo < hi or lo == hi == change.lo == change.hi


def stretches(base, sides, changed, meet=overlap):
    """Yield the Stretches of `base` and the two `sides`, in order; `changed` holds the Changes of each side.

    `meet(lo, hi, change)` says whether a change belongs to those in `lo:hi`, which stand before it.
    """
    at = [0, 0, 0]
    texts = [base, *sides]
    for lo, hi, groups in _groups(changed, meet):
        same = [place + lo - at[0] for place in at]
        if lo > at[0]:
            yield Stretch(*_between(texts, at, same))
        growth = [0, *(sum(change.growth for change in group) for group in groups)]
        at = [place + hi - lo + more for place, more in zip(same, growth, strict=True)]
        yield Stretch(*_between(texts, same, at), *map(len, groups))
    yield Stretch(*_between(texts, at, [len(text) for text in texts]))


def _between(texts, begins, ends):
    return [text[begin:end] for text, begin, end in zip(texts, begins, ends, strict=True)]


def _groups(changed, meet):
    """Yield (lo, hi, (changes of mine, changes of theirs)) for each group of changes that meet."""
    group = None
    for change, side in sorted((change, side) for side, edits in enumerate(changed) for change in edits):
        if group and not meet(group[0], group[1], change):
            yield group
            group = None
        lo, hi, sides = group or (change.lo, change.hi, ([], []))
        sides[side].append(change)
        group = lo, max(hi, change.hi), sides
    if group:
        yield group
