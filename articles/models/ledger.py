"""What was put right and what was withdrawn: append-only, each entry chained to the one before by digest."""

from django.conf import settings
from django.db import models

from articles.querysets import CorrectionQuerySet, WithdrawalQuerySet

from .article import Article
from .edition import Edition


class LedgerEntry(models.Model):
    """Written once by `ledger.append`. `number` counts through the table; the digest covers all but the account."""

    number = models.PositiveIntegerField(unique=True)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    by_name = models.CharField(max_length=150, blank=True)
    previous_digest = models.CharField(max_length=64, blank=True)
    digest = models.CharField(max_length=64)

    class Meta:
        abstract = True
        ordering = ["-number"]


class Correction(LedgerEntry):
    """What a story said that it should not have, and what is so. It comes to readers with an edition, never without."""

    class Kind(models.TextChoices):
        UPDATE = "update", "Update"
        CLARIFICATION = "clarification", "Clarification"
        CORRECTION = "correction", "Correction"
        APOLOGY = "apology", "Apology"
        RETRACTION = "retraction", "Retraction"

    article = models.ForeignKey(Article, models.PROTECT, related_name="corrections")
    edition = models.ForeignKey(Edition, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=13, choices=Kind)
    wrong = models.TextField("what was wrong", blank=True)
    right = models.TextField("what is right", blank=True)

    objects = CorrectionQuerySet.as_manager()

    class Meta(LedgerEntry.Meta):
        indexes = [models.Index(fields=["-at", "-number"], name="corrections_by_time")]

    def __str__(self):
        return f"{self.get_kind_display()} {self.number}"


class Withdrawal(LedgerEntry):
    """A story taken from readers. The newest of a story counts; a lifted kill may be published again.

    `notice` is what readers are told at its address, `reason` stays with the desk.
    """

    class Kind(models.TextChoices):
        UNPUBLISHED = "unpublished", "Unpublished"
        KILLED = "killed", "Killed"
        LEGAL = "legal", "Taken down for legal reasons"
        LIFTED = "lifted", "Kill lifted"

    KILLS = (Kind.KILLED, Kind.LEGAL)

    article = models.ForeignKey(Article, models.PROTECT, related_name="withdrawals")
    kind = models.CharField(max_length=11, choices=Kind)
    notice = models.TextField(blank=True)
    reason = models.TextField(blank=True)

    objects = WithdrawalQuerySet.as_manager()

    class Meta(LedgerEntry.Meta):
        indexes = [models.Index(fields=["article", "-number"], name="withdrawals_by_article")]

    def __str__(self):
        return f"{self.get_kind_display()} {self.number}"

    @property
    def is_kill(self):
        return self.kind in self.KILLS
