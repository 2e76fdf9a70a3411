"""The paper's own settings as they stand, read once and known again by their version.

Every page shows them, so their version is part of every page's etag and of the stamp at the server's door: what a
managing editor saves is seen at the next click. Where a page asks for its chrome, reading them costs no query more.
"""

from django.conf import settings
from django.db.models import Subquery

from articles.models import Paper

_UNSAVED = Paper(version=None)
_kept = _UNSAVED


def version():
    """A subquery: the version of the settings, NULL while nobody has saved any."""
    return Subquery(Paper.objects.values("version")[:1])


def of(version):
    """The settings of this version. They are asked for when it is not the one known here: a query a change."""
    global _kept
    if version is None:
        return _UNSAVED
    paper = _kept
    if paper.version != version:
        paper = _kept = Paper.objects.first() or _UNSAVED
    return paper


def current():
    """The settings of now, in one query."""
    return of(Paper.objects.values_list("version", flat=True).first())


def name(paper):
    return paper.name or settings.SITE_NAME


def place(paper):
    return paper.place or settings.SITE_PLACE


def tagline(paper):
    return paper.tagline or settings.SITE_TAGLINE
