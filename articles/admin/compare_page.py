"""Two versions of a story, side by side or in one text; readers' version against the desk's when none are named."""

from django.contrib.admin import site
from django.shortcuts import get_object_or_404, render

from articles import permissions, publishing
from articles.models import Article
from articles.text.quoted_words import reworded

from .gate import of_story
from .snapshots import changes
from .versions import Versions

QUOTING = ("kicker", "headline", "standfirst", "body")


@of_story(permissions.may_see)
def compare(request, pk):
    article = get_object_or_404(Article, pk=pk)
    standing = publishing.standing(article)
    live = standing.live.version if standing.live else None
    versions = Versions(article, live, request.GET.get("from", ""), request.GET.get("to", ""))
    told = changes(versions.data(versions.older), versions.data(versions.newer))
    return render(
        request,
        "desk/compare.html",
        {
            **site.each_context(request),
            "opts": Article._meta,
            "original": article,
            "title": "What changed",
            "standing": standing,
            "versions": versions,
            "older": versions.older,
            "newer": versions.newer,
            "revisions": versions.listed,
            "sides": request.GET.get("view") != "inline",
            "changes": told,
            "count": sum(change.count for change in told),
            "misquoted": _misquoted(versions, told),
        },
    )


def _misquoted(versions, told):
    """The quotations whose words changed since readers had them."""
    published = versions.published_before
    if published is None:
        return []
    if published != versions.older:
        told = changes(versions.data(published), versions.data(versions.newer))
    return reworded([block for change in told if change.name in QUOTING for block in change.blocks])
