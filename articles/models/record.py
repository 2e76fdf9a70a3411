"""The record: who did what to which story, when, and what was waived."""

from django.conf import settings
from django.db import models

from .article import Article
from .edition import Edition


class Transition(models.Model):
    """Written once by `record`, never changed. `waived` maps a finding's code to the reason it was let stand.

    `by_name` is who did it as they were called then; it outlives the account, and names the command line.
    """

    class Action(models.TextChoices):
        CREATED = "created", "Created"
        IMPORTED = "imported", "Imported"
        MOVED = "moved", "Moved"
        SCHEDULED = "scheduled", "Scheduled"
        CANCELED = "canceled", "Schedule canceled"
        PUBLISHED = "published", "Published"
        ENDED = "ended", "End set"
        CORRECTED = "corrected", "Corrected"
        UNPUBLISHED = "unpublished", "Unpublished"
        KILLED = "killed", "Killed"
        REVIVED = "revived", "Brought back"
        BINNED = "binned", "Put in the bin"
        UNBINNED = "unbinned", "Taken out of the bin"
        PREVIEWED = "previewed", "Preview link made"
        REVOKED = "revoked", "Preview link revoked"
        REDIRECTED = "redirected", "Old addresses changed"

    article = models.ForeignKey(Article, models.PROTECT, related_name="transitions")
    edition = models.ForeignKey(Edition, models.PROTECT, null=True, related_name="transitions")
    action = models.CharField(max_length=12, choices=Action)
    before = models.CharField(max_length=12, blank=True)
    after = models.CharField(max_length=12, blank=True)
    note = models.CharField(max_length=500, blank=True)
    waived = models.JSONField(default=dict)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    by_name = models.CharField(max_length=150, blank=True)

    class Meta:
        verbose_name, verbose_name_plural = "entry in the record", "record of the desk"
        ordering = ["-at", "-id"]
        indexes = [
            models.Index(fields=["article", "-at"], name="transitions_by_article"),
            models.Index(fields=["-at", "-id"], name="transitions_by_time"),
        ]

    def __str__(self):
        return f"{self.get_action_display()} {self.at:%Y-%m-%d %H:%M}"
