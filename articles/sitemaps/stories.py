"""The index, the standing pages, and the stories of each month; a month of more than 50,000 has several parts."""

from datetime import date, datetime, time, timedelta
from itertools import count

from django.http import Http404
from django.utils import timezone
from django.views.decorators.http import require_safe

from articles import freshness, printing
from articles.models import Correction, Edition, Page

from .writing import answer, located

LIMIT = 50_000  # addresses that a sitemap may hold


@require_safe
def index(request):
    """Every month that has a story, and the standing pages."""
    frame = printing.chrome_at(freshness.moment(request))
    months = _months(Edition.objects.at(frame.now))
    paths = ["/sitemap-pages.xml", *(path for first, parts in months for path in _paths(first, parts))]
    return answer(request, frame, "sitemapindex", lambda: [located("sitemap", path) for path in paths], of=(paths,))


@require_safe
def pages(request):
    """The front, the archive, the sections, the paper about itself, and its corrections once there are any."""
    frame = printing.chrome_at(freshness.moment(request))
    sections = [section.get_absolute_url() for section in frame.sections]
    about = [page.get_absolute_url() for page in Page.objects.exclude(slug="about")]
    corrected = ["/corrections/"] if Correction.objects.at(frame.now).exists() else []
    paths = ("/", "/archive/", "/about/", "/feeds/", *corrected, *sections, *about)
    return answer(request, frame, "urlset", lambda: [located("url", path) for path in paths], of=(paths,))


@require_safe
def month(request, year, month, part="1"):
    """Oldest first, so that a part which is full stays as it is."""
    frame = printing.chrome_at(freshness.moment(request))
    stories = Edition.objects.at(frame.now).among(*_moments(date(int(year), int(month), 1)))
    rows = stories.order_by("published_at", "id").values_list("path", "updated_at", "published_at")
    begin = (int(part) - 1) * LIMIT
    rows = list(rows[begin : begin + LIMIT])
    if not rows:
        raise Http404
    told = ((path, updated or seen) for path, updated, seen in rows)
    return answer(request, frame, "urlset", lambda: [located("url", *one) for one in told], of=(rows,))


def _paths(first, parts):
    return [f"/sitemap-{first:%Y-%m}.xml", *(f"/sitemap-{first:%Y-%m}-{part}.xml" for part in range(2, parts + 1))]


def _months(stories):
    """(first day, parts) of every month that has a story, oldest first."""
    ends = [stories.newest_first().reverse().first_seen(), stories.newest_first().first_seen()]
    spans = {first: _moments(first) for first in _firsts(ends)}
    full = stories.having(spans)
    crowded = {first: stories.among(*spans[first]).count() for first in _crowded() & full}
    return [(first, -(-crowded.get(first, 1) // LIMIT)) for first in sorted(full)]


def _crowded():
    """The months that may hold more than LIMIT: one that does takes in every LIMITth story of the whole, at least once.

    It is asked of all editions, whose dates one index has, so that a paper below LIMIT pays a single look for it.
    """
    dates, found = Edition.objects.newest_first().values_list("published_at", flat=True), set()
    for step in count(1):
        place = step * LIMIT
        dated = dates[place : place + 1].first()
        if dated is None:
            return found
        found.add(timezone.localtime(dated).date().replace(day=1))


def _firsts(ends):
    """The first days of the months between two moments; of none if there are none."""
    if not all(ends):
        return
    month, last = (timezone.localtime(moment).date().replace(day=1) for moment in ends)
    while month <= last:
        yield month
        month = _next(month)


def _moments(first):
    """When the month begins and ends, where the paper is made."""
    return [timezone.make_aware(datetime.combine(day, time.min)) for day in (first, _next(first))]


def _next(month):
    return (month + timedelta(31)).replace(day=1)
