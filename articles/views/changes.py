"""What changed in a story since it appeared, as far as its readers are shown."""

from django.core.paginator import Paginator
from django.http import Http404
from django.views.decorators.http import require_safe

from articles import changes, freshness
from articles.models import Edition

from . import chrome, elsewhere
from .answering import digests, page
from .shelf import numbers

STEPS = 5  # each costs a comparison


@require_safe
def story(request):
    path, now = request.path_info.removesuffix("changes/"), freshness.moment(request)
    edition = Edition.objects.at(now).for_cards().with_past(now).filter(path=path).first()
    if edition is None:
        return _elsewhere(request, path)
    if not changes.are_shown(edition):
        raise Http404
    told = list(Edition.objects.still_told(now).filter(article=edition.article_id).for_comparing())
    shelf = Paginator(changes.pairs(told), STEPS).get_page(request.GET.get("page"))
    return page(
        request,
        chrome.load(request),
        "pages/changes.html",
        lambda: _context(edition, told[-1], shelf),
        of=(digests(told), shelf.number, changes.compared_parts()),
        language=edition.language,
    )


def _elsewhere(request, path):
    forward = elsewhere.forward(request, path, to=lambda found: found.changes_path)
    if forward is None:
        raise Http404
    return forward


def _context(edition, first, shelf):
    """The editions of this page are read whole, in one query, and compared."""
    whole = Edition.objects.in_bulk({one.pk for pair in shelf for one in pair})
    return {
        "story": edition,
        "first": first if first.live_from == edition.published_at else None,
        "steps": [changes.step(whole[newer.pk], whole[older.pk]) for newer, older in shelf],
        "shelf": shelf,
        "numbers": list(numbers(shelf)),
        "page_direction": edition.direction,
    }
