"""What an incoming text is to us: new, known, renamed, or the twin of another story. Reads, never writes."""

import os
from dataclasses import dataclass, field

from articles.longlists import Kept
from articles.models import ImportRecord

from . import ordering
from .gathering import NAMED_STDIN, is_there


@dataclass
class Known:
    """What the desk already knows of one batch of inputs, fetched in two queries, and of this run so far.

    `twins` maps a fingerprint to the external id of a story that this run brought in; `slugs` are those it gave, each
    with the number that the last story which asked for it got.
    """

    by_id: dict = field(default_factory=dict)
    by_fingerprint: dict = field(default_factory=dict)
    twins: Kept = field(default_factory=Kept)
    slugs: Kept = field(default_factory=Kept)

    def look_up(self, batch):
        """Fetch the records of these inputs by (source, external id)."""
        self.by_id = {}
        self.look_up_more(batch)

    def look_up_more(self, batch):
        """Fetch the records of inputs whose ids were not known before they were parsed."""
        ids = {parsed.item.external_id for parsed in batch}
        sources = {parsed.item.source for parsed in batch}
        rows = ImportRecord.objects.filter(source__slug__in=sources, external_id__in=ids)
        rows = rows.select_related("source", "article")
        self.by_id |= {(row.source.slug, row.external_id): row for row in rows.defer("extra", "removed")}

    def look_up_twins(self, batch):
        """Fetch the records with the fingerprints of texts that are new to us."""
        prints = {parsed.fingerprint for parsed in batch}
        rows = ImportRecord.objects.filter(fingerprint__in=prints).select_related("source").order_by("id")
        self.by_fingerprint = {}
        for row in rows.defer("pending", "extra", "removed"):
            self.by_fingerprint.setdefault(row.fingerprint, []).append(row)

    def record_of(self, item):
        return self.by_id.get((item.source, item.external_id))


def is_unchanged(parsed, record):
    """The bytes are those last seen of this story: nothing to parse, nothing to write."""
    return record is not None and record.seen_sha256 == parsed.sha256


def is_older(parsed, record):
    """A text of this story as new, or newer, was seen before. Files tell no version: a changed one is newer."""
    if record is None or not parsed.names_itself:
        return False
    return ordering.is_older(parsed.record, than_version=record.external_version, than_sent=record.sent_at)


def is_tombstone(record):
    """The provider took the story back before it came."""
    return record is not None and record.article_id is None


def is_another_file(parsed, record):
    """The same name in the same source, but the file we knew is still elsewhere: two folders share a source."""
    if record is None or parsed.names_itself or parsed.item.path == NAMED_STDIN:
        return False
    if record.path in ("", parsed.item.path) or not os.path.exists(record.path):
        return False  # what came in an archive may come again in another
    return not os.path.exists(parsed.item.path) or not os.path.samefile(record.path, parsed.item.path)


def renamed_from(parsed, known):
    """The record of the same text and source whose file is gone, if there is one."""
    if parsed.item.path == NAMED_STDIN or parsed.names_itself:
        return None
    for row in known.by_fingerprint.get(parsed.fingerprint, []):
        if row.source.slug == parsed.item.source and row.path and not is_there(row.path):
            return row
    return None


def twin_of(parsed, known):
    """The external id of another story with the same text, or None: one this run brought in, or one on the desk."""
    if twin := known.twins.get(parsed.fingerprint):
        return twin
    rows = known.by_fingerprint.get(parsed.fingerprint)
    return rows[0].external_id if rows else None
