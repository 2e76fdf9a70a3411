"""The front page."""

from django.conf import settings
from django.views.decorators.http import require_safe

from articles import fronts, structured
from articles.models import Edition

from . import chrome
from .answering import digests, page


@require_safe
def front(request):
    frame = chrome.load(request)
    editions = list(Edition.objects.at(frame.now).for_cards().newest_first()[: fronts.TAKEN])
    arranged = fronts.arrange(editions, now=frame.now)
    places = [edition.pk for edition in (arranged.lead, *arranged.seconds) if edition]  # they move as hours pass
    context = {"front": arranged, "data": [structured.front(frame.publisher, language=settings.LANGUAGE_CODE)]}
    return page(request, frame, "pages/front.html", context, of=(digests(editions), places))
