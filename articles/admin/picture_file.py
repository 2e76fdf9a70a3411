"""The bytes of a picture for the desk, published or not: asked for by permission, never by a public address."""

from django.core.files.storage import default_storage
from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from articles import permissions, pictures
from articles.models import Image

from .gate import only

TYPES = {"jpg": "image/jpeg", "jpeg": "image/jpeg", "png": "image/png", "webp": "image/webp", "gif": "image/gif"}
SHAPE = "wide"


@only(permissions.may_see_picture)
@require_safe
def file(request, pk):
    """The narrowest rendition at least `w` wide, the original without `w` or where there is none."""
    image = get_object_or_404(Image, pk=pk)
    name = _name(image, request.GET.get("w", ""))
    if not default_storage.exists(name):
        raise Http404("The picture's file is missing.")
    extension = name.rsplit(".", 1)[-1]
    return FileResponse(
        default_storage.open(name),
        content_type=TYPES.get(extension, "application/octet-stream"),
        headers={"Cache-Control": "private, max-age=600", "X-Content-Type-Options": "nosniff"},
    )


def _name(image, wanted):
    width = int(wanted) if wanted.isdecimal() and len(wanted) < 6 else 0
    sizes = image.renditions.filter(shape=SHAPE, format="webp", width__gte=width).order_by("width")
    rendition = sizes.first() if width else None
    return pictures.path(rendition.name) if rendition else image.file.name
