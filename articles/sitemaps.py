"""Sitemaps: an index, one chunk of standing pages, one chunk of stories for every month.

Written straight to text from tuples, not through Django's sitemap views: those count and page the whole archive for
each chunk, and render a template a row. A month here is one indexed query. A month of more than 50,000 stories would
break the protocol's limit (https://www.sitemaps.org/protocol.html); its newest 50,000 are listed.
"""

from datetime import date, datetime, time, timedelta
from xml.sax.saxutils import escape

from django.conf import settings
from django.utils import timezone
from django.utils.encoding import iri_to_uri
from django.views.decorators.http import require_safe

from articles import freshness
from articles.models import Correction, Edition, Page, Section

LIMIT = 50_000
_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


@require_safe
def index(request):
    """Months between the first story and the newest; one that holds none is an empty chunk, not an error."""
    stories = Edition.objects.at(freshness.moment(request))
    ends = [stories.newest_first().reverse().first_seen(), stories.newest_first().first_seen()]
    months = _months(*[timezone.localtime(moment).date() for moment in ends]) if all(ends) else []
    paths = ["/sitemap-pages.xml", *[f"/sitemap-{month:%Y-%m}.xml" for month in months]]
    return _answer(request, "sitemapindex", "sitemap", [(path, None) for path in paths])


@require_safe
def pages(request):
    """The front, the archive, the sections, the paper about itself, and its corrections once there are any."""
    sections = [section.get_absolute_url() for section in Section.objects.all()]
    about = [page.get_absolute_url() for page in Page.objects.exclude(slug="about")]
    corrected = ["/corrections/"] if Correction.objects.at(freshness.moment(request)).exists() else []
    paths = ("/", "/archive/", "/about/", *corrected, *sections, *about)
    return _answer(request, "urlset", "url", [(path, None) for path in paths])


@require_safe
def month(request, year, month):
    first = date(int(year), int(month), 1)
    start, end = (timezone.make_aware(datetime.combine(day, time.min)) for day in (first, _next(first)))
    stories = Edition.objects.at(freshness.moment(request)).among(start, end).newest_first()
    rows = stories.values_list("path", "updated_at", "published_at")[:LIMIT]
    return _answer(request, "urlset", "url", [(path, updated or seen) for path, updated, seen in rows])


def _answer(request, root, kind, rows):
    now = freshness.moment(request)
    return freshness.answer(
        request,
        lambda: _xml(root, kind, rows),
        etag=freshness.etag(settings.SITE_URL, kind, rows),
        seconds=freshness.seconds_until(Edition.objects.next_change(now), now),
        content_type="application/xml",
    )


def _xml(root, kind, rows):
    body = "\n".join(_row(kind, path, changed) for path, changed in rows)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<{root} xmlns="{_NAMESPACE}">\n{body}\n</{root}>\n'


def _row(kind, path, changed):
    modified = f"<lastmod>{changed.isoformat(timespec='seconds')}</lastmod>" if changed else ""
    return f"<{kind}><loc>{escape(settings.SITE_URL + iri_to_uri(path))}</loc>{modified}</{kind}>"


def _months(first, last):
    month = first.replace(day=1)
    while month <= last:
        yield month
        month = _next(month)


def _next(month):
    return (month + timedelta(31)).replace(day=1)
