"""A topic as it went: its stories in the order they appeared, plainly listed."""

from django.http import Http404
from django.views.decorators.http import require_safe

from articles import freshness
from articles.models import Edition, Tag

from . import chrome
from .answering import digests, page
from .shelf import numbers, shelved

HUNDRED = 100


@require_safe
def tag(request, slug):
    tag = Tag.objects.addressed(slug).first()
    if tag is None:
        raise Http404
    frame = chrome.load(request)
    shelf = shelved(request, tag.edition_rows.at(frame.now).edition_ids().reverse(), HUNDRED)
    stories = list(Edition.objects.at(frame.now).for_cards().listed_in(list(shelf)).reverse())
    if not stories:
        raise Http404
    if tag.slug != slug:
        return freshness.moved(f"{tag.get_absolute_url()}timeline/", frame.seconds)
    told = {"subject": tag, "stories": stories, "shelf": shelf, "numbers": list(numbers(shelf))}
    of = (tag.name, tag.slug, shelf.number, shelf.paginator.count, digests(stories))
    return page(request, frame, "pages/timeline.html", told, of=of)
