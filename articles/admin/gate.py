"""Permission before anything else: before the method, the form, and whether the thing is there at all."""

from functools import wraps

from django.core.exceptions import PermissionDenied


def only(predicate):
    """Let a view answer those alone for whom `predicate(user, None)` holds; everybody else gets 403."""

    def guard(view):
        @wraps(view)
        def guarded(request, *args, **kwargs):
            if not predicate(request.user, None):
                raise PermissionDenied
            return view(request, *args, **kwargs)

        return guarded

    return guard
