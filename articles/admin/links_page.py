"""Preview links of a story: who was given one, how often it was opened; make one, take one back."""

from django import forms
from django.conf import settings
from django.contrib import messages
from django.contrib.admin import site
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from articles import permissions, previewing
from articles.models import Article, PreviewLink

from .gate import of_story
from .layout import Quiet

USUAL = 2  # days
SHUT = "No link to this story opens: it was killed, or lies in the bin."


class LinkForm(Quiet, forms.Form):
    label = forms.CharField(max_length=120, label="For whom", help_text="Shown in this list and in the record.")
    days = forms.TypedChoiceField(
        choices=[(days, f"{days} day{'s' * (days > 1)}") for days in previewing.DAYS],
        coerce=int,
        initial=USUAL,
        label="Open for",
    )
    follows = forms.TypedChoiceField(coerce=lambda value: value == "newest", label="Shows")

    def __init__(self, *args, version, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["follows"].choices = [
            ("this", f"Version {version}, whatever is saved later"),
            ("newest", "Always the newest version"),
        ]


@of_story(permissions.may_share)
@require_http_methods(["GET", "HEAD", "POST"])
def links(request, pk):
    article = get_object_or_404(Article, pk=pk)
    form = LinkForm(request.POST or None, version=article.version)
    if request.method != "POST" or not form.is_valid() or previewing.is_shut(article):
        return _page(request, article, form)
    link, token = previewing.make(article, by=request.user, **form.cleaned_data)
    made = {"link": link, "address": f"{settings.SITE_URL}{reverse('preview', args=[token])}"}
    return _page(request, article, LinkForm(version=article.version), made=made)


@of_story(permissions.may_share)
@require_POST
def revoke(request, pk, link):
    link = get_object_or_404(PreviewLink.objects.select_related("article"), pk=link, article=pk)
    previewing.revoke(link, by=request.user)
    messages.success(request, f"{link} opens nothing any more.")
    return HttpResponseRedirect(reverse("admin:articles_article_links", args=[pk]))


def _page(request, article, form, *, made=None):
    """`made`: the link just made and its address, which nobody can be told again."""
    shut = SHUT if previewing.is_shut(article) else ""
    told = {
        "opts": Article._meta,
        "original": article,
        "title": "Preview links",
        "form": form,
        "made": made,
        "shut": shut,
        "links": [_row(link, shut) for link in article.preview_links.select_related("revision", "made_by")],
    }
    status = 409 if shut and request.method == "POST" else 200
    return render(request, "desk/links.html", {**site.each_context(request), **told}, status=status)


def _row(link, shut):
    now = timezone.now()
    state = "revoked" if link.revoked_at else "ended" if now >= link.expires_at else "shut" if shut else "open"
    return {"link": link, "state": state, "is_open": link.is_open(now)}
