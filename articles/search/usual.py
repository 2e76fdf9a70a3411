"""What is usual in the paper of these weeks: how many of its newest stories have a word.

Only those that readers have are asked, and no more of them in a large paper than in a small one. A word that everybody
writes today tells little today; a word that none of them has tells as much as any.
"""

from collections import Counter
from math import log

from django.conf import settings
from django.db.models.functions import Left
from django.utils import timezone

from articles.models import Edition, SearchEntry
from articles.text.words import stems

from .asked import Asked
from .finding import newest

SAMPLE = 100  # the newest stories
_READ = 4000  # signs of each text of stems


class Usual:
    """How many of some stories have which stem; `texts` are lists of stems."""

    def __init__(self, texts=()):
        counted = [set(text) for text in texts]
        self.stories, self.counts = len(counted), Counter(stem for text in counted for stem in text)

    def rarity(self, stem):
        return log(1 + self.stories / (self.counts[stem] + 0.5)) if self.stories else 1.0


def of_entries():
    """Read off the entries of the newest stories."""
    keys = [key for key, _ in newest(Asked(timezone.now()), SAMPLE)]
    read = SearchEntry.objects.filter(pk__in=keys).values_list("head", "lead", Left("body", _READ))
    return Usual(" ".join(texts).split() for texts in read)


def of_texts():
    """Read off the newest stories themselves, when there are no entries yet, or those of another language."""
    read = Edition.objects.live().newest_first()[:SAMPLE].values_list("headline", "standfirst", "body_text")
    return Usual(stems("\n".join(texts), settings.LANGUAGE_CODE) for texts in read)
