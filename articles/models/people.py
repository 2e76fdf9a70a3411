"""The people whose names stand on stories. A login is optional; an import never gives one."""

from django.conf import settings
from django.db import models
from django.db.models.functions import Lower

from articles.querysets import AuthorQuerySet

from .pictures import Image


class Author(models.Model):
    name = models.CharField(max_length=120)
    slug = models.SlugField(unique=True, max_length=120, help_text="Part of the address: /author/isla-wren/")
    role = models.CharField(max_length=120, blank=True, help_text="For example: council reporter.")
    bio = models.TextField("biography", blank=True)
    beats = models.CharField(max_length=200, blank=True, help_text="What they cover, as in: council, housing, health.")
    portrait = models.ForeignKey(
        Image,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="Cut to a square about its focal point.",
    )
    picture = models.JSONField(null=True, editable=False)  # the portrait as a page shows it, see `pictures.frozen`
    contact = models.CharField(
        "other ways to reach them", max_length=200, blank=True, help_text="Shown to readers: a telephone, a messenger."
    )
    email = models.EmailField(blank=True, help_text="Shown to readers, so use one that may be.")
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="author", verbose_name="login"
    )

    objects = AuthorQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                Lower("email"),
                condition=~models.Q(email=""),
                name="an_email_belongs_to_one_author",
                violation_error_message="Another author already has this email address.",
            )
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return f"/author/{self.slug}/"
