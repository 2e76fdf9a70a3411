"""The front page."""

from django.views.decorators.http import require_safe

from articles import fronts
from articles.models import Edition

from . import chrome
from .answering import digests, page


@require_safe
def front(request):
    frame = chrome.load(request)
    editions = list(Edition.objects.at(frame.now).for_cards().newest_first()[: fronts.TAKEN])
    arranged = fronts.arrange(editions, now=frame.now)
    places = [edition.pk for edition in (arranged.lead, *arranged.seconds) if edition]  # they move as hours pass
    return page(request, frame, "pages/front.html", {"front": arranged}, of=(digests(editions), places))
