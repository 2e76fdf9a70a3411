"""Newer text that waits beside an edited story: an editor takes it or lets it go."""

from django.db import transaction
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from articles import editing
from articles.importers.record import Credit
from articles.models import ImportRecord, Revision

from .arriving import fields_over, hash_of
from .people import People


@transaction.atomic
def accept(record, *, by):
    """Write the waiting text over the story, as a new revision; raises editing.Conflict and Refused (nothing-waits)."""
    record = _waiting(record)
    pending, article = record.pending, record.article
    fields = {name: pending[name] for name in editing.CONTENT}
    fields["embargo_until"] = pending["embargo_until"] and parse_datetime(pending["embargo_until"])
    fields = fields_over(article, fields)
    bylines = People().bylines([Credit(**byline) for byline in pending["bylines"]])
    note = f"Took the newer text from {record.source.name}"
    editing.save(
        article,
        fields,
        by=by,
        base_version=article.version,
        bylines=bylines,
        origin=Revision.Origin.IMPORTED,
        note=note,
    )
    record.sha256, record.fingerprint, record.findings = pending["sha256"], pending["fingerprint"], pending["findings"]
    record.original, record.imported_hash = record.pending_original, hash_of(article, bylines)
    _settle(record)
    return article


@transaction.atomic
def decline(record, *, by):
    """Let the waiting text go: the story stays, and the same bytes are not offered again."""
    _settle(_waiting(record))


def _waiting(record):
    record = ImportRecord.objects.select_for_update(of=("self",)).select_related("article", "source").get(pk=record.pk)
    if record.pending is None:
        raise editing.Refused("No text is waiting here any more: somebody has decided.", code="nothing-waits")
    return record


def _settle(record):
    record.pending, record.pending_original, record.changed_at = None, None, timezone.now()
    record.save()
