"""What came in: sources, deliveries with their items, what is known of each external story. Read-only but for names."""

from django.contrib import admin, messages
from django.db import transaction
from django.db.models import Q

from articles import intake, permissions
from articles.models import Article, Delivery, ImportRecord, Source
from articles.models.delivery import Outcome
from articles.text.leaves import leaves

from . import subjects
from .layout import DeskModelAdmin, ReadOnlyAdmin
from .panels import panel

ITEMS = 200
BESIDES = 500  # lines
IN_NEED = Q(outcome__in=[Outcome.FAILED, Outcome.CONFLICT])


class WaitingFilter(admin.SimpleListFilter):
    title, parameter_name = "new text", "waiting"

    def lookups(self, request, model_admin):
        return [("yes", "Waits for a decision")]

    def queryset(self, request, queryset):
        return queryset.waiting() if self.value() == "yes" else queryset


@admin.register(Source)
class SourceAdmin(DeskModelAdmin):
    fields = ("name", "slug", "section", "tags", "rights", "strip_dateline", "replacements", "old_site", "publishes")
    readonly_fields = ("slug",)
    list_display = ("name", "slug", "section", "publishes", "created_at")
    list_select_related = ("section",)
    search_fields = ("name", "slug")

    def save_model(self, request, obj, form, change):
        """What came in before it was said where our old site was is led, too; after the save, for it may take long."""
        super().save_model(request, obj, form, change)
        if obj.old_site and "old_site" in form.changed_data:
            transaction.on_commit(lambda: self._lead(request, obj))

    def _lead(self, request, source):
        count = intake.load_old_addresses(source)
        messages.info(request, f"{count} addresses on {source.old_site} lead to stories here, once readers have them.")

    def has_add_permission(self, request):
        """An import makes its source; a slug changed or made here would break the next run's memory."""
        return False

    def has_delete_permission(self, request, obj=None):
        return False


@admin.register(Delivery)
class DeliveryAdmin(ReadOnlyAdmin):
    fields = ("source", "started_at", "finished_at", "by", "asked", "items")
    readonly_fields = ("asked", "items")
    list_display = ("started_at", "source", "counted", "by")
    list_filter = ("source",)
    list_select_related = ("source", "by")
    date_hierarchy = "started_at"

    def get_object(self, request, object_id, from_field=None):
        """With the stories that whoever asks may see: of others' it tells nothing."""
        delivery = super().get_object(request, object_id, from_field)
        if delivery is not None:
            delivery.seen = Article.objects.filter(permissions.stories_seen_by(request.user)).values("pk")
        return delivery

    @admin.display(description="Outcome")
    def counted(self, delivery):
        return panel("counts", counts=delivery.counts)

    @admin.display(description="Options")
    def asked(self, delivery):
        return ", ".join(f"{name} {value}" for name, value in delivery.options.items())

    @admin.display(description="Items")
    def items(self, delivery):
        """The items that need a look first; of the others, as many as a page holds."""
        items = delivery.items.filter(Q(article=None) | Q(article__in=delivery.seen)).select_related("article")
        rows = [*items.filter(IN_NEED)[:ITEMS], *items.exclude(IN_NEED)[:ITEMS]][:ITEMS]
        return panel("delivery_items", items=rows, more=max(0, items.count() - len(rows)))


@admin.register(ImportRecord)
class ImportRecordAdmin(ReadOnlyAdmin):
    fields = ("source", "external_id", "path", "story", "encoding", "first_seen_at", "changed_at")
    fields += ("topics", "told", "taken_out", "besides")
    readonly_fields = ("story", "topics", "told", "taken_out", "besides")
    list_display = ("external_id", "source", "story", "is_waiting", "changed_at")
    list_filter = (WaitingFilter, "source")
    list_select_related = ("source", "article")
    search_fields = ("external_id", "article__headline")

    def get_queryset(self, request):
        """What came in for the stories that somebody may see, and what became no story."""
        seen = Article.objects.filter(permissions.stories_seen_by(request.user))
        return super().get_queryset(request).filter(Q(article=None) | Q(article__in=seen.values("pk")))

    @admin.display(description="Story")
    def story(self, record):
        return panel("record_story", record=record)

    @admin.display(description="New text")
    def is_waiting(self, record):
        return panel("record_waiting", record=record)

    @admin.display(description="Topics")
    def topics(self, record):
        named, _ = subjects.apart(record.extra)
        return panel("subjects", subjects=named[:BESIDES])

    @admin.display(description="Findings")
    def told(self, record):
        return panel("finding_list", findings=record.findings)

    @admin.display(description="Taken out of the text")
    def taken_out(self, record):
        return panel("removed", removed=record.removed)

    @admin.display(description="What has no field here")
    def besides(self, record):
        """What its source said besides, by the path under which it said it."""
        _, besides = subjects.apart(record.extra)
        told = [{"reason": path, "text": one} for path, one in leaves(besides) if one not in (None, "")]
        return panel("removed", removed=told[:BESIDES])
