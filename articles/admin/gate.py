"""Permission before anything else: before the method, the form, and whether the thing is there at all."""

from functools import wraps

from django.core.exceptions import PermissionDenied
from django.http import Http404

from articles.models import Article


def only(predicate):
    """Let a view answer those alone for whom `predicate(user)` holds; everybody else gets 403."""

    def guard(view):
        @wraps(view)
        def guarded(request, *args, **kwargs):
            if not predicate(request.user):
                raise PermissionDenied
            return view(request, *args, **kwargs)

        return guarded

    return guard


def of_story(predicate):
    """Let a view of one story answer those alone for whom `predicate` holds: of any story, then of this one.

    Everybody else gets 403; a story that is not there is 404 to those who may ask for one.
    """

    def guard(view):
        @wraps(view)
        def guarded(request, *args, **kwargs):
            if not predicate(request.user):
                raise PermissionDenied
            if not predicate(request.user, _story(kwargs)):
                raise PermissionDenied
            return view(request, *args, **kwargs)

        return guarded

    return guard


def _story(kwargs):
    """The story that the address names, as `pk` or, in the admin's own addresses, `object_id`."""
    key = str(kwargs.get("pk") or kwargs.get("object_id") or "")
    bare = Article.objects.only("stage", "section", "created_by", "assignee", "binned_at", "embargo_until")
    story = bare.filter(pk=key if key.isdecimal() and len(key) < 19 else None).first()
    if story is None:
        raise Http404
    return story
