"""When a story leaves the site: GET shows what is planned, POST sets an end or takes it away."""

from django.contrib import messages
from django.views.decorators.http import require_http_methods

from articles import permissions, publishing

from . import asking, moments, zones
from .gate import of_story
from .when import AT, NEVER, When

NOTE = 500


@of_story(permissions.may_publish)
@require_http_methods(["GET", "HEAD", "POST"])
def end(request, pk):
    article = asking.story(pk)
    planned = publishing.standing(article).until
    when = When(request.POST, user=request.user, article=article, planned=planned)
    if request.method != "POST":
        return _ask(request, article, _as_planned(when))
    if not when.errors and when.ends not in (AT, NEVER):
        when.errors.append(("ends-never", "Choose whether the story leaves the site."))
    if when.errors:
        return _ask(request, article, when, wrong=when.errors, status=409)
    try:
        at = when.closing.moment if when.ends == AT else None
        publishing.end(article, by=request.user, at=at, note=asking.typed(request, "note", NOTE))
    except publishing.Refused as refused:
        return _ask(request, article, when, refused=refused, status=409)
    told = f"The story {zones.tell(at, request.user, 'leaves the site')}" if at else "The story stays on the site."
    messages.success(request, told)
    return asking.back(article)


def _as_planned(when):
    when.ends = AT if when.planned else NEVER
    if when.planned:
        when.closing = moments.filled(when.planned, "until", when.zone, when.now)
    return when


def _ask(request, article, when, *, refused=None, wrong=(), status=200):
    told = {"when": when, "refused": refused, "wrong": wrong, "note": asking.typed(request, "note", NOTE)}
    opening = publishing.standing(article).next
    opens = opening and zones.tell(opening.live_from, request.user)
    return asking.page(request, article, "desk/end.html", status=status, title="End", opens=opens, **told)
