"""A story's history: every version with who, when and why, and every move between them."""

from django.contrib.admin import site
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, render

from articles import permissions, publishing
from articles.models import Article, Transition

from .gate import of_story

PAGE = 50


@of_story(permissions.may_see)
def history(request, object_id):
    article = get_object_or_404(Article, pk=object_id if object_id.isdecimal() else None)
    revisions = article.revisions.select_related("created_by").defer("data")
    page = Paginator(revisions, PAGE).get_page(request.GET.get("p"))
    return render(
        request,
        "desk/history.html",
        {
            **site.each_context(request),
            "opts": Article._meta,
            "original": article,
            "title": "History",
            "page": page,
            "rows": _rows(article, page),
            "standing": publishing.standing(article),
        },
    )


def _rows(article, page):
    """Versions and moves of the page's stretch of time, newest first."""
    revisions = list(page.object_list)
    moves = article.transitions.exclude(action__in=[Transition.Action.CREATED, Transition.Action.IMPORTED])
    moves = moves.select_related("by", "edition")
    if page.has_next():
        moves = moves.filter(at__gte=revisions[-1].created_at)
    if page.has_previous():
        moves = moves.filter(at__lt=revisions[0].created_at)
    rows = [{"at": revision.created_at, "revision": revision} for revision in revisions]
    rows += [{"at": move.at, "move": move} for move in moves]
    return sorted(rows, key=lambda row: row["at"], reverse=True)
