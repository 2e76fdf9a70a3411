"""A story's history: one timeline of every version and every act; versions can be compared, named and restored."""

from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from articles import editing, permissions

from . import asking, timeline
from .gate import of_story

NAME = 80


@of_story(permissions.may_see)
@require_safe
def history(request, object_id):
    article = asking.story(object_id)
    show, is_told = _shown(request), permissions.may_see_withdrawals(request.user)
    page = timeline.page(article, is_told=is_told, show=show, number=request.GET.get("p"))
    return asking.page(
        request,
        article,
        "desk/history.html",
        title="History",
        page=page,
        show=show,
        chips=[(key, name, key == show) for key, name in timeline.SHOWN.items()],
        may_edit=permissions.may_edit(request.user, article),
        longest_name=NAME,
    )


@of_story(permissions.may_edit)
@require_POST
def name_version(request, pk, version):
    """Call a version something, and come back to where it stands in the timeline."""
    revision = get_object_or_404(asking.story(pk).revisions.defer("data"), version=version)
    editing.name_revision(revision, asking.typed(request, "name", NAME))
    page = request.GET.get("p", "")
    query = f"?show={_shown(request)}&p={page if page.isdecimal() else 1}#version-{version}"
    return HttpResponseRedirect(reverse("admin:articles_article_history", args=[pk]) + query)


def _shown(request):
    asked = request.GET.get("show", "")
    return asked if asked in timeline.SHOWN else ""
