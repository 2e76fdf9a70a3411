"""Taking a story from readers: unpublishing, killing with a public notice, and bringing a killed one back."""

from django.conf import settings
from django.contrib import messages
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from articles import permissions, publishing
from articles.models import Withdrawal

from . import asking
from .asking import typed
from .gate import of_story

NOTE, NOTICE, REASON = 500, 1000, 2000
START = "This story has been withdrawn. We no longer stand by what it said."


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
    messages.success(request, "Taken off the site. Its address answers “not found”; the story stays on the desk.")
    return asking.back(article)


def _ask_to_unpublish(request, article, *, refused=None, status=200):
    told = {"title": "Take off the site", "refused": refused, "note": typed(request, "note", NOTE)}
    return asking.page(request, article, "desk/unpublish.html", status=status, **told)


@of_story(permissions.may_kill)
@require_http_methods(["GET", "HEAD", "POST"])
def kill(request, pk):
    article = asking.story(pk)
    if request.method != "POST":
        return _ask_to_kill(request, article)
    told = {"notice": typed(request, "notice", NOTICE), "reason": typed(request, "reason", REASON)}
    try:
        _refuse_unsure(request)
        publishing.kill(article, by=request.user, legal=request.POST.get("kind") == Withdrawal.Kind.LEGAL, **told)
    except publishing.Refused as refused:
        return _ask_to_kill(request, article, refused=refused, status=409)
    messages.success(request, "Killed. Its address answers “gone” with your notice; text and record stay on the desk.")
    return asking.back(article)


@of_story(permissions.may_revive)
@require_http_methods(["GET", "HEAD", "POST"])
def revive(request, pk):
    article = asking.story(pk)
    if request.method != "POST":
        return _ask_to_revive(request, article)
    try:
        publishing.revive(article, by=request.user, reason=typed(request, "reason", REASON))
    except publishing.Refused as refused:
        return _ask_to_revive(request, article, refused=refused, status=409)
    messages.success(request, "Back on the desk as a draft. Readers are told of the kill until it is published again.")
    return asking.back(article)


def _refuse_unsure(request):
    if not request.POST.get("sure"):
        raise publishing.Refused("Tick “I mean it” to kill the story.", code="unsure")


def _ask_to_kill(request, article, *, refused=None, status=200):
    posted = request.method == "POST"
    scheduled = article.editions.upcoming().order_by("live_from").first()
    told = {
        "title": "Kill",
        "refused": refused,
        "notice": typed(request, "notice", NOTICE) if posted else START,
        "reason": typed(request, "reason", REASON),
        "legal": request.POST.get("kind") == Withdrawal.Kind.LEGAL,
        "kinds": Withdrawal.Kind,
        "paths": _paths(article),
        "scheduled": scheduled,
        "most": {"notice": NOTICE, "reason": REASON},
        "site_url": settings.SITE_URL,
    }
    return asking.page(request, article, "desk/kill.html", status=status, **told)


def _ask_to_revive(request, article, *, refused=None, status=200):
    told = {
        "title": "Bring back",
        "refused": refused,
        "reason": typed(request, "reason", REASON),
        "paths": _paths(article),
        "most": {"reason": REASON},
        "site_url": settings.SITE_URL,
    }
    return asking.page(request, article, "desk/revive.html", status=status, **told)


def _paths(article):
    """Every address at which readers saw the story."""
    return list(article.editions.seen_by(timezone.now()).order_by("path").values_list("path", flat=True).distinct())
