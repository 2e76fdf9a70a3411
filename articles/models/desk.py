"""The people at the desk: which sections an account works in, its time zone, and who has which story open."""

from zoneinfo import available_timezones

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models

from .article import Article
from .taxonomy import Section


def known_zone(name):
    if name not in available_timezones():
        raise ValidationError("Use a name such as Europe/London or Africa/Johannesburg.", code="no-zone")


class DeskMember(models.Model):
    """What the desk knows of an account beyond its groups. No sections: all of them."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="desk_member")
    sections = models.ManyToManyField(
        Section, blank=True, related_name="+", help_text="Works in these sections only. None chosen: in all of them."
    )
    time_zone = models.CharField(
        max_length=64, blank=True, validators=[known_zone], help_text="Empty: the zone of the newsroom."
    )

    class Meta:
        verbose_name = "place at the desk"

    def __str__(self):
        return str(self.user)


class Presence(models.Model):
    """Somebody has a story open. Written by `presence` while they have; a stale row is somebody who left."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="presences")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    seen_at = models.DateTimeField()
    typed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["article", "user"], name="a_person_is_at_a_story_once")]

    def __str__(self):
        return f"{self.user_id} at {self.article_id}"
