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
    """A new passage that completes its neighbour: the end of a passage split in two, or the beginning of one."""
    _, new = _loose(before, after, pairing)
    for y in new:
        if _completes(before, after, pairing, y - 1, y, budget):
            pairing.second_halves.add(y)
        elif y + 1 not in pairing.second_halves and _completes(before, after, pairing, y + 1, y, budget):
            pairing.partners[y] = pairing.partners.pop(y + 1)
            pairing.second_halves.add(y + 1)


def _completes(before, after, pairing, paired, loose, budget):
    partner = pairing.partners.get(paired)
    if partner is None or paired in pairing.moved or after[loose].kind != after[paired].kind:
        return False
    whole, half = _texts(before[partner]), _texts(after[paired])
    both = [word for y in sorted((paired, loose)) for word in _texts(after[y])]
    return _alike(whole, both, budget) > _alike(whole, half, budget) + 0.05
