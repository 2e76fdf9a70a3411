"""A story, at the address it will always have."""

from django.conf import settings
from django.db.models import Exists, OuterRef, Subquery
from django.http import Http404
from django.views.decorators.http import require_safe

from articles import freshness, structured
from articles.models import Edition, EditionTag

from . import chrome
from .answering import digests, page

RELATED = 4


@require_safe
def story(request):
    now = freshness.moment(request)
    found = Edition.objects.at(now).whole().filter(path=request.path_info)
    edition = found.annotate(shared_tag=_shared_tag(now)).first()
    if edition is None:
        return _forward(request, now)
    frame = chrome.load(request)
    related = list(_related(edition, now))
    data = structured.news_article(edition, url=settings.SITE_URL, name=settings.SITE_NAME)
    return page(
        request,
        frame,
        "pages/story.html",
        {"story": edition, "related": related, "data": data, "page_direction": edition.direction},
        of=(edition.digest, digests(related)),
        language=edition.language,
    )


def _shared_tag(moment):
    """The first of a story's tags that another story has too, worked out in the query that finds the story."""
    others = EditionTag.objects.at(moment).filter(tag=OuterRef("tag")).exclude(edition=OuterRef("edition"))
    rows = EditionTag.objects.filter(Exists(others), edition=OuterRef("pk"))
    return Subquery(rows.order_by("tag__name").values("tag")[:1])


def _related(edition, moment):
    """The newest with the same tag; those of a story that shares none are of its section."""
    readable = Edition.objects.at(moment).for_cards()
    if edition.shared_tag:
        rows = EditionTag.objects.at(moment).filter(tag=edition.shared_tag).exclude(edition=edition)
        return readable.listed_in(rows.edition_ids()[:RELATED])
    return readable.filter(section=edition.section_id).exclude(pk=edition.pk).newest_first()[:RELATED]


def _forward(request, moment):
    """An address that a story has left leads to where it stands now; any other is not found, whatever was there."""
    now_at = Edition.objects.forwarding(request.path_info, moment).values_list("path", flat=True).first()
    if now_at is None:
        raise Http404
    return freshness.moved(now_at, chrome.load(request).seconds)
