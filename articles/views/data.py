"""A story for machines, beside the page: ninjs, and that it is canceled once it was killed."""

import json

from django.conf import settings
from django.http import Http404
from django.views.decorators.http import require_safe

from articles import freshness, structured
from articles.models import Edition

from . import chrome, elsewhere


@require_safe
def story(request):
    path = f"{request.path_info.removesuffix('.json')}/"
    edition = Edition.objects.at(freshness.moment(request)).whole().filter(path=path).first()
    if edition is not None:
        return _answer(request, structured.news_item(edition, url=settings.SITE_URL), of=edition.digest)
    return elsewhere.forward(request, path, to=lambda found: found.data_path) or _canceled(request, path)


def _canceled(request, path):
    kill = elsewhere.kill_at(request, path)
    if kill is None:
        raise Http404
    return _answer(request, structured.canceled(kill, url=settings.SITE_URL), of=kill.digest, status=410)


def _answer(request, item, *, of, status=200):
    return freshness.answer(
        request,
        lambda: json.dumps(item, ensure_ascii=False),
        etag=freshness.etag("ninjs", request.path_info, of),
        seconds=chrome.load(request).seconds,
        content_type="application/json",
        status=status,
    )
