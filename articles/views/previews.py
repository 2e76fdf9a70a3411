"""A story as its page would be, for whoever was sent the link: that one page and its pictures, nothing else.

A link that never was, has ended, was taken back or belongs to another story is answered like any other address where
nothing is. No answer is kept by anybody, none sets a cookie, and the address is told to no other site.
"""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_safe

from articles import freshness, previewing, printing, translations
from articles.models import Rendition

from . import chrome
from .pictures import file_of

PRIVATE = {
    "Cache-Control": "private, no-store",
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex, nofollow",
}


@require_safe
def preview(request, token):
    link = _opened(token, counted=request.method == "GET")
    edition = previewing.shown_by(link, pictures_at=f"{reverse('preview', args=[token])}pictures/")
    told = {"story": edition, "page_direction": edition.direction, "notice": not previewing.is_published(link)}
    told["translations"] = translations.of(edition)
    page = printing.render("pages/preview.html", chrome.load(request), told, language=edition.language)
    return freshness.without_body(request, HttpResponse(page, headers=PRIVATE))


@require_safe
def picture(request, token, name):
    """A size of a picture on the page that the link shows."""
    link = _opened(token, counted=False)
    rendition = get_object_or_404(Rendition, name=name, image__in=previewing.pictures_of(link))
    response = file_of(request, rendition)
    for header, value in PRIVATE.items():
        response[header] = value
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response


def _opened(token, *, counted):
    link = previewing.opened(token, counted=counted)
    if link is None:
        raise Http404
    return link
