"""The record: who moved which story from where to where, when, and what was waived."""

from django.conf import settings
from django.db import models

from .article import Article
from .edition import Edition


class Transition(models.Model):
    """Written once, never changed. `waived` maps a finding's code to the reason it was let stand."""

    class Action(models.TextChoices):
        CREATED = "created", "Created"
        IMPORTED = "imported", "Imported"
        MOVED = "moved", "Moved"
        PUBLISHED = "published", "Published"
        UNPUBLISHED = "unpublished", "Unpublished"

    article = models.ForeignKey(Article, models.PROTECT, related_name="transitions")
    edition = models.ForeignKey(Edition, models.PROTECT, null=True, related_name="transitions")
    action = models.CharField(max_length=12, choices=Action)
    before = models.CharField(max_length=12, blank=True)
    after = models.CharField(max_length=12, blank=True)
    note = models.CharField(max_length=500, blank=True)
    waived = models.JSONField(default=dict)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")

    class Meta:
        ordering = ["-at", "-id"]
        indexes = [models.Index(fields=["article", "-at"], name="transitions_by_article")]

    def __str__(self):
        return f"{self.get_action_display()} {self.at:%Y-%m-%d %H:%M}"
