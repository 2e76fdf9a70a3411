"""What an import remembers of each text: its bytes, where it came from, and what it was when it was written."""

import zlib

from django.utils import timezone

from articles import editing
from articles.models import Original

from .carrying import carried
from .ordering import sent_at

MOST_SEEN = 20  # files that are remembered of one story, and its texts in each


def hash_of(article, bylines):
    return editing.content_hash(editing.snapshot(article, bylines, []))


def keep_originals(batch):
    """Keep the bytes of each input once; {kept_sha256: Original}."""
    Original.objects.bulk_create(
        [Original(sha256=p.kept_sha256, size=len(p.data), content=p.packed) for p in batch],
        ignore_conflicts=True,
    )
    rows = Original.objects.filter(sha256__in=[p.kept_sha256 for p in batch]).defer("content")
    return {row.sha256: row for row in rows}


def original_bytes(original):
    return zlib.decompress(original.content)


def describe(row, parsed, originals):
    """Fill in what the input was: set on a new record and after every text that was written."""
    record, item = parsed.record, parsed.item
    note_seen(row, parsed)
    row.path, row.original = item.path[:1000], originals[parsed.kept_sha256]
    row.sha256 = parsed.sha256
    row.fingerprint, row.encoding = parsed.fingerprint, record.encoding
    row.findings = [finding.as_dict() for finding in record.findings]
    row.removed = [{"reason": removed.reason, "text": removed.text} for removed in record.removed]
    row.extra, row.pubstatus, row.awaited = carried(record), record.pubstatus, parsed.awaited
    row.suggested_tags = parsed.suggested
    row.changed_at = timezone.now()
    return row


def note_seen(row, parsed):
    """Remember the newest text that was seen, whether or not it was written: its bytes and its version. From the second
    on, also which texts of the story each file held when it was last read: the same files change nothing.
    """
    record, path = parsed.record, parsed.item.path
    if parsed.seen_here and row.seen_sha256 not in ("", parsed.sha256):
        seen = {row.path: [row.seen_sha256]} | row.seen_in
        seen.pop(path, None)
        row.seen_in = dict([*seen.items(), (path, parsed.seen_here[-MOST_SEEN:])][-MOST_SEEN:])
    row.seen_sha256 = parsed.sha256
    row.external_version, row.sent_at = record.external_version[:120], sent_at(record)
