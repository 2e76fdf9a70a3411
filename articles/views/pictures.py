"""Serves one size of a picture, as long as readers can see a story it stands on.

The check comes before everything else, conditional requests too: a name tells a stranger nothing. Names never change
their bytes, so a browser may keep one for good; shared caches ask again after an hour, and so a killed story's picture
is gone from them within that hour even where nobody purges. Copies that readers already hold are theirs.
"""

import re

from django.core.files.storage import default_storage
from django.db.models import Exists, OuterRef, Q
from django.http import FileResponse, Http404, HttpResponse, HttpResponseNotModified
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from articles import freshness, pictures
from articles.models import Author, Edition, EditionByline, Rendition

CACHED = "public, max-age=31536000, s-maxage=3600, immutable"
NAME = re.compile(r"[0-9a-f]{16}-[0-9]{1,5}\.(avif|webp|jpg)")


@require_safe
def picture(request, name):
    if not NAME.fullmatch(name):
        raise Http404
    rendition = get_object_or_404(Rendition.objects.filter(_seen_at(freshness.moment(request))), name=name)
    etag = f'"{name}"'
    response = HttpResponseNotModified() if freshness.known(request, etag) else file_of(request, rendition)
    response["Cache-Control"] = CACHED
    response["ETag"] = etag
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["X-Content-Type-Options"] = "nosniff"
    response["Cross-Origin-Resource-Policy"] = "cross-origin"  # feed readers in a browser show them too
    return response


def _seen_at(moment):
    """A picture that leads a story, stands in its text, or shows one of its authors, where readers see the story."""
    editions = Edition.objects.at(moment)
    authors = Author.objects.filter(Exists(EditionByline.objects.at(moment).filter(author=OuterRef("pk"))))
    leads, stands = editions.filter(lead=OuterRef("image")), editions.filter(picture_rows__image=OuterRef("image"))
    return Q(Exists(leads)) | Exists(stands) | Exists(authors.filter(portrait=OuterRef("image")))


def file_of(request, rendition):
    """The bytes of one size, without them to HEAD."""
    kind = f"image/{rendition.format}"
    if request.method == "HEAD":
        return HttpResponse(content_type=kind, headers={"Content-Length": rendition.size})
    return FileResponse(default_storage.open(pictures.path(rendition.name)), content_type=kind)
