"""The daily digest by mail: who gets it, what each day's held, to whom it went. See `subscribing` and `daily`."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower

from articles.querysets import SendingQuerySet, SubscriberQuerySet


class Subscriber(models.Model):
    """An address that asked for the digest. Nothing goes to one that has not confirmed; one that leaves is deleted.

    Of the links that confirm and leave a hash is kept, so that nobody who reads the database can follow one.
    """

    email = models.EmailField("address")
    asked_at = models.DateTimeField("asked last")
    confirming = models.CharField(max_length=64, blank=True, editable=False)
    leaving = models.CharField(max_length=64, unique=True, editable=False)
    confirmed_at = models.DateTimeField("confirmed", null=True)
    refusals = models.PositiveSmallIntegerField("refused in a row", default=0)
    refused = models.CharField("what the mail server said", max_length=300, blank=True)
    stopped_at = models.DateTimeField("given up", null=True)

    objects = SubscriberQuerySet.as_manager()

    class Meta:
        ordering = ["-asked_at", "-id"]
        indexes = [models.Index(fields=["confirming"], name="subscribers_to_confirm", condition=~Q(confirming=""))]
        constraints = [models.UniqueConstraint(Lower("email"), name="an_address_subscribes_once")]

    def __str__(self):
        """Without the address: the admin's log keeps what this says after the address is erased."""
        return f"Subscriber {self.pk}"


class Issue(models.Model):
    """The digest of one day: what was published after `since`, up to `until`. `stories`: keys, newest first."""

    day = models.DateField(unique=True)
    since = models.DateTimeField()
    until = models.DateTimeField()
    stories = models.JSONField(default=list)
    subject = models.CharField(max_length=300)
    made_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)
    sent = models.PositiveIntegerField(default=0)
    failed = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name, verbose_name_plural = "digest", "digests"
        ordering = ["-day"]

    def __str__(self):
        return f"Digest of {self.day:%-d %B %Y}"


class Sending(models.Model):
    """An issue on its way to one subscriber. Whoever sends it claims it first; a claim too old is anybody's."""

    class State(models.TextChoices):
        WAITING = "waiting", "Waiting"
        CLAIMED = "claimed", "Being sent"
        SENT = "sent", "Sent"
        FAILED = "failed", "Failed"

    issue = models.ForeignKey(Issue, models.CASCADE, related_name="sendings")
    subscriber = models.ForeignKey(Subscriber, models.CASCADE, related_name="sendings")
    state = models.CharField(max_length=7, choices=State, default=State.WAITING)
    claimed_at = models.DateTimeField(null=True)
    tries = models.PositiveSmallIntegerField(default=0)
    said = models.CharField("what the mail server said", max_length=300, blank=True)

    objects = SendingQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["issue", "state", "id"], name="sendings_by_state")]
        constraints = [
            models.UniqueConstraint(fields=["issue", "subscriber"], name="a_subscriber_gets_an_issue_once"),
            models.CheckConstraint(
                condition=~Q(state="claimed") | ~Q(claimed_at=None), name="a_claim_was_made_some_time"
            ),
        ]

    def __str__(self):
        return f"{self.issue} to {self.subscriber}"
