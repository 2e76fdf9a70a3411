"""What an incoming text is to us: new, known, renamed, or the twin of another story. Reads, never writes."""

import os
from dataclasses import dataclass, field

from articles.longlists import Kept
from articles.models import ImportRecord

from . import ordering, rehearsing
from .gathering import NAMED_STDIN, is_there
from .keeping import MOST_SEEN
from .rehearsing import key_of
from .taken_back import TakenBack


@dataclass
class Known:
    """What the desk already knows of one batch of inputs, fetched in two queries, and of this run so far.

    `twins` maps a fingerprint to the external id of a story that this run brought in; `slugs` are those it gave, each
    with the number that the last story which asked for it got; `texts` those that each of its files held of a story,
    `taken_back` those that its delivery withdraws. Of a dry run, `rehearsed` is what it would have left on the desk,
    `led` which story an old address would lead to.
    """

    is_rehearsal: bool = False
    by_id: dict = field(default_factory=dict)
    by_fingerprint: dict = field(default_factory=dict)
    twins: Kept = field(default_factory=Kept)
    texts: Kept = field(default_factory=Kept)
    taken_back: TakenBack = field(default_factory=TakenBack)
    rehearsed: Kept = field(default_factory=Kept)
    led: Kept = field(default_factory=Kept)
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
        for parsed in batch if self.is_rehearsal else ():
            item = parsed.item
            if told := self.rehearsed.get(key_of(item.source, item.external_id)):
                pair = (item.source, item.external_id)
                self.by_id[pair] = rehearsing.row_of(*pair, told, self.by_id.get(pair))

    def look_up_twins(self, batch):
        """Fetch the records with the fingerprints of texts that are new to us."""
        prints = {parsed.fingerprint for parsed in batch}
        rows = ImportRecord.objects.filter(fingerprint__in=prints).select_related("source").order_by("id")
        self.by_fingerprint = {}
        for row in rows.defer("pending", "extra", "removed"):
            self.by_fingerprint.setdefault(row.fingerprint, []).append(row)

    def note_texts(self, batch):
        """Say of each text that has an id of its own which texts of its story its file has held so far."""
        for parsed in (one for one in batch if one.names_itself):
            key = key_of(parsed.item.source, parsed.item.external_id, parsed.item.path)
            seen = self.texts.get(key, [])
            parsed.seen_here = seen if parsed.sha256 in seen else [*seen, parsed.sha256]
            if parsed.seen_here is not seen:
                self.texts[key] = parsed.seen_here[-MOST_SEEN:]

    def record_of(self, item):
        return self.by_id.get((item.source, item.external_id))


def is_unchanged(parsed, record):
    """The bytes are those last seen of this story: nothing to parse, nothing to write."""
    return record is not None and record.seen_sha256 == parsed.sha256


def was_held(parsed, record):
    """These bytes are among those that the same file held of this story when it was last read: another text of it came
    later, from elsewhere in the file or from another file. One of which nothing is noted held what others held.
    """
    if record is None:
        return False
    held = record.seen_in.get(parsed.item.path)
    return any(parsed.sha256 in told for told in ([held] if held else record.seen_in.values()))


def is_older(parsed, record):
    """A text of this story as new, or newer, was seen before. Files tell no version: a changed one is newer."""
    if record is None or not parsed.names_itself:
        return False
    return ordering.is_older(parsed.record, than_version=record.external_version, than_sent=record.sent_at)


def is_tombstone(record):
    """The provider took the story back before it came."""
    return record is not None and record.article_id is None and not is_rehearsed(record)


def is_rehearsed(record):
    """An earlier batch of this dry run would have left it; it is in no database."""
    return record is not None and record.pk is None


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
