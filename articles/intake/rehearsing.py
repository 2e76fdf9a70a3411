"""What a dry run would know by now: each of its batches is rolled back, and the next is to say what a run would.

A story that an earlier batch would have brought in, or renewed, is remembered by its id with the text that was seen
last; the desk's row of it, or one that stands in for it, is judged by that.
"""

from datetime import UTC

from django.utils.dateparse import parse_datetime

from articles.importers.record import Pubstatus
from articles.models import ImportRecord, Source
from articles.models.delivery import Outcome

from . import withdrawn
from .ordering import sent_at

_WRITTEN = (Outcome.CREATED, Outcome.UPDATED, Outcome.MOVED, Outcome.CONFLICT, Outcome.CANCELED)


def key_of(*names):
    return "\0".join(names)


def remember(batch, known):
    """Keep what these would have left on the desk."""
    for parsed in batch:
        if parsed.item.outcome in _WRITTEN:
            _remember(parsed, parsed.item.external_id, known, canceled=parsed.item.outcome == Outcome.CANCELED)
            if withdrawn.names_another(parsed):
                _remember(parsed, parsed.record.extra["replaces"]["id"], known, canceled=True)


def _remember(parsed, external_id, known, *, canceled):
    key, sent = key_of(parsed.item.source, external_id), sent_at(parsed.record)
    before = known.rehearsed.get(key, {})
    known.rehearsed[key] = {
        "path": parsed.item.path,
        "sha256": parsed.sha256,
        "seen_in": before.get("seen_in", {}) | {parsed.item.path: parsed.seen_here or [parsed.sha256]},
        "version": parsed.record.external_version,
        "sent_at": sent and sent.astimezone(UTC).isoformat(),
        "pubstatus": str(Pubstatus.CANCELED if canceled else parsed.record.pubstatus),
        "headline": parsed.item.headline,
        "story": before.get("story", False) or not canceled,
    }


def row_of(source, external_id, told, row=None):
    """The desk's `row` as it would be, or one that stands in for it and is in no database."""
    if row is None:
        row = ImportRecord(source=Source(slug=source), external_id=external_id)
        row.stands_for_story, row.headline = told["story"], told["headline"]
    row.path, row.seen_sha256, row.sha256 = told["path"], told["sha256"], told["sha256"]
    row.seen_in = {**row.seen_in, **told["seen_in"]}
    row.external_version, row.pubstatus = told["version"], told["pubstatus"]
    row.sent_at = parse_datetime(told["sent_at"]) if told["sent_at"] else None
    return row
