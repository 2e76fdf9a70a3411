"""How much two stories are alike: the stems that tell what each is about, their topics, their days. Pure.

It is the same both ways, and said in whole thousandths: the same stories give the same figure in any database.
"""

from dataclasses import dataclass
from datetime import datetime
from math import sqrt

LEAST = 100  # thousandths below which two stories have too little in common to be shown beside one another
_FIRST = 8  # the stem at this place tells half as much as the first
_ONE_STEM = 0.8  # what is left of a likeness that hangs on one word
_TAG, _TAGS, _SECTION = 40, 3, 20  # thousandths that a shared topic adds, for how many topics, and a shared section
_NEAR, _HALF = 0.25, 60  # the share added to stories of one day; days between them after which half of it is gone


@dataclass(frozen=True)
class Subject:
    """What of a story is compared. `stems`: {telling stem: its weight}; `tags`, `sections`: marks of a search entry."""

    article: int
    language: str
    published_at: datetime
    path: str
    stems: dict
    tags: frozenset
    sections: frozenset

    @property
    def length(self):
        return sqrt(sum(weight * weight for weight in self.stems.values()))


def subject_of(article, language, published_at, path, keys):
    """`keys`: those of the story's search entry."""
    marks, _, about = keys.partition(" m_ ")
    weights = {mark[2:]: 1 / (1 + place / _FIRST) for place, mark in enumerate(about.split())}
    marks = marks.split()
    tags, sections = (frozenset(mark for mark in marks if mark.startswith(kind)) for kind in ("t_", "s_"))
    return Subject(article, language.partition("-")[0].lower(), published_at, path, weights, tags, sections)


def likeness(one, other):
    """In thousandths; 0 for less than LEAST, and for stories in two languages or with hardly a word in common."""
    shared = one.stems.keys() & other.stems.keys()
    if not shared or one.language != other.language:
        return 0
    words = sum(one.stems[stem] * other.stems[stem] for stem in sorted(shared)) / (one.length * other.length)
    words *= 1000 * (_ONE_STEM if len(shared) == 1 else 1)
    days = abs(one.published_at - other.published_at).total_seconds() / 86_400
    much = round(words * (1 + _NEAR * 0.5 ** (days / _HALF)))
    much += _TAG * min(len(one.tags & other.tags), _TAGS) + _SECTION * bool(one.sections & other.sections)
    return much if much >= LEAST and words >= LEAST / 4 else 0
