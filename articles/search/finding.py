"""The one function that searches, and what it finds. It reads only what is live at the moment it is asked for."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db import connection
from django.db.models.functions import Left
from django.utils import timezone

from articles.models import SearchEntry

from . import postgresql, sqlite
from .asked import FIRST_KEY, LAST_KEY, Asked
from .entry_keys import A_DAY, first_key
from .ranking import Candidate, ranked, telling

COUNTED = 1000  # stories that are counted and can be paged through
SAMPLE, LONG = 100, 7300  # stories that tell how rare a word is; days they are spread over if there are fewer
POOL, HEADLINES = 300, 100  # the newest that are put in order, and the newest with all words in the headline
_READ = 12_000  # signs of a text that ranking looks at
_DATABASES = {"sqlite": sqlite, "postgresql": postgresql}


@dataclass(frozen=True)
class Narrowed:
    """What is looked through; None or "" is all there is. `section`, `tag`, `author`: keys. Both days are included."""

    section: int | None = None
    tag: int | None = None
    author: int | None = None
    kind: str = ""
    since: date | None = None
    until: date | None = None

    @property
    def keys(self):
        told = {"s": self.section, "t": self.tag, "a": self.author, "k": self.kind}
        return tuple(f"{mark}_{value}" for mark, value in told.items() if value)

    @property
    def span(self):
        """The range of the keys of entries that were first published on these days."""
        first = first_key(_midnight(self.since)) if self.since else FIRST_KEY
        last = first_key(_midnight(self.until + timedelta(1))) - 1 if self.until else LAST_KEY
        return first, last


@dataclass(frozen=True)
class Findings:
    """`editions`: keys, in order, at most COUNTED. `more`: there are more. `loose`: no story has all the words."""

    editions: list
    more: bool = False
    loose: bool = False


def find(question, narrowed, *, moment, by_time=False):
    """The editions that readers see at `moment` that answer a question (`text.questions`), best first, or by time."""
    first, last = narrowed.span
    wanted = (question.wanted,) if question.wanted else ()
    asked = Asked(moment, wanted, question.unwanted, keys=narrowed.keys, first=first, last=last)
    rows = newest(asked, COUNTED + 1)
    loose = not rows and len(question.wanted) > 1
    if loose:
        asked, rows = _loosened(asked)
    if not by_time and question.wanted:
        rows = _ordered(asked, rows, question.wanted)
    return Findings([edition for _, edition in rows[:COUNTED]], len(rows) > COUNTED, loose and bool(rows))


def newest(asked, limit):
    """(key, edition) of the newest entries that are asked for, from whichever database there is."""
    return _DATABASES[connection.vendor].newest(asked, limit)


def _loosened(asked):
    """The first of the looser questions that anything answers."""
    for looser in asked.loosened():
        if rows := newest(looser, COUNTED + 1):
            return looser, rows
    return asked, []


def _ordered(asked, rows, terms):
    """Best first as far as the pool goes, then newest first. The pool has what answers in its headline, however old."""
    pool = dict(rows[:POOL])
    if len(rows) > POOL or len(asked.any_of) > 1:
        pool |= dict(newest(asked.in_headlines(), HEADLINES))
    weights = _weights(terms, asked.moment) if len(asked.any_of) > 1 else ()
    best = ranked(_candidates(pool, asked.moment), terms, weights)
    return [(each.key, each.edition) for each in best] + [row for row in rows if row[0] not in pool]


def _weights(terms, moment):
    """How much each of them tells, where a story need not have all: by how far back its newest stories reach."""
    counted = [newest(Asked(moment, ((term,),)), SAMPLE) for term in terms]
    reach = [(first_key(moment) - rows[-1][0]) / A_DAY if len(rows) == SAMPLE else LONG for rows in counted]
    return [telling(max(days, 0), len(rows)) for days, rows in zip(reach, counted, strict=True)]


def _candidates(pool, moment):
    now = first_key(moment)
    texts = SearchEntry.objects.filter(pk__in=pool).values_list("pk", "head", "lead", Left("body", _READ))
    return [Candidate(key, pool[key], (now - key) / A_DAY, *(f" {text} " for text in read)) for key, *read in texts]


def _midnight(day):
    return timezone.make_aware(datetime.combine(day, time.min))
