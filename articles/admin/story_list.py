"""The story list: columns, tabs, filters and the bulk actions, which move stories through the writer one by one."""

from django.conf import settings
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import Count

from articles import editing, permissions, publishing, stages
from articles.models import Article
from articles.text.findings import Level

from .panels import panel

Stage = Article.Stage


class StageTabs(admin.SimpleListFilter):
    """Tabs with counts, all of them in one query."""

    title, parameter_name, template = "stage", "stage", "desk/filter_tabs.html"

    def lookups(self, request, model_admin):
        return Stage.choices

    def queryset(self, request, queryset):
        return queryset.filter(stage=self.value()) if self.value() in Stage.values else queryset

    def choices(self, changelist):
        counts = dict(Article.objects.order_by().values_list("stage").annotate(Count("pk")))
        numbers = [sum(counts.values()), *(counts.get(value, 0) for value in Stage.values)]
        for choice, number in zip(super().choices(changelist), numbers, strict=True):
            yield {**choice, "count": number}


class LiveFilter(admin.SimpleListFilter):
    title, parameter_name = "readers", "live"

    def lookups(self, request, model_admin):
        return [("yes", "See it"), ("no", "Do not see it")]

    def queryset(self, request, queryset):
        if self.value() == "yes":
            return queryset.with_readers()
        return queryset.without_readers() if self.value() == "no" else queryset


class Columns:
    """What a row shows. Everything comes with `ArticleQuerySet.for_list`: no row asks the database."""

    list_display = ("story", "stage_pill", "section_name", "byline", "findings_count", "updated")
    list_filter = (StageTabs, "section", "kind", ("assignee", admin.RelatedOnlyFieldListFilter), LiveFilter)
    search_fields = ("headline", "slug", "standfirst")
    show_facets = admin.ShowFacets.NEVER
    ordering = ("-changed_at", "-id")
    list_per_page = 40

    @admin.display(description="Story", ordering="headline")
    def story(self, article):
        return panel("story_cell", article=article)

    @admin.display(description="Stage", ordering="stage")
    def stage_pill(self, article):
        standing = publishing.standing(article, editions=article.windows)
        return panel("stage", article=article, standing=standing, site_url=settings.SITE_URL)

    @admin.display(description="Section", ordering="section")
    def section_name(self, article):
        return article.section

    @admin.display(description="Byline")
    def byline(self, article):
        return ", ".join(byline.author.name for byline in article.bylines.all())

    @admin.display(description="Findings")
    def findings_count(self, article):
        errors = sum(finding["level"] == Level.ERROR for finding in article.findings)
        warnings = sum(finding["level"] == Level.WARNING for finding in article.findings)
        return panel("findings_count", errors=errors, warnings=warnings)

    @admin.display(description="Updated", ordering="-changed_at")
    def updated(self, article):
        return panel("updated", article=article)


class BulkActions:
    """Each loops and calls a writer; what is refused is told by name."""

    actions = ("move_to_review", "assign_to_me", "spike")

    @admin.action(description="Move to review", permissions=["change"])
    def move_to_review(self, request, queryset):
        self._each(request, queryset, self._mover(request, "submit"), "moved to review")

    @admin.action(description="Assign to me", permissions=["change"])
    def assign_to_me(self, request, queryset):
        self._each(
            request, queryset, lambda article: editing.assign(article, to=request.user, by=request.user), "assigned"
        )

    @admin.action(description="Spike", permissions=["change"])
    def spike(self, request, queryset):
        self._each(request, queryset, self._mover(request, "spike"), "spiked")

    def _mover(self, request, name):
        def move(article):
            named = stages.NAMED[name]
            if article.stage in named.before and not permissions.may_move(request.user, article, named):
                raise PermissionDenied
            editing.move(article, to=named.after, by=request.user)

        return move

    def _each(self, request, queryset, change, done):
        number = 0
        for article in Article.objects.filter(pk__in=queryset.values("pk")):
            try:
                change(article)
                number += 1
            except editing.Refused as refused:
                self.message_user(request, f"{article.headline}: {refused}", messages.WARNING)
        if number:
            self.message_user(request, f"{number} {'story' if number == 1 else 'stories'} {done}.", messages.SUCCESS)
