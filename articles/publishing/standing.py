"""Where a story stands with readers, read off its windows: nothing about being public is stored on the article."""

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from articles import pictures
from articles.freezing import names_of
from articles.ledger import standing_kill
from articles.models import Edition, Withdrawal


@dataclass(frozen=True)
class Standing:
    """`live` and `next`: the edition readers see, and the one that is scheduled. `changed`: the desk has saved since
    the live edition was made. `until`: when the story leaves the site, None if it stays. `killed`: the kill that
    keeps it from being published, None if there is none. `ever`: readers have seen it at some time.
    """

    live: Edition | None
    next: Edition | None
    changed: bool
    until: datetime | None = None
    killed: Withdrawal | None = None
    ever: bool = False
    version: int = 0

    @property
    def next_is_behind(self):
        """Whether the desk has saved since the scheduled edition was frozen."""
        return self.next is not None and self.next.version != self.version


def standing(article, *, editions=None, at=None):
    """A list brings its `editions` and is not told of changes to a picture's words or to names, nor of a kill unless
    it brings `article.withdrawn`, newest first: each would cost a query.
    """
    at = at or timezone.now()
    windows = article.editions.defer("body_html", "body_text", "figures") if editions is None else editions
    windows = sorted((e for e in windows if e.live_until != e.live_from), key=lambda edition: edition.live_from)
    live = next((e for e in windows if e.live_from <= at and (e.live_until is None or at < e.live_until)), None)
    upcoming = next((e for e in windows if e.live_from > at), None)
    changed = live is not None and live.version != article.version
    if live is not None and editions is None:
        changed = changed or _named_otherwise(article, live)
    last = upcoming or live
    return Standing(
        live,
        upcoming,
        changed,
        until=last.live_until if last else None,
        killed=_kill(article, listed=editions is not None),
        ever=any(window.live_from <= at for window in windows),
        version=article.version,
    )


def _kill(article, *, listed):
    if not listed:
        return standing_kill(article)
    newest = next(iter(getattr(article, "withdrawn", ())), None)
    return newest if newest and newest.is_kill else None


def _named_otherwise(article, live):
    """Whether a picture's words or a name in the byline changed since the live edition was made."""
    if article.lead and live.picture and live.picture != live.picture | pictures.words_of(article.lead):
        return True
    if "<figure" in article.body and any(_says_otherwise(row.image, live) for row in _in_text(article)):
        return True
    return names_of(article.bylines.select_related("author")) != live.bylines


def _in_text(article):
    return article.picture_rows.select_related("image")


def _says_otherwise(image, live):
    frozen = live.figures.get(str(image.pk))
    return frozen is not None and frozen != frozen | pictures.words_of(image)
