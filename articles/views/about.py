"""The paper about itself: its standing pages."""

from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from articles import freshness, structured
from articles.models import Page
from articles.text.markup import sanitise_page

from . import chrome
from .answering import page

FIRST = "about"


@require_safe
def index(request):
    """The page with the slug `about`, or the only one there is, and links to the others."""
    pages = list(Page.objects.all())
    about = next((one for one in pages if one.slug == FIRST), pages[0] if len(pages) == 1 else None)
    others = [one for one in pages if one is not about]
    return _answer(request, about, others)


@require_safe
def about(request, slug):
    if slug == FIRST:
        return freshness.moved("/about/")
    return _answer(request, get_object_or_404(Page, slug=slug), [])


def _answer(request, about, others):
    frame = chrome.load(request)
    html = sanitise_page(about.body) if about else ""  # a standing page has no edition that was cleaned for readers
    context = {
        "about": about,
        "html": html,
        "canonical": about.get_absolute_url() if about and about.slug != FIRST else "/about/",
        "crumb": request.path_info != "/about/",
        "pages": others,
        "data": [structured.about(frame.publisher, about)],
    }
    told = [(one.title, one.slug, one.description) for one in (about, *others) if one]
    return page(request, frame, "pages/about.html", context, of=(told, html))
