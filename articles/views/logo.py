"""The paper's logo, as long as it is the paper's."""

from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpResponse, HttpResponseNotModified
from django.views.decorators.http import require_safe

from articles import freshness, imprint, logos

CACHED = "public, max-age=31536000, s-maxage=3600, immutable"
TYPE = "image/webp"


@require_safe
def logo(request, name):
    if not name or name != imprint.current().logo:
        raise Http404
    etag = f'"{name}"'
    response = HttpResponseNotModified() if freshness.known(request, etag) else _file(request, name)
    response["Cache-Control"] = CACHED
    response["ETag"] = etag
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["X-Content-Type-Options"] = "nosniff"
    response["Cross-Origin-Resource-Policy"] = "cross-origin"  # search engines and feed readers show it
    return response


def _file(request, name):
    if request.method == "HEAD":
        return HttpResponse(content_type=TYPE, headers={"Content-Length": default_storage.size(logos.path(name))})
    return FileResponse(default_storage.open(logos.path(name)), content_type=TYPE)
