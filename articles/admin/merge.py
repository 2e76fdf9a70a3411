"""Three versions of a story, as snapshots, put together field by field; what both changed is a question."""

import hashlib
import json
from collections import Counter
from dataclasses import dataclass

from articles import tagging
from articles.text.merging import CHOICES, merge_bodies, merge_lists, merge_sets, merge_values
from articles.text.tags import key


@dataclass(frozen=True)
class Question:
    """A field, or a stretch of the text, that both made into something else. `chosen` is one of `offers`, or ""."""

    key: str
    name: str
    base: object
    mine: object
    theirs: object
    offers: tuple
    chosen: str


class Merge:
    """`data` is the snapshot both become; where a question has no answer yet, it says mine.

    `answers` maps a question's key to a choice. The key is made of what is asked: when either side changes,
    an answer given before fits no more, and the question is asked again.
    """

    def __init__(self, base, mine, theirs, answers):
        self.base, self.mine, self.theirs = (_with_tags_as_they_are_called(side) for side in (base, mine, theirs))
        self.questions, self._answers, self._asked = [], answers, Counter()
        self.data = {name: self._merged(name) for name in self.mine}

    @property
    def is_settled(self):
        return all(question.chosen for question in self.questions)

    @property
    def unasked(self):
        """What both become without a word about what is asked: there it says mine, whatever was answered."""
        return Merge(self.base, self.mine, self.theirs, {}).data if self._answers else self.data

    @property
    def changed(self):
        """The fields in which the merged story differs from what was typed."""
        return [name for name, value in self.data.items() if value != self.mine[name]]

    def _merged(self, name):
        sides = [side.get(name) for side in (self.base, self.mine, self.theirs)]
        value, both = merge_values(*sides)
        merge = {"body": self._body, "tags": self._tags, "bylines": self._bylines}.get(name)
        if not both:
            return value
        return merge(*sides) if merge else self._chosen(name, *sides)

    def _body(self, base, mine, theirs):
        merged = merge_bodies(base or "", mine, theirs)
        asked = [self._ask("body", each.base, each.mine, each.theirs) for each in merged.conflicts]
        choices = {number: question.chosen for number, question in enumerate(asked)}
        return merge_bodies(base or "", mine, theirs, choices).html if any(choices.values()) else merged.html

    def _tags(self, base, mine, theirs):
        return sorted(merge_sets(base or [], mine, theirs))

    def _bylines(self, base, mine, theirs):
        people = {row["author"]: row for row in [*theirs, *mine]}
        merged, meet = merge_lists(
            *([(row["author"], row["role"]) for row in side or []] for side in (base, mine, theirs))
        )
        if meet or len({author for author, _ in merged}) < len(merged):
            return self._chosen("bylines", base, mine, theirs)
        return [people[author] | {"role": role} for author, role in merged]

    def _chosen(self, name, base, mine, theirs):
        return theirs if self._ask(name, base, mine, theirs).chosen == "theirs" else mine

    def _ask(self, name, *sides):
        digest = hashlib.sha256(json.dumps(sides).encode()).hexdigest()[:12]
        self._asked[name, digest] += 1
        asked = f"{name}-{digest}-{self._asked[name, digest]}"
        offers = CHOICES if name == "body" else CHOICES[:2]  # both can be kept of a text alone
        answer = self._answers.get(asked)
        self.questions.append(Question(asked, name, *sides, offers, answer if answer in offers else ""))
        return self.questions[-1]


def _with_tags_as_they_are_called(data):
    """One tag has one name: an editor may type another name or spelling of it, and it may have been renamed since."""
    names = data.get("tags") or []
    known = tagging.known(names)
    return data | {"tags": sorted({str(known.get(key(name), name)) for name in names})}
