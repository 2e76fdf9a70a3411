"""Finds the stems that tell what a story is about: often in it, seldom in the paper now, best in its headline."""

from collections import Counter
from functools import lru_cache

from articles.text.small_words import small_words
from articles.text.words import stem_of

KEPT, LOOKED_AT = 24, 48  # stems that are kept of a story; those of it that stand out, whose rarity is asked
HEAD, LEAD, _OFTEN = 1.5, 0.75, 1.2  # what a place adds; how often a stem has to stand in a text to count nearly half


def telling(head, lead, body, usual, *, small=frozenset()):
    """At most KEPT stems of a story, the most telling first. `head`, `lead`, `body`: its stems; `usual`: a Usual."""
    places = {}
    for place, stem in enumerate((*head, *lead, *body)):
        places.setdefault(stem, place)
    often, in_head, in_lead = Counter(body), set(head), set(lead)
    able = [stem for stem in places if len(stem) > 1 and not stem[0].isdigit() and stem not in small]

    def much(stem):
        count = often[stem]
        return count / (count + _OFTEN) + HEAD * (stem in in_head) + LEAD * (stem in in_lead)

    able = sorted(able, key=lambda stem: (-much(stem), places[stem]))[:LOOKED_AT]
    return sorted(able, key=lambda stem: (-much(stem) * usual.rarity(stem), places[stem]))[:KEPT]


@lru_cache(maxsize=64)
def small_stems(language, paper):
    """The stems of the small words of a story's language, cut as the paper's language has it."""
    return frozenset(stem_of(word, paper) for word in small_words(language) | small_words(paper))
