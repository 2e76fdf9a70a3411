"""What two sequences have in common, as difflib finds it, within a number of steps.

difflib alone takes time that grows with the cube of a text that repeats itself; here it stops when the steps are spent,
and what was not looked at counts as different.
"""

from difflib import Match, SequenceMatcher
from itertools import accumulate


class Budget:
    """The steps that the matchers of one comparison may take together; `is_spent` once it had to refuse some."""

    def __init__(self, steps):
        self.left, self.is_spent = steps, False

    def pays(self, steps):
        """Whether there are as many left; then they are taken."""
        affordable = steps <= self.left
        self.left -= steps if affordable else 0
        self.is_spent |= not affordable
        return affordable


class Matcher(SequenceMatcher):
    """A SequenceMatcher that takes the common beginning and end first and asks a Budget before each search between."""

    def __init__(self, old, new, budget):
        numbers = {}
        a, b = ([numbers.setdefault(item, len(numbers)) for item in items] for items in (old, new))
        super().__init__(None, a, b, autojunk=False)
        self._budget = budget
        self._steps = [0, *accumulate(1 + len(self.b2j.get(item, ())) for item in a)]

    def find_longest_match(self, alo=0, ahi=None, blo=0, bhi=None):
        ahi = len(self.a) if ahi is None else ahi
        bhi = len(self.b) if bhi is None else bhi
        most = min(ahi - alo, bhi - blo)
        if size := _alike(most, lambda n: self.a[alo + n] == self.b[blo + n]):
            return Match(alo, blo, size)
        if size := _alike(most, lambda n: self.a[ahi - 1 - n] == self.b[bhi - 1 - n]):
            return Match(ahi - size, bhi - size, size)
        if not self._budget.pays(self._steps[ahi] - self._steps[alo]):
            return Match(alo, blo, 0)
        return super().find_longest_match(alo, ahi, blo, bhi)


def _alike(most, same):
    """How many places in a row are the same, `most` at most."""
    return next((n for n in range(most) if not same(n)), most)
