"""Into the bin and out of it: one press each, and the other way is always offered."""

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.urls import reverse
from django.views.decorators.http import require_POST

from articles import editing, permissions
from articles.models import Article

from .gate import of_story


@of_story(permissions.may_bin)
@require_POST
def bin_story(request, pk):
    article = get_object_or_404(Article, pk=pk)
    try:
        editing.bin_story(article, by=request.user)
    except editing.Refused as refused:
        messages.warning(request, str(refused))
        return _to_story(article)
    messages.success(request, _with_undo(request, article))
    return HttpResponseRedirect(reverse("admin:articles_article_changelist"))


@of_story(permissions.may_bin)
@require_POST
def unbin_story(request, pk):
    article = get_object_or_404(Article, pk=pk)
    try:
        editing.unbin_story(article, by=request.user)
    except editing.Refused as refused:
        messages.warning(request, str(refused))
    else:
        messages.success(request, "Out of the bin, and where it stood before.")
    return _to_story(article)


def _with_undo(request, article):
    return render_to_string("desk/panels/binned.html", {"article": article}, request=request)


def _to_story(article):
    return HttpResponseRedirect(reverse("admin:articles_article_change", args=[article.pk]))
