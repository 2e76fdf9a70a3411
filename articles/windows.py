"""The only writer of windows: when an edition opens and closes, and of the rows that carry it into lists.

A story has at most one live edition and one that is scheduled after it; the earlier ends where the later begins.
"""

from django.utils import timezone

from articles import search
from articles.models import EditionByline, EditionTag, SearchEntry


def close(edition, at):
    """End a window at `at`; one that has not opened by then never will. One that has ended stays as it is."""
    if edition.live_until is None or edition.live_until > at:
        _end(edition, max(at, edition.live_from))


def set_end(edition, until):
    """Let an open window end at `until`, or None: for good."""
    _end(edition, until)


def cancel(edition):
    """The edition never opens; the one before it, which was to end there, is given its end."""
    until, earlier = edition.live_until, before(edition)
    _end(edition, edition.live_from)
    if earlier:
        _end(earlier, until)


def before(edition):
    """The edition of the same story that ends where this one begins; None if there is none."""
    ending = edition.article.editions.filter(live_until=edition.live_from, live_from__lt=edition.live_from)
    return ending.exclude(pk=edition.pk).first()


def scheduled(article, now=None):
    """The story's editions that open later: one at most."""
    return list(article.editions.opening_after(now or timezone.now()).order_by("live_from"))


def still_open(article, now=None):
    """The story's editions that readers see now or will see, the next to open last."""
    return list(article.editions.open_after(now or timezone.now()).order_by("live_from"))


def enlist(edition, article):
    """Carry a new edition into the lists of its tags and authors, into search, and beside the stories it is like."""
    window = {"published_at": edition.published_at, "live_from": edition.live_from, "live_until": edition.live_until}
    tags = [tag.pk for tag in article.tags.all()]
    authors = [byline.author_id for byline in article.bylines.all()]
    EditionTag.objects.bulk_create(EditionTag(edition=edition, tag_id=tag, **window) for tag in tags)
    EditionByline.objects.bulk_create(EditionByline(edition=edition, author_id=author, **window) for author in authors)
    search.enlist(edition, tags=tags, authors=authors)
    search.liken(edition)


def _end(edition, until):
    edition.live_until = until
    edition.save(update_fields=["live_until"])
    gone = until is not None and (until <= timezone.now() or until == edition.live_from)
    for rows in (edition.tag_rows.all(), edition.byline_rows.all(), SearchEntry.objects.filter(edition=edition)):
        rows.delete() if gone else rows.update(live_until=until)
    if gone:
        edition.like_rows.all().delete()
