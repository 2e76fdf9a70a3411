"""The story list: what a row shows. Everything comes with `ArticleQuerySet.for_list`: no row asks the database."""

from django.conf import settings
from django.contrib import admin
from django.db.models import F
from django.utils import timezone

from articles import publishing
from articles.models import Article
from articles.text.findings import Level

from .panels import panel
from .story_filters import ReadersFilter, StageTabs


class Columns:
    list_display = ("story", "stage_pill", "urgency", "due_time", "section_name", "byline", "findings_count", "updated")
    list_filter = (StageTabs, "section", "kind", ("assignee", admin.RelatedOnlyFieldListFilter), ReadersFilter)
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

    @admin.display(description="Priority", ordering="priority")
    def urgency(self, article):
        normal = article.priority == Article.Priority.NORMAL
        name = Article.Priority(article.priority).name.capitalize()
        return panel("priority", value=article.priority, label="" if normal else name)

    @admin.display(description="Due", ordering=F("due").asc(nulls_last=True))
    def due_time(self, article):
        return panel("due", article=article, overdue=article.due is not None and article.due < timezone.now())

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
