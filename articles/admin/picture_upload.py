"""A picture's file taken from the middle of a story: the library's answer as JSON, the story's form stays as it is."""

from django.core.exceptions import ValidationError
from django.http import JsonResponse
from django.views.decorators.http import require_POST

from articles import images, permissions, pictures

from . import suggestions
from .gate import only


@only(permissions.may_add_picture)
@require_POST
def upload(request):
    """{"picture": see `suggestions.told`}; of bytes that are here already, the picture there is. Else 400 {"error"}."""
    file = request.FILES.get("file")
    if file is None:
        return _refused("No file came along. Choose it once more.")
    try:
        image = pictures.add(file, by=request.user)
    except images.Unusable as unusable:
        return _refused(str(unusable))
    except ValidationError as invalid:
        return _refused(" ".join(invalid.messages))
    return JsonResponse({"picture": suggestions.told(image)})


def _refused(why):
    return JsonResponse({"error": why}, status=400)
