"""A look at an unpublished story for somebody without an account."""

from django.conf import settings
from django.db import models

from .article import Article
from .revision import Revision


class PreviewLink(models.Model):
    """Written by `previewing`. Only a hash of the token is kept: who reads the table cannot open the link."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="preview_links")
    revision = models.ForeignKey(
        Revision, models.CASCADE, null=True, related_name="+", help_text="empty: always the newest version"
    )
    hashed = models.CharField(max_length=64, unique=True)
    label = models.CharField("for", max_length=120, blank=True)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)
    opened = models.PositiveIntegerField(default=0)
    opened_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-made_at", "-id"]

    def __str__(self):
        return self.label or f"Preview link {self.pk}"

    def is_open(self, now):
        return self.revoked_at is None and now < self.expires_at
