"""Addresses on another site that lead to a story: those that came with its import; add one, take one away."""

import django.contrib.redirects.admin
import django.contrib.sites.admin  # noqa: F401  both register tables that are written through a story's own page
from django import forms
from django.conf import settings
from django.contrib import admin, messages
from django.contrib.redirects.models import Redirect
from django.contrib.sites.models import Site
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from articles import old_addresses, permissions
from articles.models import OldAddress

from . import asking
from .gate import of_story
from .layout import Quiet

admin.site.unregister([Redirect, Site])


class AddressForm(Quiet, forms.Form):
    address = forms.CharField(
        max_length=2000, label="Old address", help_text="As it stood in a browser, or its path: /2019/05/old-name/"
    )


@of_story(permissions.may_publish)
@require_http_methods(["GET", "HEAD", "POST"])
def addresses(request, pk):
    article, form = asking.story(pk), AddressForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            path = old_addresses.add(article, form.cleaned_data["address"], by=request.user)
        except old_addresses.Refused as refused:
            form.add_error("address", forms.ValidationError(refused.message, code=refused.code))
        else:
            messages.success(request, f"{path} leads to this story.")
            return _back(pk)
    old = article.old_addresses.select_related("redirect")
    told = {"form": form, "addresses": old, "site_url": settings.SITE_URL}
    return asking.page(request, article, "desk/old_addresses.html", title="Old addresses", **told)


@of_story(permissions.may_publish)
@require_POST
def take_away(request, pk, address):
    old = get_object_or_404(OldAddress.objects.select_related("article", "redirect"), pk=address, article=pk)
    old_addresses.take_away(old, by=request.user)
    messages.success(request, f"{old} leads nowhere any more.")
    return _back(pk)


def _back(pk):
    return HttpResponseRedirect(reverse("admin:articles_article_old_addresses", args=[pk]))
