"""The paper: what readers get. Append-only; `publishing` is the only writer."""

from pathlib import PurePath

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from articles.querysets import EditionQuerySet, WindowQuerySet

from .article import Article
from .people import Author
from .pictures import Image
from .revision import Revision
from .taxonomy import Section, Tag


class Edition(models.Model):
    """A frozen, complete page, live while `live_from <= t < live_until` (None: for good).

    `published_at` is when the story first appeared and never changes with later editions; `updated_at` is when
    the words last changed after that, None if they have not. `bylines`, `tags`, `picture`, `figures`: see
    `freezing.freeze`. `backing`: how it was reported, as far as readers are told, see `text.backing`.
    `corrections`: what had been put right by then, oldest first, [{"number", "kind", "wrong", "right", "at"}].
    `card`: what link previews show of a story without a picture.
    """

    article = models.ForeignKey(Article, models.PROTECT, related_name="editions")
    revision = models.ForeignKey(Revision, models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    version = models.PositiveIntegerField(help_text="the desk copy's version that was frozen")
    path = models.CharField(max_length=200)
    slug = models.CharField(max_length=120)
    kicker = models.CharField(max_length=60, blank=True)
    headline = models.CharField(max_length=300)
    standfirst = models.TextField(blank=True)
    dateline = models.CharField(max_length=200, blank=True)
    kind = models.CharField(max_length=12)
    language = models.CharField(max_length=35)
    direction = models.CharField(max_length=3, default="ltr")
    translation_of = models.ForeignKey(Article, models.PROTECT, null=True, related_name="+", db_index=False)
    body_html = models.TextField()
    body_text = models.TextField()
    words = models.PositiveIntegerField()
    weight = models.PositiveSmallIntegerField()
    section = models.ForeignKey(Section, models.PROTECT, null=True, related_name="editions")
    bylines = models.JSONField(default=list)
    tags = models.JSONField(default=list)
    lead = models.ForeignKey(Image, models.PROTECT, null=True, related_name="editions")
    picture = models.JSONField(null=True)
    figures = models.JSONField(default=dict)
    card = models.FileField(max_length=100, blank=True)
    corrections = models.JSONField(default=list)
    public_changes = models.CharField(max_length=6, blank=True)
    source_line = models.CharField(max_length=200, blank=True)
    rights = models.CharField(max_length=300, blank=True)
    licence = models.CharField(max_length=5, blank=True)
    backing = models.JSONField(default=dict)
    live_from = models.DateTimeField()
    live_until = models.DateTimeField(null=True)
    published_at = models.DateTimeField()
    updated_at = models.DateTimeField(null=True)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    digest = models.CharField(max_length=64)
    previous_digest = models.CharField(max_length=64, blank=True)

    objects = EditionQuerySet.as_manager()

    class Meta:
        ordering = ["-published_at", "-id"]
        indexes = [
            models.Index(fields=["-published_at", "-id"], name="editions_by_time"),
            models.Index(fields=["section", "-published_at", "-id"], name="editions_by_section"),
            models.Index(fields=["path"], name="editions_by_path"),
            models.Index(
                fields=["translation_of"], name="editions_by_original", condition=Q(translation_of__isnull=False)
            ),
            models.Index(fields=["article", "live_from"], name="editions_by_article"),
            models.Index(fields=["lead"], name="editions_by_picture"),
            models.Index(fields=["live_from"], name="editions_by_opening"),
            models.Index(fields=["live_until"], name="editions_by_closing"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["article", "number"], name="an_edition_number_is_used_once"),
            models.UniqueConstraint(
                fields=["article"], condition=Q(live_until=None), name="one_open_edition_per_article"
            ),
            models.UniqueConstraint(fields=["path"], condition=Q(live_until=None), name="one_open_edition_per_address"),
            models.CheckConstraint(
                condition=Q(live_until=None) | Q(live_until__gte=F("live_from")),
                name="an_edition_opens_before_it_closes",
            ),
        ]

    def __str__(self):
        return f"{self.headline} (edition {self.number})"

    def get_absolute_url(self):
        return self.path

    @property
    def changes_path(self):
        """Where readers see what changed."""
        return f"{self.path}changes/"

    @property
    def card_path(self):
        """Where link previews find its card, "" without one."""
        return f"{self.path}card-{PurePath(self.card.name).name}" if self.card else ""

    @property
    def republish_path(self):
        """Where others find the text to print, if they may."""
        return f"{self.path}republish/"

    @property
    def data_path(self):
        """Where machines read the story."""
        return f"{self.path.removesuffix('/')}.json"


class _Listed(models.Model):
    """Carries an edition into a list: the date and window are copied in, so that one index answers the page.

    Only editions that are or will be live have these rows; `publishing` keeps them in step.
    """

    published_at = models.DateTimeField()
    live_from = models.DateTimeField()
    live_until = models.DateTimeField(null=True)

    objects = WindowQuerySet.as_manager()

    class Meta:
        abstract = True


class EditionTag(_Listed):
    edition = models.ForeignKey(Edition, models.CASCADE, related_name="tag_rows")
    tag = models.ForeignKey(Tag, models.CASCADE, related_name="edition_rows")

    class Meta:
        indexes = [
            models.Index(
                fields=["tag", "-published_at", "-edition", "live_from", "live_until"], name="edition_tags_by_time"
            )
        ]
        constraints = [models.UniqueConstraint(fields=["edition", "tag"], name="an_edition_is_listed_once_per_tag")]

    def __str__(self):
        return f"{self.tag_id}: {self.edition_id}"


class EditionByline(_Listed):
    edition = models.ForeignKey(Edition, models.CASCADE, related_name="byline_rows")
    author = models.ForeignKey(Author, models.PROTECT, related_name="edition_rows")

    class Meta:
        indexes = [
            models.Index(
                fields=["author", "-published_at", "-edition", "live_from", "live_until"],
                name="edition_bylines_by_time",
            )
        ]
        constraints = [
            models.UniqueConstraint(fields=["edition", "author"], name="an_edition_is_listed_once_per_author")
        ]

    def __str__(self):
        return f"{self.author_id}: {self.edition_id}"
