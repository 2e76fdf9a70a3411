"""Pictures that come after their story: fetched for a text that is here already and has not changed.

The text is read again for where they stand. Over an edited story it is never written: a lead picture is hung there if
there is none, and for pictures in the text the text with them waits beside the story.
"""

from django.utils import timezone

from articles import editing
from articles.importers.record import Pubstatus
from articles.models import Article, Revision
from articles.models.delivery import Outcome

from . import arriving
from .options import OnConflict


def is_due(row, options):
    """Whether this run may fetch pictures that the written, unchanged text of `row` is still without."""
    article = row.article
    return (
        options.fetch_media
        and row.awaited != []
        and row.pending is None
        and row.sha256 == row.seen_sha256
        and row.pubstatus != Pubstatus.CANCELED
        and article is not None
        and article.binned_at is None
        and article.stage != Article.Stage.SPIKED
    )


def settle(arrived, known):
    """Those for whom nothing came stay as they are: nothing is written, what could not be fetched is told."""
    for parsed in arrived:
        if parsed.late and not _new(parsed, known.record_of(parsed.item)):
            stay(parsed, known.record_of(parsed.item))


def stay(parsed, row):
    """A text that is here already: `unchanged`."""
    item = parsed.item
    item.outcome, item.article = Outcome.UNCHANGED, row.article_id
    item.headline = row.article.headline if row.article else getattr(row, "headline", "")  # in a dry run
    item.findings = [finding for finding in item.findings if finding.code.startswith("picture-")]
    if row.pending is not None:
        item.findings.append(arriving.waiting(row))


def hang(parsed, row, desk):
    """Give a known story the pictures that came for it."""
    if not arriving.is_edited(row) or desk.options.on_conflict == OnConflict.OVERWRITE:
        arriving.update(parsed, row, desk)
        return
    parsed.worked_on = True
    if parsed.lead and row.article.lead_id is None:
        note = f"A picture from {row.source.name}"
        told = {"by": desk.options.by, "base_version": row.article.version, "note": note}
        editing.save(row.article, {"lead": parsed.lead}, origin=Revision.Origin.IMPORTED, **told)
    if _stand_in_the_text(parsed, _new(parsed, row)):
        arriving.conflict(parsed, row, desk)
        return
    row.awaited, row.changed_at = parsed.awaited, timezone.now()
    row.save(update_fields=["awaited", "changed_at"])
    parsed.item.outcome, parsed.item.article = Outcome.UPDATED, row.article_id


def _new(parsed, row):
    """The addresses that the text was without, and that led to a picture now."""
    return set(parsed.came) if row.awaited is None else set(parsed.came) & set(row.awaited)


def _stand_in_the_text(parsed, hrefs):
    return any(picture.href in hrefs and not picture.lead for picture in parsed.record.pictures)
