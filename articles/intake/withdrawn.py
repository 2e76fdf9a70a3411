"""What happens when a provider takes a story back, or holds it: readers lose it, the desk keeps its text and is told.

A cancel that comes before its story leaves a tombstone; the story that comes later is kept on the desk, and never goes
out by itself. The order in which files come in does not matter.
"""

from django.utils import timezone

from articles import editing, publishing
from articles.importers.record import Pubstatus
from articles.models import Article, Edition, ImportRecord
from articles.models.delivery import Outcome
from articles.text.findings import Finding, Level

from .keeping import describe, hash_of, keep_originals, note_seen


def cancel(parsed, row, desk):
    """Take a known story from readers and spike it; its text stays as it is, whatever came with the cancel."""
    article = row.article
    if article is not None:
        _take_from_readers(article, desk, note=f"{row.source.name} withdrew the story")
        _tell_editors(article, row, parsed, desk)
        _spike(article, desk, note=f"{row.source.name} withdrew the story")
    _note(row, parsed)
    row.save()
    _told(parsed, row, taken_back(row.source.name))


def bury(parsed, row, desk, *, external_id=None):
    """Keep a cancel whose story is not here: a tombstone. `row` is None."""
    row = ImportRecord(source=desk.log.source(parsed.item.source), external_id=external_id or parsed.item.external_id)
    row.first_seen_at = timezone.now()
    describe(row, parsed, keep_originals([parsed]))
    row.pubstatus = Pubstatus.CANCELED
    row.save()
    _told(parsed, row, taken_back(row.source.name))


def forget(row):
    """Take a tombstone away; what it knew of the newest version."""
    seen = {"external_version": row.external_version, "sent_at": row.sent_at, "pubstatus": row.pubstatus}
    row.delete()
    return seen


def keep_down(parsed, source, seen, desk):
    """Spike a story that has just come in, for its provider had taken it back before."""
    row = ImportRecord.objects.select_related("article").get(source=source, external_id=parsed.item.external_id)
    ImportRecord.objects.filter(pk=row.pk).update(**seen)
    _spike(row.article, desk, note=f"{source.name} had withdrawn the story before it came")
    parsed.record.pubstatus = Pubstatus.CANCELED
    parsed.item.findings.append(taken_back(source.name))


def names_another(parsed):
    """NITF says in one document what becomes of another: `management-doc-idref`, `management-idref-status`."""
    told = parsed.record.extra.get("replaces", {}) if parsed.record else {}
    return told.get("status", "").startswith("cancel") and told.get("id") != parsed.item.external_id


def cancel_another(parsed, desk):
    """Cancel the document that this one takes back; where it never came, so that it cannot go out later."""
    item = parsed.item
    outcome, article, headline, findings = item.outcome, item.article, item.headline, [*item.findings]
    other = parsed.record.extra["replaces"]["id"]
    rows = ImportRecord.objects.filter(source__slug=parsed.item.source, external_id=other)
    row = rows.select_related("article", "source").first()
    if row is None:
        bury(parsed, None, desk, external_id=other)
    elif row.pubstatus != Pubstatus.CANCELED:
        cancel(parsed, row, desk)
    item.outcome, item.article, item.headline = outcome, article, headline
    message = f"It takes back {other}: readers have that story no more, and it does not go out by itself."
    item.findings = [*findings, Finding("cancels-another", Level.WARNING, message, None, other[:120])]


def hold(article, row, desk):
    """Take a story from readers that its provider now holds; the desk may work on, and decides."""
    _take_from_readers(article, desk, note=f"{row.source.name} asks to hold the story")


def _take_from_readers(article, desk, *, note):
    if Edition.objects.filter(article=article).open_after(timezone.now()).exists():
        publishing.unpublish(article, by=desk.options.by, note=note)


def _tell_editors(article, row, parsed, desk):
    """In the note to editors: who took the story back, when, and what they said."""
    said = parsed.record.ednote or parsed.record.correction_note
    note = f"WITHDRAWN by {row.source.name}, {timezone.now():%Y-%m-%d %H:%M} UTC.{f' {said}' if said else ''}"
    untouched = editing.content_hash(editing.snapshot(article)) == row.imported_hash
    ednote = "\n\n".join(filter(None, (note, article.ednote)))
    editing.save(
        article,
        {"ednote": ednote},
        by=desk.options.by,
        base_version=article.version,
        origin="imported",
        note=f"{row.source.name} withdrew the story",
    )
    if untouched:
        bylines = list(article.bylines.select_related("author"))
        row.imported_hash = hash_of(article, [(byline.author, byline.role) for byline in bylines])


def _spike(article, desk, *, note):
    stage = Article.objects.values_list("stage", flat=True).get(pk=article.pk)
    if stage != Article.Stage.SPIKED and article.binned_at is None:
        article.stage = stage
        editing.move(article, to=Article.Stage.SPIKED, by=desk.options.by, note=note)


def _note(row, parsed):
    row.pubstatus = Pubstatus.CANCELED
    row.changed_at = timezone.now()
    row.pending, row.pending_original = None, None
    note_seen(row, parsed)


def _told(parsed, row, finding):
    item = parsed.item
    item.outcome, item.article = Outcome.CANCELED, row.article_id
    item.headline = row.article.headline if row.article else parsed.record.headline
    item.findings.append(finding)


def taken_back(source):
    """What is said of a story that its source withdrew."""
    message = f"{source} withdrew this story. It is spiked, its text is kept, and it does not go out by itself."
    return Finding("canceled", Level.WARNING, message, None, "")
