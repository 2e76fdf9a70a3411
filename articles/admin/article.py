"""Stories: the list, the form, and the pages that hang on a story. Every write goes through a writer."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.urls import path, reverse

from articles import editing, permissions, stages, tagging
from articles.models import Article

from . import history_page, story_cards
from .article_form import ArticleForm
from .conflict import Overtaken
from .layout import DeskModelAdmin, without_side_doors
from .picture_field import PictureSelect
from .story_list import BulkActions, Columns
from .story_pages import PAGES

WRITE, SIDE = "nr-write", "nr-side"


@admin.register(Article)
class ArticleAdmin(Columns, BulkActions, DeskModelAdmin):
    form = ArticleForm
    change_form_template = "desk/article_form.html"
    modules = ("desk/bylines.js", "desk/show.js", "desk/unsaved.js")
    # Class nr-side puts a card beside the text; the template adds the cards that are not fields.
    fieldsets = (
        (None, {"fields": ("kicker", "headline", "standfirst", "dateline", "body"), "classes": (WRITE,)}),
        ("Filed under", {"fields": (("section", "kind"), "weight", "tags"), "classes": (SIDE,)}),
        ("Lead picture", {"fields": ("lead",), "classes": (SIDE,)}),
        (
            "Planning",
            {
                "fields": (
                    "assignee",
                    "due",
                    "planned_for",
                    "embargo_until",
                    "slug",
                    ("language", "source_line"),
                    "rights",
                    "ednote",
                ),
                "classes": (SIDE, "collapse"),
            },
        ),
    )

    def get_changeform_initial_data(self, request):
        """A new story is with whoever begins it, until somebody says otherwise."""
        return {"assignee": request.user.pk, **super().get_changeform_initial_data(request)}

    def get_queryset(self, request):
        return super().get_queryset(request).for_list()

    def get_object(self, request, object_id, from_field=None):
        """One whole story: the list's queryset leaves the body out."""
        return (
            super()
            .get_queryset(request)
            .select_related("section", "lead", "assignee", "changed_by")
            .filter(pk=object_id if object_id.isdecimal() else None)
            .first()
        )

    def has_delete_permission(self, request, obj=None):
        """A story is spiked, never deleted: its editions and its record stay."""
        return False

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
        return without_side_doors(field) if db_field.name in ("section", "assignee", "lead") else field

    # the form

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change, **kwargs)
        form.user = request.user
        return form

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        try:
            response = super().changeform_view(request, object_id, form_url, extra_context)
        except editing.Conflict:
            # Somebody saved between our reading and our writing: read again, and the form says so itself.
            response = super().changeform_view(request, object_id, form_url, extra_context)
        if overtaken := getattr(response, "context_data", None) and response.context_data.get("overtaken"):
            response.status_code = overtaken.status
        return response

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        form = context["adminform"].form
        context["overtaken"] = Overtaken(form) if form.is_stale else None
        context |= story_cards.context(request.user, form.current if obj else None)
        return super().render_change_form(request, context, add, change, form_url, obj)

    def save_model(self, request, obj, form, change):
        """Nothing yet: the writer takes the fields with the bylines and tags, in `save_related`."""

    def save_related(self, request, form, formsets, change):
        told = {"by": request.user, "bylines": form.bylines.pairs(), "tags": tagging.resolve(form.cleaned_data["tags"])}
        if not change:
            form.instance.pk = editing.create(form.written(), **told).pk
        elif form.differs_from_current(told["bylines"], told["tags"]):
            note = f"Put on top of version {form.base_version}" if form.is_on_top else ""
            editing.save(form.current, form.written(), base_version=form.base_version, note=note, **told)

    def log_addition(self, request, obj, message):
        """The revisions and transitions are the record."""

    def log_change(self, request, obj, message):
        """The revisions and transitions are the record."""

    def response_add(self, request, obj, post_url_continue=None):
        return self._moved_on(request, obj) or super().response_add(request, obj, post_url_continue)

    def response_change(self, request, obj):
        return self._moved_on(request, obj) or super().response_change(request, obj)

    def _moved_on(self, request, obj):
        """What the stage buttons do once the text is saved; None if none was pressed."""
        if "_publish" in request.POST:
            return HttpResponseRedirect(reverse("admin:articles_article_publish", args=[obj.pk]))
        move = stages.NAMED.get(request.POST.get("_stage"))
        if move:
            self._move(request, Article.objects.get(pk=obj.pk), move)
            return HttpResponseRedirect(reverse("admin:articles_article_change", args=[obj.pk]))
        return None

    def _move(self, request, article, move):
        if not permissions.may_move(request.user, article, move):
            raise PermissionDenied
        try:
            editing.move(article, to=move.after, by=request.user, note=request.POST.get("_note", ""))
        except editing.Refused as refused:
            self.message_user(request, str(refused), messages.WARNING)
        else:
            self.message_user(request, f"Saved, and now {article.get_stage_display().lower()}.", messages.SUCCESS)

    def history_view(self, request, object_id, extra_context=None):
        return history_page.history(request, object_id)

    def get_urls(self):
        pages = [
            path(route, self.admin_site.admin_view(view), name=f"articles_{name}") for route, view, name in PAGES
        ]
        return [*pages, *super().get_urls()]
