"""The share picture of a story without a picture, as long as readers can see the story and it is the one that goes
with it: found by the story's own address, so that a name alone opens nothing.
"""

from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpResponse, HttpResponseNotModified
from django.views.decorators.http import require_safe

from articles import freshness
from articles.models import Edition

from .pictures import CACHED

TYPE = "image/jpeg"


@require_safe
def card(request, mark):
    path = request.path_info.removesuffix(f"card-{mark}.jpg")
    edition = Edition.objects.at(freshness.moment(request)).for_cards().filter(path=path).first()
    if edition is None or edition.card_path != request.path_info:
        raise Http404
    etag = f'"{mark}"'
    response = HttpResponseNotModified() if freshness.known(request, etag) else _file(request, edition.card.name)
    response["Cache-Control"] = CACHED
    response["ETag"] = etag
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["X-Content-Type-Options"] = "nosniff"
    response["Cross-Origin-Resource-Policy"] = "cross-origin"  # a link preview shows it
    return response


def _file(request, name):
    if request.method == "HEAD":
        return HttpResponse(content_type=TYPE, headers={"Content-Length": default_storage.size(name)})
    return FileResponse(default_storage.open(name), content_type=TYPE)
