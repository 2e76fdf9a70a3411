"""The only writer of likenesses: works out, when a story is published, which others it is like. Reading looks it up.

Its most telling stems are asked of the index, which gives the newest stories that share two of them, or one of the very
first; these are compared. PostgreSQL reads all that have such stems first (docs/search.md).
"""

from itertools import combinations

from django.utils import timezone

from articles.models import Edition, Likeness, SearchEntry
from articles.text.questions import Term

from . import usual
from .asked import Asked
from .comparing import likeness, subject_of
from .entries import taken_apart
from .finding import newest

KEPT = 8  # others that a story names
TOGETHER, ALONE = 8, 3  # the first stems, which are asked in pairs, and the very first, which are asked by themselves
POOL, POOL_ALONE, WAITING = 100, 50, 200  # the newest that answer either question; the soonest of what is scheduled


def liken(edition):
    """Write which stories a new edition is like: those that readers have when it opens, and those that open later."""
    keys = SearchEntry.objects.values_list("keys", flat=True).get(edition=edition)
    subject, moment = _subject(edition, keys), max(edition.live_from, timezone.now())
    likest, waiting = _likest(subject, _pool(subject, moment)), _likest(subject, _waiting(moment))
    rows = [Likeness(edition=edition, other_id=other, weight=much) for _, other, much in likest]
    rows += [Likeness(edition_id=later, other_id=subject.article, weight=much) for later, _, much in waiting]
    Likeness.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["edition", "other"], update_fields=["weight"]
    )


def like_proof(edition, *, tags, moment):
    """[(article, thousandths)] of what an edition that is not written would be like, likest first. `tags`: keys."""
    subject = _subject(edition, taken_apart(edition, tags, [], custom=usual.of_entries()).keys)
    return [(other, much) for _, other, much in _likest(subject, _pool(subject, moment))]


def _subject(edition, keys):
    return subject_of(edition.article_id, edition.language, edition.published_at, edition.path, keys)


def _likest(subject, others):
    """[(edition, article, thousandths)] of the KEPT likest; of those that are equally like it the newer comes first."""
    scored = [(likeness(subject, other), other.published_at, other.path, key, other.article) for key, other in others]
    scored = sorted((one for one in scored if one[0] and one[-1] != subject.article), reverse=True)
    return [(key, article, much) for much, _, _, key, article in scored[:KEPT]]


def _pool(subject, moment):
    """[(edition, Subject)] of the newest stories with which it shares what it is about, and that readers have then."""
    stems, found = [Term((f"m_{stem}",)) for stem in subject.stems], {}
    pairs, singles = tuple(combinations(stems[:TOGETHER], 2)), tuple((stem,) for stem in stems[:ALONE])
    for terms, many in ((pairs, POOL), (singles, POOL_ALONE)):
        found |= dict(newest(Asked(moment, marked=terms, seldom=True), many)) if terms else {}
    return _subjects(SearchEntry.objects.filter(pk__in=found))


def _waiting(moment):
    """Those that open later: they will be the ones to say it, and no reader knows of them before."""
    soonest = Edition.objects.opening_after(moment).order_by("live_from", "pk").values_list("pk", flat=True)[:WAITING]
    return _subjects(SearchEntry.objects.filter(edition__in=list(soonest)))


def _subjects(entries):
    about = ("edition__article", "edition__language", "published_at", "edition__path", "keys")
    return [(edition, subject_of(*told)) for edition, *told in entries.values_list("edition", *about)]
