"""Newer text that waits beside an edited story: an editor takes it, merges both, or lets it go."""

from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from articles import editing
from articles.importers.record import Credit
from articles.models import ImportRecord, Revision
from articles.text.merging import merge_bodies, merge_values

from .fields import fields_over
from .keeping import hash_of
from .people import People


@dataclass(frozen=True)
class Both:
    """Our text and the waiting one put together. `meeting`: the fields in which both changed the same words; there our
    words stand, and it is not written before somebody decides.
    """

    fields: dict
    meeting: list


@transaction.atomic
def accept(record, *, by):
    """Write the waiting text over the story, as a new revision; raises editing.Conflict and Refused (nothing-waits)."""
    record = _waiting(record)
    bylines = People().bylines([Credit(**byline) for byline in record.pending["bylines"]])
    return _write(record, _came_in(record), bylines, by=by, note=f"Took the newer text from {record.source.name}")


@transaction.atomic
def merge(record, *, by):
    """Write what both made of the story, and below it the text that came in; our bylines stay. Raises Refused:
    nothing-waits, meet.

    Two revisions: what its source changes next is what differs from its own last text, and our words stay ours.
    """
    record = _waiting(record)
    merged, article = both(record), record.article
    if merged.meeting:
        raise editing.Refused("Both changed the same words. Take one of the two, or edit the story.", code="meet")
    ours = [(byline.author, byline.role) for byline in article.bylines.select_related("author")]
    theirs = People().bylines([Credit(**byline) for byline in record.pending["bylines"]])
    source = record.source.name
    _write(record, _came_in(record), theirs, by=by, note=f"The newer text from {source}, before it was merged")
    return editing.save(
        article,
        merged.fields,
        by=by,
        base_version=article.version,
        bylines=ours,
        note=f"Merged the newer text from {source}",
    )


def both(record):
    """The Both of a record with a waiting text: what each changed since the last text that an import wrote."""
    article, coming = record.article, _came_in(record)
    versions = article.revisions.order_by("-version")
    base = versions.filter(origin=Revision.Origin.IMPORTED).first() or versions.last()
    fields, meeting = {}, []
    for name in editing.CONTENT:
        sides = (_moment(name, base.data.get(name)), getattr(article, name), coming[name])
        if name == "body":
            merged = merge_bodies(*sides)
            fields[name], meet = merged.html, bool(merged.conflicts)
        else:
            fields[name], meet = merge_values(*sides)
        meeting += [name] if meet else []
    return Both(fields, meeting)


def _moment(name, value):
    return parse_datetime(value) if name == "embargo_until" and value else value


def _came_in(record):
    """The fields of the waiting text, as they would stand over the story."""
    pending = record.pending
    fields = {name: _moment(name, pending[name]) for name in editing.CONTENT}
    return fields_over(record.article, fields, pending.get("pictures", ()))


def _write(record, fields, bylines, *, by, note):
    pending, article = record.pending, record.article
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
    record.awaited, record.extra = pending.get("awaited"), pending.get("extra", record.extra)
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
