"""What readers say is wrong: read by the desk, dealt with by copy editors and up, shown to nobody else."""

from django.contrib import admin
from django.db.models import F
from django.template.defaultfilters import truncatewords
from django.urls import reverse
from django.utils import timezone

from articles import permissions, reports
from articles.models import Report

from .layout import DeskModelAdmin, QuietForm
from .panels import panel

WORDS = 30


class ReportForm(QuietForm):
    class Meta:
        model = Report
        fields = ("outcome", "note")


class StoryFilter(admin.SimpleListFilter):
    """No drop-down of all stories: it is there once a story's page has led to its reports."""

    title, parameter_name = "story", "story"

    def lookups(self, request, model_admin):
        story = self.used_parameters.get(self.parameter_name)
        if _key(story) is None:
            return []
        found = Report.objects.filter(permissions.reports_seen_by(request.user), article=_key(story))
        report = found.select_related("article").first()
        return [(story, report.article.headline if report else "This story")]

    def queryset(self, request, queryset):
        return queryset.filter(article=_key(self.value())) if self.value() else queryset


@admin.register(Report)
class ReportAdmin(DeskModelAdmin):
    """Reports come in by themselves; what can be said of one is what became of it."""

    form = ReportForm
    change_form_template = "desk/report_form.html"
    actions = None
    fields = ("outcome", "note")
    list_display = ("what", "story", "sender", "when", "outcome", "handled")
    list_filter = ("outcome", StoryFilter)
    list_select_related = ("article",)
    ordering = (F("handled_at").desc(nulls_first=True), "-at", "-id")  # what waits stands first, the newest on top
    search_fields = ("text", "passage", "note", "article__headline")
    date_hierarchy = "at"

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def has_view_permission(self, request, obj=None):
        return permissions.may_see_reports(request.user, obj)

    def has_change_permission(self, request, obj=None):
        return permissions.may_handle_report(request.user, obj)

    def get_queryset(self, request):
        seen = super().get_queryset(request).filter(permissions.reports_seen_by(request.user))
        return seen.select_related("article", "edition")

    def save_model(self, request, obj, form, change):
        reports.handle(obj, by=request.user, outcome=obj.outcome, note=obj.note)

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        context |= {"report": obj, "may_correct": _may_correct(request.user, obj), "kept": reports.KEPT.days}
        return super().render_change_form(request, context, add, change, form_url, obj)

    @admin.display(description="What is wrong")
    def what(self, report):
        return truncatewords(report.text, WORDS)

    @admin.display(description="Story", ordering="article__headline")
    def story(self, report):
        return panel("record_story", record=report)

    @admin.display(description="From")
    def sender(self, report):
        return report.name or report.email

    @admin.display(description="Came in", ordering="at")
    def when(self, report):
        return f"{timezone.localtime(report.at):%-d %b %Y, %H:%M %Z}"

    @admin.display(description="Dealt with by", ordering="handled_at")
    def handled(self, report):
        return report.handled_by_name


def _may_correct(user, report):
    return bool(report.article and permissions.may_correct(user, report.article) and report.article.editions.live())


def _key(text):
    """A row's key as it stands in an address; None, which is nobody's, for what cannot be one."""
    text = str(text or "")
    return int(text) if text.isdecimal() and len(text) < 19 else None


def answered(request, article):
    """The report about the story that a correction is being made for, if whoever makes it may read it."""
    told = request.POST if request.method == "POST" else request.GET
    key = _key(told.get("report"))
    report = Report.objects.waiting().filter(pk=key, article=article).select_related("article", "edition").first()
    return report if report and permissions.may_see_reports(request.user, report) else None


def waiting_about(user, article):
    """(how many reports about the story nobody has dealt with, where they are listed), for those who may read them."""
    if not permissions.has(user, "view_report"):
        return 0, ""
    number = article.reports.waiting().count()
    listed = f"{reverse('admin:articles_report_changelist')}?story={article.pk}&outcome__exact={Report.Outcome.OPEN}"
    return number, listed
