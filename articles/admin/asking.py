"""Pages on which somebody is asked before a story is acted on: GET asks, POST acts, a refusal brings all back."""

from django.contrib.admin import site
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from articles import publishing
from articles.models import Article


def story(pk):
    return get_object_or_404(Article.objects.select_related("section", "lead"), pk=pk)


def page(request, article, template, *, status=200, **context):
    """A page that hangs on a story, with what readers see of it now."""
    told = {"opts": Article._meta, "original": article, "standing": publishing.standing(article)}
    return render(request, template, {**site.each_context(request), **told, **context}, status=status)


def typed(request, name, limit):
    """What was typed into a field: without NUL, which PostgreSQL does not keep, and no longer than there is room."""
    return request.POST.get(name, "").replace("\0", "").replace("\r\n", "\n").strip()[:limit]


def version(request, name):
    """The version, or edition, that was on the page; 0, which no story has, if the page did not say."""
    text = request.POST.get(name, "")
    return int(text) if text.isdecimal() and len(text) < 10 else 0


def back(article):
    return HttpResponseRedirect(reverse("admin:articles_article_change", args=[article.pk]))
