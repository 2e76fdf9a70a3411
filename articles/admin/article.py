"""Stories: the list, the form, and the pages that hang on a story. Every write goes through a writer."""

from django.contrib import admin
from django.urls import path

from articles import permissions
from articles.models import Article

from . import conflict, history_page, presence_band, reading_page, story_cards
from .article_form import ArticleForm
from .bulk_actions import BulkActions
from .layout import DeskModelAdmin, without_side_doors
from .picture_field import PictureSelect
from .story_filters import in_the_bin
from .story_list import Columns
from .story_pages import PAGES
from .story_saving import Saving

WRITE, SIDE = "nr-write", "nr-side"


@admin.register(Article)
class ArticleAdmin(Saving, Columns, BulkActions, DeskModelAdmin):
    form = ArticleForm
    change_form_template = "desk/article_form.html"
    autocomplete_fields = ("translation_of",)
    modules = ("desk/bylines.js", "desk/show.js", "desk/presence.js", "desk/unsaved.js")
    # Class nr-side puts a card beside the text; the template adds the cards that are not fields.
    fieldsets = (
        (None, {"fields": ("kicker", "headline", "standfirst", "dateline", "body"), "classes": (WRITE,)}),
        (
            "How we reported this",
            {
                "fields": (
                    "method",
                    "sources",
                    "desk_sources",
                    ("reply_sought", "reply_on"),
                    "reply_came",
                    "conflicts",
                    ("ai_use", "ai_purpose", "ai_reviewer"),
                    "checked_by",
                ),
                "description": "Readers see it below the text, and the use of AI beside the byline.",
                "classes": ("nr-backing", "collapse"),
            },
        ),
        ("Filed under", {"fields": (("section", "kind"), "tags", "weight", "public_changes"), "classes": (SIDE,)}),
        ("Lead picture", {"fields": ("lead",), "classes": (SIDE,)}),
        (
            "Planning",
            {
                "fields": (
                    "assignee",
                    "priority",
                    "due",
                    "planned_for",
                    "embargo_until",
                    "slug",
                    ("language", "source_line"),
                    "translation_of",
                    ("rights", "licence"),
                    "ednote",
                ),
                "classes": (SIDE, "collapse"),
            },
        ),
    )

    def get_changeform_initial_data(self, request):
        """A new story is with whoever begins it, until somebody says otherwise."""
        return {"assignee": request.user.pk, **super().get_changeform_initial_data(request)}

    # who may do what

    def has_add_permission(self, request):
        return permissions.may_begin(request.user)

    def has_view_permission(self, request, obj=None):
        return permissions.may_see(request.user, obj)

    def has_change_permission(self, request, obj=None):
        return permissions.may_edit(request.user, obj)

    def has_delete_permission(self, request, obj=None):
        """A story is spiked, killed or put in the bin, never deleted: its editions and its record stay."""
        return False

    # what there is

    def get_queryset(self, request):
        """The stories somebody may see: those in the bin under its own tab, the others elsewhere."""
        seen = super().get_queryset(request).filter(permissions.stories_seen_by(request.user)).for_list()
        return seen.binned() if in_the_bin(request) else seen.kept()

    def get_object(self, request, object_id, from_field=None):
        """One whole story, whoever asks: the permission asks about the very story, and answers 403."""
        return (
            super()
            .get_queryset(request)
            .select_related("section", "lead", "assignee", "changed_by")
            .filter(pk=object_id if object_id.isdecimal() else None)
            .first()
        )

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        field = super().formfield_for_foreignkey(db_field, request, **kwargs)
        if db_field.name == "lead":
            field.widget = PictureSelect()
        if db_field.name == "assignee":
            field.queryset = field.queryset.filter(is_active=True, is_staff=True)
            field.label_from_instance = lambda user: user.get_full_name() or user.get_username()
        return field

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        return (
            without_side_doors(field) if db_field.name in ("section", "assignee", "lead", "translation_of") else field
        )

    # the form

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change, **kwargs)
        form.user = request.user
        return form

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if obj and not self.has_change_permission(request, obj):
            return reading_page.page(request, obj)
        form = context["adminform"].form
        context |= conflict.context(context["adminform"])
        context["presence"] = presence_band.told(obj, request.user, obj.version) if obj else None
        context |= story_cards.context(request.user, form.current if obj and form.is_bound else obj)
        # Named, as the answer would else be scrolled to where somebody jumped before: a redirect keeps the fragment.
        form_url = form_url or request.get_full_path()
        return super().render_change_form(request, context, add, change, form_url, obj)

    def history_view(self, request, object_id, extra_context=None):
        return history_page.history(request, object_id=object_id)

    def get_urls(self):
        pages = [path(route, self.admin_site.admin_view(view), name=f"articles_{name}") for route, view, name in PAGES]
        return [*pages, *super().get_urls()]
