"""What the paper has put right, newest first, with the stories as they are now; all of it, or one kind."""

from django.views.decorators.http import require_safe

from articles.models import Correction

from . import chrome
from .answering import digests, page
from .shelf import numbers, shelved

ENTRIES = 25


@require_safe
def index(request):
    """A kind that is none shows all."""
    frame = chrome.load(request)
    told = Correction.objects.at(frame.now)
    kinds = told.kinds()
    kind = next((one for one in kinds if one == request.GET.get("kind")), "")
    shelf = shelved(request, (told.filter(kind=kind) if kind else told).newest_first(), ENTRIES)
    corrections = list(shelf)
    context = {
        "corrections": corrections,
        "shelf": shelf,
        "numbers": list(numbers(shelf)),
        "kinds": kinds,
        "kind": kind,
    }
    stories = [(one.path, one.headline, one.language) for one in corrections]
    of = (digests(corrections), stories, kinds, kind, shelf.number, shelf.paginator.count)
    return page(request, frame, "pages/corrections.html", {**context, "kinds": kinds, "kind": kind}, of=of)
