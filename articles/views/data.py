"""A story for machines, beside the page: ninjs, and that it is canceled once it was killed."""

import json

from django.conf import settings
from django.http import Http404
from django.views.decorators.http import require_safe

from articles import freshness, republishing, structured
from articles.models import Edition

from . import chrome, elsewhere


@require_safe
def story(request):
    path = f"{request.path_info.removesuffix('.json')}/"
    edition = Edition.objects.at(freshness.moment(request)).whole().filter(path=path).first()
    if edition is None:
        return elsewhere.forward(request, path, to=lambda found: found.data_path) or _canceled(request, path)
    frame = chrome.load(request)
    policies = structured.policies(frame.publisher)
    licence = republishing.deed(edition, frame.paper, site=settings.SITE_URL)
    item = lambda: structured.news_item(edition, url=settings.SITE_URL, policies=policies, licence=licence)
    return _answer(request, frame, item, of=(edition.digest, policies, licence))


def _canceled(request, path):
    kill = elsewhere.kill_at(request, path)
    if kill is None:
        raise Http404
    item = lambda: structured.canceled(kill, url=settings.SITE_URL)
    return _answer(request, chrome.load(request), item, of=kill.digest, status=410)


def _answer(request, frame, item, *, of, status=200):
    return freshness.answer(
        request,
        lambda: json.dumps(item(), ensure_ascii=False),
        etag=freshness.etag("ninjs", request.path_info, of),
        seconds=frame.seconds,
        content_type="application/json",
        status=status,
    )
