"""Merges what two people made of one story: what one of them changed is taken, what both changed is asked.

`base` is what an editor opened, `mine` what they made of it, `theirs` what a colleague saved meanwhile.
"""

from dataclasses import dataclass

from .markup import sanitise
from .matching import Budget
from .merged_blocks import settled, stretches_of
from .pieces import join
from .three_way import changes, merge_values, stretches

__all__ = ["CHOICES", "Conflict", "Merged", "merge_bodies", "merge_lists", "merge_sets", "merge_values"]

# Far more than edits of a long story take, and a fraction of a second; what is not compared by then is asked.
STEPS = 1_000_000
CHOICES = ("mine", "theirs", "both")


@dataclass(frozen=True, slots=True)
class Conflict:
    """One stretch of a body as HTML on each side, "" where it has none; `chosen` is one of CHOICES."""

    number: int
    base: str
    mine: str
    theirs: str
    chosen: str = "mine"


@dataclass(frozen=True, slots=True)
class Merged:
    """`html` holds the chosen side of every conflict; `taken` counts the changes of theirs that need no choice."""

    html: str
    conflicts: list[Conflict]
    taken: int


def merge_bodies(base, mine, theirs, choices=None):
    """Merge three sanitised bodies; the result is sanitised.

    `choices` maps a conflict's number to one of CHOICES ("both" puts theirs first); the numbers of the same three
    texts are always the same, whatever is chosen. What is not chosen, or not one of these, is "mine".
    """
    merged, conflicts, taken, budget = [], [], 0, Budget(STEPS)
    for stretch in stretches_of(base, mine, theirs, budget):
        pieces, more = settled(stretch, budget) or (None, 0)
        if pieces is None or (stretch.by_me and stretch.by_them and not _is_clean(pieces)):
            conflicts.append(_conflict(stretch, len(conflicts), choices or {}))
            merged += _chosen(stretch, conflicts[-1].chosen)
        else:
            merged += pieces
            taken += more
    return Merged(sanitise(join(merged)), conflicts, taken)


def _is_clean(pieces):
    """Two sound halves need not make a whole: a bold run may begin in a link of the other's."""
    html = join(pieces).strip()
    return sanitise(html) == html


def _conflict(stretch, number, choices):
    chosen = choices.get(number)
    sides = map(join, (stretch.base, stretch.mine, stretch.theirs))
    return Conflict(number, *sides, chosen if chosen in CHOICES else "mine")


def _chosen(stretch, chosen):
    return {"mine": stretch.mine, "theirs": stretch.theirs, "both": [*stretch.theirs, *stretch.mine]}[chosen]


def merge_sets(base, mine, theirs):
    """What both have put in and neither has taken out: in the order of theirs, what I put in at the end."""
    kept = [item for item in theirs if item in mine or item not in base]
    return kept + [item for item in mine if item not in base and item not in theirs]


def merge_lists(base, mine, theirs):
    """(list, whether the changes meet) of an ordered list that holds nothing twice; where they meet it is mine."""
    merged, budget = [], Budget(STEPS)
    for stretch in stretches(base, (mine, theirs), [changes(base, side, budget) for side in (mine, theirs)]):
        value, conflict = merge_values(stretch.base, stretch.mine, stretch.theirs)
        if conflict:
            return list(mine), True
        merged += value
    twice = any(item in merged[:place] for place, item in enumerate(merged))
    return (list(mine), True) if twice else (merged, False)
