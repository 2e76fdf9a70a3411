"""What the paper has put right, newest first, with the stories as they are now."""

from django.views.decorators.http import require_safe

from articles.models import Correction, Page

from . import chrome
from .answering import digests, page
from .shelf import numbers, shelved

ENTRIES = 25
WRITE_TO = ("contact", "about")  # standing pages that say how to reach the desk, the better one first


@require_safe
def index(request):
    frame = chrome.load(request)
    shelf = shelved(request, Correction.objects.at(frame.now).newest_first(), ENTRIES)
    corrections = list(shelf)
    context = {"corrections": corrections, "shelf": shelf, "numbers": list(numbers(shelf)), "desk": _desk()}
    stories = [(one.path, one.headline, one.language) for one in corrections]
    told = (digests(corrections), stories, context["desk"], shelf.number, shelf.paginator.count)
    return page(request, frame, "pages/corrections.html", context, of=told)


def _desk():
    """Where a reader who has seen a mistake can write; "" if no page says so."""
    pages = set(Page.objects.filter(slug__in=WRITE_TO).values_list("slug", flat=True))
    slug = next((slug for slug in WRITE_TO if slug in pages), "")
    return {"": "", "about": "/about/"}.get(slug, f"/about/{slug}/")
