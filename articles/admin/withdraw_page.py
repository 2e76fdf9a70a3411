"""Taking a story from readers: unpublishing, killing with a public notice, and bringing a killed one back."""

from django.contrib import messages
from django.views.decorators.http import require_http_methods

from articles import permissions, publishing

from . import asking
from .asking import typed
from .gate import of_story

NOTE = 500


@of_story(permissions.may_withdraw)
@require_http_methods(["GET", "HEAD", "POST"])
def unpublish(request, pk):
    article = asking.story(pk)
    if request.method != "POST":
        return _ask_to_unpublish(request, article)
    try:
        publishing.unpublish(article, by=request.user, note=typed(request, "note", NOTE))
    except publishing.Refused as refused:
        return _ask_to_unpublish(request, article, refused=refused, status=409)
    messages.success(request, "Withdrawn. Its address answers “not found”; the story stays on the desk.")
    return asking.back(article)


def _ask_to_unpublish(request, article, *, refused=None, status=200):
    told = {"title": "Take off the site", "refused": refused, "note": typed(request, "note", NOTE)}
    return asking.page(request, article, "desk/unpublish.html", status=status, **told)
