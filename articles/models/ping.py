"""The outbox for a WebSub hub: editions that changed feeds, or will, and of which the hub has not been told yet."""

from django.db import models

from .edition import Edition


class Ping(models.Model):
    """Written with the act that changes the feeds an edition stands in; gone once the hub knows. `due`: not before."""

    edition = models.ForeignKey(Edition, models.CASCADE, related_name="+")
    due = models.DateTimeField()
    tries = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["due", "id"]
        indexes = [models.Index(fields=["due"], name="pings_by_due")]

    def __str__(self):
        return f"{self.edition_id}, {self.due:%Y-%m-%d %H:%M}"
