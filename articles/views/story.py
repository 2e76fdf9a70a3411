"""A story, at the address it will always have."""

from django.conf import settings
from django.db.models import Exists, OuterRef, Subquery
from django.http import Http404
from django.views.decorators.http import require_safe

from articles import freshness, printing, structured
from articles.models import Edition, EditionTag

from . import chrome
from .answering import digests, page


@require_safe
def story(request):
    now = freshness.moment(request)
    found = Edition.objects.at(now).whole().with_past(now).filter(path=request.path_info)
    edition = found.annotate(shared_tag=_shared_tag(now)).first()
    if edition is None:
        return _elsewhere(request)
    frame = chrome.load(request)
    related = list(_related(edition, now))
    changes_path = edition.changes_path if changes.are_shown(edition) else ""
    data = structured.news_article(edition, url=settings.SITE_URL, name=settings.SITE_NAME)
    told = {"story": edition, "related": related, "data": data, "changes_path": changes_path}
    return page(
        request,
        frame,
        "pages/story.html",
        {**told, "page_direction": edition.direction},
        of=(edition.digest, digests(related), changes_path),
        language=edition.language,
    )


@require_safe
def data(request):
    """The same story for machines, as ninjs; of a killed one, that it is canceled."""
    path = request.path_info.removesuffix(".json") + "/"
    edition = Edition.objects.at(freshness.moment(request)).whole().filter(path=path).first()
    if edition is not None:
        return _json(request, structured.news_item(edition, url=settings.SITE_URL), of=edition.digest)
    return elsewhere.forward(request, path, Edition.data_path.fget) or _canceled(request, path)


def _elsewhere(request):
    path = request.path_info
    return elsewhere.forward(request, path, Edition.get_absolute_url) or _withdrawn(request, path)


def _withdrawn(request, path):
    kill = elsewhere.kill_at(request, path)
    if kill is None:
        raise Http404
    return elsewhere.withdrawn(request, kill)


def _canceled(request, path):
    kill = elsewhere.kill_at(request, path)
    if kill is None:
        raise Http404
    return _json(request, structured.canceled(kill, url=settings.SITE_URL), of=kill.digest, status=410)


def _json(request, item, *, of, status=200):
    return freshness.answer(
        request,
        lambda: json.dumps(item, ensure_ascii=False),
        etag=freshness.etag("ninjs", request.path_info, of),
        seconds=chrome.load(request).seconds,
        content_type="application/json",
        status=status,
    )


def _shared_tag(moment):
    """The first of a story's tags that another story has too, worked out in the query that finds the story."""
    others = EditionTag.objects.at(moment).filter(tag=OuterRef("tag")).exclude(edition=OuterRef("edition"))
    rows = EditionTag.objects.filter(Exists(others), edition=OuterRef("pk"))
    return Subquery(rows.order_by("tag__name").values("tag")[:1])
