"""A story, at the address it will always have."""

from django.conf import settings
from django.http import Http404
from django.views.decorators.http import require_safe

from articles import changes, freshness, related, republishing, structured, translations
from articles.models import Edition

from . import chrome, elsewhere
from .answering import digests, page


@require_safe
def story(request):
    now = freshness.moment(request)
    found = Edition.objects.at(now).whole().with_past(now).in_other_languages(now).between_neighbours(now)
    edition = found.filter(path=request.path_info).first()
    if edition is None:
        return _elsewhere(request)
    frame = chrome.load(request)
    beside = related.of(edition, now)
    changes_path = edition.changes_path if changes.are_shown(edition) else ""
    may_print = republishing.deed(edition, frame.paper, site=settings.SITE_URL)
    languages = {"translations": translations.of(edition), "alternates": translations.alternates(edition)}
    shown = {"story": edition, "related": beside, "changes_path": changes_path, "may_print": may_print, **languages}
    shown["page_direction"] = edition.direction
    return page(
        request,
        frame,
        "pages/story.html",
        lambda: {**shown, "data": _data(edition, frame, shown)},
        of=(edition.digest, digests(beside), changes_path, languages, edition.earlier, edition.later),
        language=edition.language,
    )


def _data(edition, frame, shown):
    """What machines are told of the story, worked out only where the page is made."""
    paper = frame.publisher
    story = structured.news_article(edition, paper=paper, versions=shown["translations"])
    return [story | structured.backed(edition, licence=shown["may_print"]), structured.crumbs_of(edition, paper)]


def _elsewhere(request):
    """Where the story of this address has gone, or that it was withdrawn; else not found, whatever was here."""
    path = request.path_info
    if forward := elsewhere.forward(request, path, to=Edition.get_absolute_url):
        return forward
    kill = elsewhere.kill_at(request, path)
    if kill is None:
        raise Http404
    return elsewhere.withdrawn(request, kill)
