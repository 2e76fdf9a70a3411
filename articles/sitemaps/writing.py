"""How a sitemap is written and answered (https://www.sitemaps.org/protocol.html)."""

from xml.sax.saxutils import escape

from django.conf import settings
from django.utils.encoding import iri_to_uri

from articles import freshness

NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def answer(request, frame, root, entries, *, of, namespaces=""):
    """The sitemap, or 304. `entries` makes its elements, when asked; `of`: what tells them from other ones."""
    return freshness.answer(
        request,
        lambda: _xml(root, entries(), namespaces),
        etag=freshness.etag(settings.SITE_URL, root, *of),
        seconds=frame.seconds,
        content_type="application/xml",
    )


def located(kind, path, changed=None):
    """One <url> or <sitemap>: where it is, and when what stands there last changed."""
    modified = f"<lastmod>{stamp(changed)}</lastmod>" if changed else ""
    return f"<{kind}><loc>{address(path)}</loc>{modified}</{kind}>"


def stamp(moment):
    return moment.isoformat(timespec="seconds")


def address(path):
    return escape(settings.SITE_URL + iri_to_uri(path))


def _xml(root, entries, namespaces):
    body = "\n".join(entries)
    opening = f'<{root} xmlns="{NAMESPACE}"{namespaces}>'
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{opening}\n{body}\n</{root}>\n'
