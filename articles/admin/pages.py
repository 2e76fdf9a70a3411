"""The standing pages: about, contact, standards."""

from django.contrib import admin

from articles.models import Page

from .layout import DeskModelAdmin, SlugForm


class PageForm(SlugForm):
    slug_from = "title"


@admin.register(Page)
class PageAdmin(DeskModelAdmin):
    form = PageForm
    change_form_template = "desk/page_form.html"
    fields = ("title", "slug", "role", "description", "position", "body")
    list_display = ("title", "slug", "role", "position")
    search_fields = ("title",)
