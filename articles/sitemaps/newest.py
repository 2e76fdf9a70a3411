"""The news of the last two days, as search engines for news ask for it.

https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap: by when a story first appeared, not
by when it last changed, and 1,000 at most. NEWS_SITEMAP_WITHOUT names the kinds that are no news: what somebody paid
for, what did not happen.
"""

import re
from datetime import timedelta
from xml.sax.saxutils import escape

from django.conf import settings
from django.views.decorators.http import require_safe

from articles import freshness, printing
from articles.models import Edition
from articles.text.xml import clean

from .writing import address, answer, stamp

MOST, SPAN = 1000, timedelta(days=2)
NAMESPACE = ' xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'
_IN_BRACKETS = re.compile(r"\s*\([^()]*\)\s*$")
_TRADITIONAL = re.compile(r"zh(?:-\w+)*-(?:hant|tw|hk|mo)\b", re.IGNORECASE)


@require_safe
def news(request):
    frame = printing.chrome_at(freshness.moment(request))
    stories = Edition.objects.at(frame.now).since(frame.now - SPAN).exclude(kind__in=settings.NEWS_SITEMAP_WITHOUT)
    rows = list(stories.newest_first().values_list("path", "published_at", "language", "headline")[:MOST])
    name = _IN_BRACKETS.sub("", frame.name)
    entries = lambda: [_entry(name, *row) for row in rows]
    return answer(request, frame, "urlset", entries, of=("news", name, rows), namespaces=NAMESPACE)


def _entry(name, path, seen, language, headline):
    told = f"<news:name>{_text(name)}</news:name><news:language>{named(language)}</news:language>"
    told = f"<news:publication>{told}</news:publication><news:publication_date>{stamp(seen)}</news:publication_date>"
    return (
        f"<url><loc>{address(path)}</loc><news:news>{told}<news:title>{_text(headline)}</news:title></news:news></url>"
    )


def named(language):
    """A language tag as news sitemaps know it: two or three letters, and Chinese by how it is written."""
    primary = language.partition("-")[0].lower()
    if primary == "zh":
        return "zh-tw" if _TRADITIONAL.match(language) else "zh-cn"
    return primary


def _text(text):
    return escape(clean(text))
