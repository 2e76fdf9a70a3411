"""What was put right and what was withdrawn, as it was written: read by the desk, changed by nobody."""

from django.contrib import admin
from django.template.defaultfilters import truncatewords
from django.utils import timezone

from articles import permissions
from articles.models import Article, Correction, Withdrawal

from .layout import ReadOnlyAdmin
from .panels import panel

WORDS = 24


class LedgerAdmin(ReadOnlyAdmin):
    """Entries about the stories that somebody may see."""

    actions = None
    list_filter = ("kind",)
    list_select_related = ("article",)
    date_hierarchy = "at"

    def has_view_permission(self, request, obj=None):
        return super().has_view_permission(request, obj) and permissions.may_see(request.user)

    def get_queryset(self, request):
        seen = Article.objects.filter(permissions.stories_seen_by(request.user))
        return super().get_queryset(request).filter(article__in=seen.values("pk"))

    @admin.display(description="Story", ordering="article__headline")
    def story(self, entry):
        return panel("record_story", record=entry)

    @admin.display(description="When", ordering="at")
    def when(self, entry):
        return f"{timezone.localtime(entry.at):%-d %b %Y, %H:%M %Z}"

    @admin.display(description="By", ordering="by_name")
    def who(self, entry):
        return entry.by_name


def _beginning(name, description):
    """A column that shows how a long text begins."""

    @admin.display(description=description)
    def shown(self, entry):
        return truncatewords(getattr(entry, name), WORDS)

    return shown


@admin.register(Correction)
class CorrectionAdmin(LedgerAdmin):
    fields = ("kind", "story", "wrong", "right", "when", "who", "in_edition", "number", "digest")
    readonly_fields = ("story", "when", "who", "in_edition")
    list_display = ("kind", "story", "what_was_wrong", "what_is_right", "when", "who")
    list_select_related = ("article", "edition")
    search_fields = ("article__headline", "wrong", "right")
    what_was_wrong = _beginning("wrong", "What was wrong")
    what_is_right = _beginning("right", "What is right")

    @admin.display(description="Edition")
    def in_edition(self, correction):
        return correction.edition.number


@admin.register(Withdrawal)
class WithdrawalAdmin(LedgerAdmin):
    fields = ("kind", "story", "notice", "reason", "when", "who", "number", "digest")
    readonly_fields = ("story", "when", "who")
    list_display = ("kind", "story", "told_to_readers", "told_to_the_desk", "when", "who")
    search_fields = ("article__headline", "notice", "reason")
    told_to_readers = _beginning("notice", "What readers are told")
    told_to_the_desk = _beginning("reason", "Reason")
