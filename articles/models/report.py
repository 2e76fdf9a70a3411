"""What readers say is wrong. Never shown to readers; written by `reports`."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from articles.querysets import ReportQuerySet

from .article import Article
from .edition import Edition


class Report(models.Model):
    """A mistake that somebody has seen, in the edition they had before them; without a story, in the paper as such.

    `name` and `email` are taken out some time after the report was dealt with (`reports.KEPT`).
    """

    class Outcome(models.TextChoices):
        OPEN = "open", "Open"
        CORRECTED = "corrected", "Corrected"
        NO_ERROR = "no-error", "Nothing to correct"
        SPAM = "spam", "Spam"

    article = models.ForeignKey(
        Article, models.PROTECT, null=True, blank=True, related_name="reports", verbose_name="story"
    )
    edition = models.ForeignKey(Edition, models.PROTECT, null=True, blank=True, related_name="+")
    text = models.TextField("what is wrong")
    passage = models.TextField("where it stands", blank=True)
    name = models.CharField(max_length=120, blank=True)
    email = models.EmailField(blank=True)
    at = models.DateTimeField("came in")
    outcome = models.CharField("state", max_length=9, choices=Outcome, default=Outcome.OPEN)
    note = models.TextField(blank=True, help_text="For the desk: what was found, who answered.")
    handled_at = models.DateTimeField(null=True)
    handled_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    handled_by_name = models.CharField(max_length=150, blank=True)

    objects = ReportQuerySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = "report of an error", "reports of errors"
        ordering = ["-at", "-id"]
        indexes = [
            models.Index(fields=["-at", "-id"], name="reports_by_time"),
            models.Index(fields=["-at"], name="reports_open", condition=Q(outcome="open")),
        ]
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="a_report_says_something"),
            models.CheckConstraint(
                condition=Q(outcome="open", handled_at=None) | (~Q(outcome="open") & ~Q(handled_at=None)),
                name="a_report_is_open_or_was_handled_some_time",
            ),
        ]

    def __str__(self):
        return self.text if len(self.text) <= 60 else f"{self.text[:60].rsplit(' ', 1)[0]} …"
