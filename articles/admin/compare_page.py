"""Two versions of a story in one text; readers' version against the desk's when none are named."""

from django.contrib.admin import site
from django.http import Http404
from django.shortcuts import get_object_or_404, render

from articles import permissions, publishing
from articles.models import Article

from .gate import only
from .snapshots import changes

MOST = 60


@only(permissions.may_see)
def compare(request, pk):
    article = get_object_or_404(Article, pk=pk)
    standing = publishing.standing(article)
    revisions = list(article.revisions.select_related("created_by").defer("data")[:MOST])
    newer = _version(request.GET.get("to"), article.version)
    older = _version(request.GET.get("from"), standing.live.version if standing.live else max(newer - 1, 1))
    return render(
        request,
        "desk/compare.html",
        {
            **site.each_context(request),
            "opts": Article._meta,
            "original": article,
            "title": "What changed",
            "standing": standing,
            "older": older,
            "newer": newer,
            "revisions": revisions,
            "changes": changes(_data(article, older), _data(article, newer)),
        },
    )


def _version(text, default):
    return int(text) if text and text[:9].isdecimal() and len(text) < 10 else default


def _data(article, version):
    revision = article.revisions.filter(version=version).first()
    if revision is None:
        raise Http404(f"Version {version} was not kept.")
    return revision.data
