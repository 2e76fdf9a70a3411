"""All places of an edition at a moment, in the order in which an editor would look for them."""

from datetime import datetime, time, timedelta

from django.conf import settings
from django.utils import timezone

from articles import fronts
from articles.models import Edition

from . import beside, front, related
from .place import Place, newer, on_page

SECTION, ROWS, A_DAY, FEED, NOT_FOUND = 13, 12, 100, 20, 5  # stories on a page of each
NEWS, IN_NEWS = timedelta(days=2), 1000


def find(edition, at):
    """The places of `edition`, which readers see at `at`; `at` may lie in the future, then as things are planned."""
    return [
        Place("story", "Its own page", edition.path),
        *beside.of_page(edition, at),
        *front.of(edition, at),
        *_section(edition, at),
        *_tags(edition, at),
        *_authors(edition, at),
        *_day(edition, at),
        *_news(edition, at),
        *_paper(edition, at),
        *beside.of_corrections(edition, at),
        *related.of(edition, at),
        *related.neighbours(edition, at),
        *beside.of_pictures(edition),
    ]


def _section(edition, at):
    if edition.section is None:
        return []
    stories = Edition.objects.at(at).filter(section=edition.section)
    rank = newer(stories, edition, most=SECTION * 100)
    if rank < SECTION:
        rank = _led(list(stories.for_cards().newest_first()[:SECTION]), at).index(edition)
    return _numbered("section", edition.section, rank, SECTION)


def _led(stories, at):
    """The first page of a section, in its order: its lead comes first."""
    lead = fronts.lead_of(stories, now=at)
    return [lead, *[story for story in stories if story is not lead]]


def _tags(edition, at):
    for row in edition.tag_rows.select_related("tag").order_by("tag__name"):
        rank = newer(row.tag.edition_rows.at(at), edition, key="edition", most=ROWS * 100)
        yield from _numbered("tag", row.tag, rank, ROWS)


def _authors(edition, at):
    for row in edition.byline_rows.select_related("author").order_by("author__name"):
        rank = newer(row.author.edition_rows.at(at), edition, key="edition", most=ROWS * 100)
        yield from _numbered("author", row.author, rank, ROWS)


def _numbered(kind, subject, rank, per_page):
    """A numbered list, and the feed of its newest."""
    path, found = subject.get_absolute_url(), on_page(subject.get_absolute_url(), rank, per_page)
    if found:
        yield Place(kind, f"{kind.capitalize()}: {subject}", *found)
    if rank < FEED:
        yield _feed(f"Feed of the {kind}: {subject}", path, rank)


def _feed(name, path, rank):
    where = f"entry {rank + 1} of at most {FEED}, also in Atom and JSON"
    return Place("feed", name, f"{path}feeds/rss.xml", where, passing=True)


def _day(edition, at):
    """The archive's day, which begins with the first story, and the sitemap's month."""
    day = timezone.localtime(edition.published_at).date()
    midnight = timezone.make_aware(datetime.combine(day, time.min))
    next_midnight = timezone.make_aware(datetime.combine(day + timedelta(1), time.min))
    of_day = Edition.objects.at(at).among(midnight, next_midnight)
    after = newer(of_day, edition, most=A_DAY * 100)
    found = on_page(f"/archive/{day:%Y/%m/%d}/", of_day.count() - 1 - after, A_DAY)
    if found:
        yield Place("archive", f"Archive: {day.day} {day:%B %Y}", *found)
    yield Place("sitemap", f"Sitemap of {day:%B %Y}", f"/sitemap-{day:%Y-%m}.xml")


def _news(edition, at):
    """What search engines for news are told of: two days, and not every kind."""
    if edition.kind in settings.NEWS_SITEMAP_WITHOUT or edition.published_at < at - NEWS:
        return
    stories = Edition.objects.at(at).exclude(kind__in=settings.NEWS_SITEMAP_WITHOUT)
    rank = newer(stories, edition, most=IN_NEWS)
    if rank < IN_NEWS:
        yield Place("sitemap", "Sitemap of the news", "/news-sitemap.xml", f"entry {rank + 1}", passing=True)


def _paper(edition, at):
    """What lists the newest of the whole paper."""
    rank = newer(Edition.objects.at(at), edition, most=FEED)
    if rank < FEED:
        yield _feed("Feed of the paper", "/", rank)
    if rank < NOT_FOUND:
        yield Place("missing", "The page for what is not found", "", f"latest, {rank + 1} of {NOT_FOUND}", passing=True)
