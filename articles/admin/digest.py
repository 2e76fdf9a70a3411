"""Who gets the daily digest, and what went out: for managing editors alone. An address can be taken out and erased."""

import csv

from django.contrib import admin
from django.http import StreamingHttpResponse
from django.utils import timezone
from django.utils.html import format_html_join

from articles import subscribing
from articles.models import Edition, Issue, Subscriber

from .layout import ReadOnlyAdmin
from .record_export import CHUNK, Echo, cell

COLUMNS = ("address", "asked", "confirmed", "given up", "what the mail server said")


@admin.register(Subscriber)
class SubscriberAdmin(ReadOnlyAdmin):
    """Addresses come in by themselves; what can be done with one is to give it out and to erase it."""

    actions = ("export_addresses",)
    fields = ("email", "asked_at", "confirmed_at", "refused", "stopped_at")
    list_display = ("email", "asked_at", "confirmed_at", "refused", "stopped_at")
    list_filter = (("confirmed_at", admin.EmptyFieldListFilter), ("stopped_at", admin.EmptyFieldListFilter))
    search_fields = ("email",)

    def has_delete_permission(self, request, obj=None):
        return request.user.has_perm("articles.delete_subscriber")

    def get_deleted_objects(self, objs, request):
        """What went to an address goes with it; that takes no permission of its own."""
        deleted, counts, _, protected = super().get_deleted_objects(objs, request)
        return deleted, counts, set(), protected

    def delete_model(self, request, obj):
        subscribing.erase(obj)

    def delete_queryset(self, request, queryset):
        for subscriber in queryset:
            subscribing.erase(subscriber)

    @admin.action(description="Export the chosen addresses", permissions=["delete"])
    def export_addresses(self, request, queryset):
        rows = queryset.order_by("email").iterator(chunk_size=CHUNK)
        headers = {
            "Content-Disposition": 'attachment; filename="subscribers.csv"',
            "Cache-Control": "private, no-store",
        }
        return StreamingHttpResponse(_as_csv(rows), content_type="text/csv; charset=utf-8", headers=headers)


@admin.register(Issue)
class IssueAdmin(ReadOnlyAdmin):
    fields = ("day", "subject", "told", "made_at", "finished_at", "sent", "failed", "not_reached")
    readonly_fields = ("told", "not_reached")
    list_display = ("day", "subject", "number", "sent", "failed", "finished_at")
    search_fields = ("subject",)
    date_hierarchy = "day"

    @admin.display(description="stories")
    def number(self, issue):
        return len(issue.stories)

    @admin.display(description="stories that readers have")
    def told(self, issue):
        live = Edition.objects.live().filter(article__in=issue.stories).newest_first()
        rows = live.values_list("path", "headline")
        return format_html_join("", '<a href="{}">{}</a><br>', rows) or "none any more"

    @admin.display(description="not reached")
    def not_reached(self, issue):
        rows = issue.sendings.exclude(said="").select_related("subscriber")[:100]
        told = ((sending.subscriber.email, sending.said) for sending in rows)
        return format_html_join("", "{}: {}<br>", told) or "–"


def _as_csv(rows):
    writer = csv.writer(Echo())
    yield writer.writerow(COLUMNS)
    for row in rows:
        moments = [at and timezone.localtime(at).isoformat() for at in (row.asked_at, row.confirmed_at, row.stopped_at)]
        yield writer.writerow([cell(value) for value in (row.email, *moments, row.refused)])
