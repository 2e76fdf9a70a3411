"""Intake: where text came from, what came, and what was done with it. The bytes are kept as they arrived."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models

from articles.querysets import ImportRecordQuerySet
from articles.text.old_addresses import host_of

from .article import Article
from .pictures import Image
from .taxonomy import Section


def two_sided(text):
    """Each line of a source's house style says what stands for what."""
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip() and not line.partition("=>")[0].strip():
            raise ValidationError(f"Line {number} says nothing before “=>”.", code="one-sided")
        if line.strip() and "=>" not in line:
            raise ValidationError(f"Line {number} has no “=>”. Write: old words => new words.", code="one-sided")


def is_address(text):
    """An old site is named with its host, or nothing of it would be known again."""
    if not host_of(text) or not text.startswith(("https://", "http://")):
        raise ValidationError("Write it with its host: https://www.example.org", code="no-host")


class Outcome(models.TextChoices):
    CREATED = "created", "Created"
    UPDATED = "updated", "Updated"
    UNCHANGED = "unchanged", "Unchanged"
    MOVED = "moved", "Moved"
    SKIPPED = "skipped", "Skipped"
    CONFLICT = "conflict", "Conflict"
    CANCELED = "canceled", "Canceled"
    FAILED = "failed", "Failed"


class Source(models.Model):
    """A folder, a feed, a wire: external ids are unique within it. Its rules are applied by `intake.rules`."""

    slug = models.SlugField(unique=True, max_length=80)
    name = models.CharField(max_length=120)
    created_at = models.DateTimeField(auto_now_add=True)
    section = models.ForeignKey(
        Section,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text="For stories that name none of ours.",
    )
    tags = models.CharField(max_length=500, blank=True, help_text="For each of its stories; commas between them.")
    rights = models.CharField("rights line", max_length=300, blank=True, help_text="In place of what its texts say.")
    strip_dateline = models.BooleanField(
        "take the dateline out of the text", default=False, help_text="It is kept in its own field."
    )
    replacements = models.TextField(
        "house style", blank=True, help_text="One a line: what it writes => what we write.", validators=[two_sided]
    )
    old_site = models.CharField(
        "our old site",
        max_length=200,
        blank=True,
        help_text="Where this paper was before, as https://www.example.org: who asks here for an address of a story "
        "there is led to the story. An export of WordPress or Ghost says it by itself.",
        validators=[is_address],
    )
    publishes = models.BooleanField(
        "publish at once",
        default=False,
        help_text="What comes in without an error of the copy desk goes out at once, without anybody reading it.",
    )

    class Meta:
        ordering = ["name"]

    def __str__(self):
        return self.name


class Original(models.Model):
    """The bytes of one input, kept once. In the database, so that a rolled-back import leaves nothing behind."""

    sha256 = models.CharField(max_length=64, unique=True)
    size = models.PositiveIntegerField(help_text="bytes before compression")
    content = models.BinaryField(help_text="zlib")

    def __str__(self):
        return self.sha256[:12]


class Delivery(models.Model):
    """One run of an import that changed something. Runs that find nothing new leave no row."""

    source = models.ForeignKey(Source, models.PROTECT, related_name="deliveries")
    started_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    options = models.JSONField(default=dict)
    counts = models.JSONField(default=dict)

    class Meta:
        ordering = ["-started_at", "-id"]
        verbose_name_plural = "deliveries"

    def __str__(self):
        return f"{self.source} {self.started_at:%Y-%m-%d %H:%M}"


class ImportRecord(models.Model):
    """What we know of one external story.

    `sha256` is of the bytes last written to the article, `seen_sha256` of the bytes last seen at all; they differ
    while newer text waits in `pending` or was declined. `imported_hash` is `editing.content_hash` of what import
    last wrote: if the article's differs, somebody worked on it since.

    `external_version` and `sent_at` are of the newest that was seen, `pubstatus` is what its provider says of it.
    Without an article it is a tombstone: the provider withdrew the story before it came. `awaited` are the addresses of
    pictures on the web that the text is still without; null where it came in before that was kept. `seen_in` are the
    digests of the texts of this story that each file held when it was last read, once there was a second.
    """

    source = models.ForeignKey(Source, models.PROTECT, related_name="records")
    external_id = models.CharField(max_length=500)
    external_version = models.CharField(max_length=120, blank=True)
    sent_at = models.DateTimeField(null=True)
    pubstatus = models.CharField(max_length=8, default="usable")
    path = models.CharField(max_length=1000, blank=True)
    article = models.ForeignKey(Article, models.PROTECT, null=True, related_name="import_records")
    original = models.ForeignKey(Original, models.PROTECT, related_name="+")
    sha256 = models.CharField(max_length=64)
    seen_sha256 = models.CharField(max_length=64)
    seen_in = models.JSONField(default=dict)
    fingerprint = models.CharField(max_length=64)
    imported_hash = models.CharField(max_length=64)
    encoding = models.CharField(max_length=40, blank=True)
    findings = models.JSONField(default=list)
    removed = models.JSONField(default=list)
    extra = models.JSONField(default=dict)
    suggested_tags = models.JSONField(default=list)
    awaited = models.JSONField(null=True)
    pending = models.JSONField(null=True)
    pending_original = models.ForeignKey(Original, models.PROTECT, null=True, related_name="+")
    first_seen_at = models.DateTimeField()
    changed_at = models.DateTimeField()

    objects = ImportRecordQuerySet.as_manager()

    class Meta:
        ordering = ["-changed_at", "-id"]
        indexes = [
            models.Index(fields=["fingerprint"], name="import_records_by_fingerprint"),
            models.Index(fields=["article"], name="import_records_by_article"),
            models.Index(
                fields=["changed_at"], name="import_records_waiting", condition=models.Q(pending__isnull=False)
            ),
        ]
        constraints = [
            models.UniqueConstraint(fields=["source", "external_id"], name="an_external_id_is_known_once_per_source")
        ]

    def __str__(self):
        return f"{self.source.slug}: {self.external_id}"


class FetchedPicture(models.Model):
    """The picture that an address on the web led to when an import fetched it. It is not fetched twice."""

    address = models.CharField(max_length=2000, unique=True)
    image = models.ForeignKey(Image, models.CASCADE, related_name="fetched_from")
    fetched_at = models.DateTimeField()

    def __str__(self):
        return self.address


class DeliveryItem(models.Model):
    """One input of a delivery and what became of it."""

    delivery = models.ForeignKey(Delivery, models.CASCADE, related_name="items")
    number = models.PositiveIntegerField()
    path = models.CharField(max_length=1000)
    external_id = models.CharField(max_length=500)
    outcome = models.CharField(max_length=10, choices=Outcome)
    article = models.ForeignKey(Article, models.SET_NULL, null=True, related_name="+")
    findings = models.JSONField(default=list)
    error = models.JSONField(null=True)

    class Meta:
        ordering = ["number"]
        indexes = [models.Index(fields=["external_id", "outcome"], name="delivery_items_by_outcome")]

    def __str__(self):
        return f"{self.number} {self.path}: {self.outcome}"
