"""Finds which passage of one text became which of another: unchanged, reworded, moved, or split in two."""

from dataclasses import dataclass, field

from .matching import Matcher

ALIKE = 0.5
# Comparing every passage of a region with every other is for edits, not for two different stories.
MOST_PAIRS = 600


@dataclass
class Pairing:
    """`partners`: index in the new text -> index in the old; `moved`: new index -> "further up" or "further down";
    `second_halves`: new indexes whose words stood at the end of the passage before them."""

    partners: dict[int, int] = field(default_factory=dict)
    moved: dict[int, str] = field(default_factory=dict)
    second_halves: set[int] = field(default_factory=set)


def pair(before, after, budget, by_word):
    """Pair two lists of passages: equal ones within `budget`, those that share their words within `by_word`.

    What is left when these are spent finds no partner.
    """
    pairing = Pairing()
    matcher = Matcher([_key(p) for p in before], [_key(p) for p in after], budget)
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag == "equal":
            pairing.partners.update(zip(range(k, m), range(i, j), strict=True))
        elif (j - i) * (m - k) <= MOST_PAIRS:
            _pair_reworded(before, after, range(i, j), range(k, m), pairing, by_word)
    _pair_moved(before, after, pairing)
    _find_second_halves(before, after, pairing, by_word)
    return pairing


def _key(passage):
    return passage.kind, tuple((word.text, word.marks) for word in passage.words)


def _texts(passage):
    return [word.text for word in passage.words]


def _alike(left, right, budget):
    matcher = Matcher(left, right, budget)
    return matcher.ratio() if matcher.real_quick_ratio() >= ALIKE and matcher.quick_ratio() >= ALIKE else 0


def _pair_reworded(before, after, old, new, pairing, budget):
    """The likeliest partner of each, in order: a partner never stands before the one of the passage above."""
    first = old.start
    for index in new:
        words = _texts(after[index])
        best, found = max(
            ((_alike(_texts(before[x]), words, budget), -x) for x in range(first, old.stop)), default=(0, 0)
        )
        if best >= ALIKE:
            pairing.partners[index] = -found
            first = -found + 1


def _loose(before, after, pairing):
    taken = set(pairing.partners.values())
    return [x for x in range(len(before)) if x not in taken], [
        y for y in range(len(after)) if y not in pairing.partners
    ]


def _pair_moved(before, after, pairing):
    old, new = _loose(before, after, pairing)
    places = {}
    for x in reversed(old):
        places.setdefault(tuple(_texts(before[x])), []).append(x)
    for y in new:
        if stood := places.get(tuple(_texts(after[y]))):
            pairing.partners[y] = x = stood.pop()
            pairing.moved[y] = "further down" if x > y else "further up"


def _find_second_halves(before, after, pairing, budget):
    _, new = _loose(before, after, pairing)
    for y in new:
        partner = pairing.partners.get(y - 1)
        if partner is None or y - 1 in pairing.moved or after[y].kind != after[y - 1].kind:
            continue
        whole, first, second = _texts(before[partner]), _texts(after[y - 1]), _texts(after[y])
        if _alike(whole, first + second, budget) > _alike(whole, first, budget) + 0.05:
            pairing.second_halves.add(y)
