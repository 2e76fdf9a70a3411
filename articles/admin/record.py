"""The record of the desk: who did what to which story and when, for those who may read it; nobody changes it."""

from django.contrib import admin
from django.contrib.admin.options import IncorrectLookupParameters
from django.core.exceptions import BadRequest, PermissionDenied
from django.core.paginator import Paginator
from django.db.models import BooleanField, Value
from django.http import Http404, StreamingHttpResponse
from django.urls import path
from django.utils.functional import cached_property

from articles import permissions
from articles.models import Article, Transition

from . import entries, record_export
from .layout import ReadOnlyAdmin
from .panels import panel
from .record_filters import FILTERS, DaysFilter

COUNTED = 10_000


class CountedSoFar(Paginator):
    """Counts no further than a list is turned by hand, so that a long record costs what a short one does."""

    @cached_property
    def count(self):
        return self.object_list[:COUNTED].count()


@admin.register(Transition)
class TransitionAdmin(ReadOnlyAdmin):
    fields = ("moment", "act", "story", "who", "notes")
    readonly_fields = list_display = ("moment", "act", "story", "who", "notes")
    list_display_links = None
    list_filter = FILTERS
    search_fields = ("article__headline",)
    show_facets = admin.ShowFacets.NEVER
    show_full_result_count = False
    paginator = CountedSoFar
    sortable_by = ()
    list_per_page = 50

    def lookup_allowed(self, lookup, value, request=None):
        return lookup in DaysFilter.names or super().lookup_allowed(lookup, value, request)

    def has_view_permission(self, request, obj=None):
        user = request.user
        return permissions.may_see_record(user) and permissions.may_see(user, obj.article if obj else None)

    def get_queryset(self, request):
        rows = super().get_queryset(request).select_related("article__section", "edition", "by")
        rows = rows.defer("article__body", "article__findings", "edition__body_html", "edition__body_text")
        seen = permissions.stories_seen_by(request.user)
        rows = rows.filter(article__in=Article.objects.filter(seen).values("pk")) if seen else rows
        return rows.annotate(is_told=Value(permissions.may_see_withdrawals(request.user), output_field=BooleanField()))

    @admin.display(description="When")
    def moment(self, row):
        return panel("record_moment", row=row)

    @admin.display(description="What")
    def act(self, row):
        return panel("record_act", entry=entries.entry(row, is_told=row.is_told))

    @admin.display(description="Story")
    def story(self, row):
        return panel("record_of_story", row=row)

    @admin.display(description="Who")
    def who(self, row):
        return entries.who(row)

    @admin.display(description="What was said")
    def notes(self, row):
        return panel("record_notes", entry=entries.entry(row, is_told=row.is_told))

    def get_urls(self):
        export = self.admin_site.admin_view(self.export)
        return [path("export/<slug:form>/", export, name="articles_transition_export"), *super().get_urls()]

    def export(self, request, form):
        """What the list shows with these filters, all of it, as a file that is written while it is read."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        if form not in record_export.FORMS:
            raise Http404
        try:
            rows = self.get_changelist_instance(request).queryset
        except IncorrectLookupParameters:
            raise BadRequest("The record has no such filter.") from None
        write, kind = record_export.FORMS[form]
        headers = {"Content-Disposition": f'attachment; filename="record.{form}"'}
        return StreamingHttpResponse(write(rows), content_type=kind, headers=headers)
