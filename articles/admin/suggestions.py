"""Tags and pictures to choose from while typing."""

from functools import reduce
from operator import or_

from django.db.models import Q
from django.http import JsonResponse
from django.urls import reverse

from articles import permissions, tagging
from articles.models import Image
from articles.text.tags import key

from .gate import only

PICTURES = 24


@only(permissions.may_use_tags)
def tags(request):
    """{"tags": [{"name", "alias"}], "exact": whether what was typed is one of them}."""
    typed = _typed(request)
    found = tagging.suggest(typed)
    exact = any(key(typed) in (key(tag["name"]), key(tag["alias"])) for tag in found)
    return JsonResponse({"tags": found, "exact": exact})


@only(permissions.may_see_picture)
def pictures(request):
    """{"pictures": [see `told`]}, the newest first."""
    found = _matching(_typed(request))[:PICTURES]
    return JsonResponse({"pictures": [told(image) for image in found]})


def _typed(request):
    """The start of what was typed; PostgreSQL looks for no NUL."""
    return request.GET.get("q", "").replace("\0", "")[:100]


def told(image):
    """A picture as the desk's scripts know it, with the words that a text begins with."""
    src = f"{reverse('admin:articles_image_file', args=[image.pk])}?w=320"
    words = {name: getattr(image, name) for name in ("title", "credit", "alt", "caption")}
    return {"id": image.pk, "src": src, **words}


def _matching(typed):
    """Pictures in whose title, description, caption or credit every word typed stands."""
    found = Image.objects.all()
    for word in typed.split():
        fields = (Q(**{f"{name}__icontains": word}) for name in ("title", "alt", "caption", "credit"))
        found = found.filter(reduce(or_, fields))
    return found
