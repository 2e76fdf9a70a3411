"""Writes what came in: new drafts in bulk, newer text over untouched stories, and text that has to wait."""

from django.utils import timezone

from articles import editing
from articles.models import ImportRecord, Revision
from articles.models.delivery import Outcome
from articles.text.findings import Finding, Level, merge

from .carrying import carried
from .fields import fields_of, fields_over, renewed_rights, rights_of
from .keeping import describe, hash_of, keep_originals, note_seen
from .options import OnConflict


def create(batch, desk):
    """Bring new stories in: one draft each, with its record and original, in statements that do not grow with them."""
    drafts = [desk.draft(parsed) for parsed in batch]
    articles = editing.create_many(drafts, by=desk.options.by, origin=Revision.Origin.IMPORTED)
    originals = keep_originals(batch)
    rows = []
    for parsed, draft, article in zip(batch, drafts, articles, strict=True):
        row = ImportRecord(
            source=desk.log.source(parsed.item.source),
            external_id=parsed.item.external_id,
            article=article,
            first_seen_at=article.created_at,
            imported_hash=hash_of(article, draft.bylines),
        )
        rows.append(describe(row, parsed, originals))
    ImportRecord.objects.bulk_create(rows)
    for parsed, article in zip(batch, articles, strict=True):
        _told(parsed, article, Outcome.CREATED)


def is_edited(row):
    """Whether somebody worked on the text of a known story since import last wrote it."""
    return editing.content_hash(editing.snapshot(row.article)) != row.imported_hash


def update(parsed, row, desk):
    """Write newer text, or the same with pictures that came since, over a story; its earlier revision stays."""
    article = row.article
    fields = fields_over(article, fields_of(parsed.record), _named(parsed.record))
    fields |= renewed_rights(row, parsed.record)
    _tell_other_rights(parsed, fields.get("rights", article.rights))
    if parsed.late and article.lead_id is None:
        fields["lead"] = parsed.lead
    bylines = desk.people.bylines(parsed.record.credits)
    note = f"{'Pictures' if parsed.late else 'Newer text'} from {row.source.name}"
    editing.save(
        article,
        fields,
        by=desk.options.by,
        base_version=article.version,
        bylines=bylines,
        origin=Revision.Origin.IMPORTED,
        note=note,
    )
    parsed.item.findings += [taken_back(edition) for edition in article.called_off]
    row.imported_hash, row.pending, row.pending_original = hash_of(article, bylines), None, None
    describe(row, parsed, keep_originals([parsed])).save()
    _told(parsed, article, Outcome.UPDATED)


def move(parsed, row):
    """The file of a known story has another name now; its text is the same."""
    row.external_id, row.path, row.changed_at = parsed.item.external_id, parsed.item.path, timezone.now()
    row.save(update_fields=["external_id", "path", "changed_at"])
    parsed.item.outcome, parsed.item.article = Outcome.MOVED, row.article_id


def conflict(parsed, row, desk):
    """Leave the editor's story alone. The new text waits beside it, unless it was declined beforehand (keep)."""
    row.changed_at = timezone.now()
    row.pending, row.pending_original = None, None
    note_seen(row, parsed)
    _tell_other_rights(parsed, row.article.rights)
    if parsed.late:
        row.awaited = parsed.awaited  # offered once, whatever becomes of it
    if desk.options.on_conflict == OnConflict.PENDING:
        row.pending = waiting_text(parsed)
        row.pending_original = keep_originals([parsed])[parsed.kept_sha256]
    row.save()
    parsed.item.outcome, parsed.item.article = Outcome.CONFLICT, row.article_id


def waiting_text(parsed):
    """The incoming text as JSON-able values, with what its record becomes if an editor takes it."""
    record = parsed.record
    embargo = record.embargo_until.isoformat() if record.embargo_until else None
    return {
        **fields_of(record),
        "embargo_until": embargo,
        "bylines": [{"name": c.name, "role": c.role, "email": c.email} for c in record.credits],
        "sha256": parsed.sha256,
        "fingerprint": parsed.fingerprint,
        "findings": [finding.as_dict() for finding in record.findings],
        "awaited": parsed.awaited,
        "extra": carried(record),
        "pictures": _named(record),
    }


def _named(record):
    return [picture.href for picture in record.pictures if picture.href]


def skip_older(parsed, row, desk):
    """Say that a newer text of this story was seen before; nothing is written."""
    item = parsed.item
    seen = row.external_version or f"{row.sent_at:%Y-%m-%d %H:%M}"
    item.fail(f"{item.external_id}: a text as new or newer was seen before (version {seen}); this one was left out.")
    item.outcome, item.article = Outcome.SKIPPED, row.article_id


def _told(parsed, article, outcome):
    """The item says what the importer noticed and what the copy desk makes of the story."""
    item = parsed.item
    item.outcome, item.article, item.headline = outcome, article.pk, article.headline
    item.findings = merge(item.findings, [Finding.from_dict(data) for data in article.findings])


def _tell_other_rights(parsed, standing):
    """What a provider lets readers do with a text is the desk's to decide where it wrote its own line."""
    came = rights_of(parsed.record.copyright, parsed.record.usage_terms)
    if came and came != standing:
        message = f"The newer text has other rights: “{came}”. The story says “{standing}”; change it if it is to."
        parsed.item.findings.append(Finding("rights-differ", Level.WARNING, message, None, came[:120]))


def duplicate(external_id):
    message = f"The same text is already here as {external_id}. Keep one of the two."
    return Finding("possible-duplicate", Level.WARNING, message, None, external_id[:120])


def taken_back(edition):
    message = f"The text brought an embargo, so the schedule of edition {edition.number} was taken back."
    return Finding("schedule-taken-back", Level.WARNING, message, None, "")


def waiting(row):
    message = f"Newer text from {row.source.name} waits beside the edited story. Take it or let it go in the admin."
    return Finding("text-waiting", Level.WARNING, message, None, "")
