"""The tabs and filters of the story list. They count and find only what somebody may see."""

from django.contrib import admin
from django.db.models import Count, Q

from articles import permissions
from articles.models import Article

Stage = Article.Stage
TAB, BIN = "stage", "bin"


def in_the_bin(request):
    return request.GET.get(TAB) == BIN


class StageTabs(admin.SimpleListFilter):
    """Tabs with counts, all of them in one query."""

    title, parameter_name, template = "stage", TAB, "desk/filter_tabs.html"

    def __init__(self, request, *args):
        self.seen = Article.objects.filter(permissions.stories_seen_by(request.user))
        super().__init__(request, *args)

    def lookups(self, request, model_admin):
        return [*Stage.choices, (BIN, "Bin")]

    def queryset(self, request, queryset):
        return queryset.filter(stage=self.value()) if self.value() in Stage.values else queryset

    def choices(self, changelist):
        counts = self._counts()
        for choice, value in zip(super().choices(changelist), ("all", *Stage.values, BIN), strict=True):
            yield {**choice, "count": counts[value]}

    def _counts(self):
        kept = {stage: Count("pk", filter=Q(stage=stage, binned_at=None)) for stage in Stage.values}
        return self.seen.order_by().aggregate(
            all=Count("pk", filter=Q(binned_at=None)), **kept, **{BIN: Count("pk", filter=~Q(binned_at=None))}
        )


class ReadersFilter(admin.SimpleListFilter):
    """Where stories stand with readers."""

    title, parameter_name = "readers", "live"
    FILTERS = {
        "yes": ("See it", lambda stories: stories.with_readers()),
        "scheduled": ("Scheduled", lambda stories: stories.scheduled()),
        "no": ("Do not see it", lambda stories: stories.without_readers()),
        "killed": ("Killed", lambda stories: stories.killed()),
    }

    def lookups(self, request, model_admin):
        return [(value, label) for value, (label, _) in self.FILTERS.items()]

    def queryset(self, request, queryset):
        chosen = self.FILTERS.get(self.value())
        return chosen[1](queryset) if chosen else queryset
