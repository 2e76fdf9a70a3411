"""What a search asks the database for, in no database's language."""

from dataclasses import dataclass, replace
from datetime import datetime
from itertools import combinations

from articles.text.questions import Term

FIRST_KEY, LAST_KEY = 0, 2**63 - 1
_MANY = 8  # of more terms than this no two are left out: the ways to do so grow with their square


@dataclass(frozen=True)
class Asked:
    """Entries that readers see at `moment`, and that hold every term of one of `any_of` and none of `unwanted`.

    `marked`: as `any_of`, of words with a mark (`SearchEntry.keys`). `keys`: marked words that each of them has.
    `first`, `last`: the range of their own keys. What is empty asks for nothing. `seldom`: few entries will answer.
    """

    moment: datetime
    any_of: tuple = ()
    unwanted: tuple = ()
    marked: tuple = ()
    keys: tuple = ()
    first: int = FIRST_KEY
    last: int = LAST_KEY
    seldom: bool = False

    def in_headlines(self):
        """Those among them whose headline has all that is asked for; of a loose question, two words of it."""
        if len(self.any_of) == 1:
            (terms,) = self.any_of
            phrases = tuple(term for term in terms if len(term.stems) > 1)
            return replace(self, any_of=(phrases,) if phrases else (), marked=(_in_headline(terms),))
        asked_for = dict.fromkeys(term for terms in self.any_of for term in terms)
        return replace(self, any_of=(), marked=tuple(map(_in_headline, combinations(asked_for, 2))))

    def loosened(self):
        """The same question without two of its terms, then with any one of them; of a long one, without one."""
        (terms,) = self.any_of
        kept = len(terms) - (2 if 3 < len(terms) <= _MANY else 1)
        if kept > 1:
            yield replace(self, any_of=tuple(combinations(terms, kept)))
        if kept > 0:
            yield replace(self, any_of=tuple((term,) for term in terms))


def _in_headline(terms):
    return tuple(Term((f"h_{stem}",), term.begins) for term in terms for stem in term.stems)
