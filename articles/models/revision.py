"""What a story was after each save."""

from django.conf import settings
from django.db import models

from .article import Article


class Revision(models.Model):
    """A snapshot of all that an editor can change (`editing.snapshot`). Written once; only its name may come later."""

    class Origin(models.TextChoices):
        EDITED = "edited", "Edited"
        IMPORTED = "imported", "Imported"
        RESTORED = "restored", "Restored"
        BULK = "bulk", "Bulk change"

    article = models.ForeignKey(Article, models.CASCADE, related_name="revisions")
    version = models.PositiveIntegerField()
    data = models.JSONField()
    origin = models.CharField(max_length=8, choices=Origin, default=Origin.EDITED)
    note = models.CharField(max_length=300, blank=True)
    name = models.CharField(max_length=80, blank=True)
    created_at = models.DateTimeField()
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")

    class Meta:
        ordering = ["-version"]
        constraints = [
            models.UniqueConstraint(fields=["article", "version"], name="a_version_of_an_article_is_kept_once")
        ]

    def __str__(self):
        return f"Version {self.version} of {self.article_id}"
