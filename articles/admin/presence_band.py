"""Who else has a story open, and whether somebody saved it since: for the band on top of its form."""

from django.http import JsonResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.http import require_POST

from articles import permissions, presence, record
from articles.models import Article

from . import asking
from .conflict import who_saved
from .gate import of_story

MOST = 3


@of_story(permissions.may_edit)
@require_POST
def here(request, pk):
    """Somebody's form is open: `typed` if they typed since they last said so, `leave` when they close it.

    Answers with `told`, in words.
    """
    article = get_object_or_404(Article.objects.only("version"), pk=pk)
    if "leave" in request.POST:
        presence.leave(article, request.user)
        return JsonResponse({})
    presence.arrive(article, request.user, typed="typed" in request.POST)
    return JsonResponse(told(article, request.user, asking.version(request, "version")))


def told(article, user, version):
    """{"who", "when", "newer"}: a sentence, its end, and another one, each may be "". `version` is the page's.

    `who` says the same as long as the same people are there; how long ago they typed is told apart from it.
    """
    others = list(presence.others(article, user))
    return {
        "who": _who(others),
        "when": _when(others),
        "newer": _newer(article, user) if article.version > version else "",
    }


def _who(others):
    writing = [record.name_of(each.user) for each in others if each.typed_at]
    reading = [record.name_of(each.user) for each in others if not each.typed_at]
    parts = [
        f"{_listed(reading)} {'has' if len(reading) == 1 else 'have'} this open" if reading else "",
        f"{_listed(writing)} {'is' if len(writing) == 1 else 'are'} editing this" if writing else "",
    ]
    return "; ".join(part for part in parts if part)


def _when(others):
    if others and others[0].typed_at:
        return f", last change {_ago(timezone.now() - others[0].typed_at)}."
    return "." if others else ""


def _listed(names):
    if len(names) > MOST:
        names = [*names[: MOST - 1], f"{len(names) - MOST + 1} others"]
    *first, last = names
    return f"{', '.join(first)} and {last}" if first else last


def _ago(span):
    seconds = max(int(span.total_seconds()), 0)
    for unit, size in (("h", 3600), ("min", 60)):
        if seconds >= size:
            return f"{seconds // size} {unit} ago"
    return f"{seconds} s ago"


def _newer(article, user):
    revision = article.revisions.select_related("created_by").first()
    return f"{who_saved(revision, user)} saved version {revision.version}. Your save will be merged with it."
