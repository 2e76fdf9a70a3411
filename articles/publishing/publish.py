"""Publishing: the desk copy, read once more, frozen into an edition whose window opens now or later."""

from dataclasses import dataclass
from datetime import UTC, timedelta

from django.utils import timezone

from articles import copydesk, files, ledger, pictures, pinging, record, windows
from articles.copydesk.desk_copy import story_of
from articles.freezing import SHOWN, digest, free_path, freeze, last_updated
from articles.models import Article, Correction, Edition, EditionPicture, Transition
from articles.text.findings import errors

from .planning import refuse_end
from .refusals import Refused, in_one_piece, locked, told

Action = Transition.Action
MINUTE = timedelta(minutes=1)
KEEP = object()  # the end that the story has


@dataclass(frozen=True)
class Put:
    """A correction to be published: a Correction.Kind, what was wrong, what is right."""

    kind: str
    wrong: str = ""
    right: str = ""


def read(article):
    """The copy desk's findings on the article as it is now: pictures may have changed since the last save."""
    bylines = [byline.author.name for byline in article.bylines.select_related("author")]
    tags = [tag.name for tag in article.tags.all()]
    return copydesk.read(story_of(article, bylines=bylines, tags=tags, library=pictures.library_of(article.body)))


def path_of(article, at=None):
    """The address the next edition would have."""
    return free_path(article, list(article.editions.order_by("number")), at or timezone.now())


def publish(article, *, by, waive=None, at=None, until=KEEP, version=None, correction=None, backdated=False):
    """Make the desk copy the page that readers get from `at` (now) on, and return the edition.

    What was scheduled before is replaced. `waive` maps codes of errors to the reason each may stand. `until`: when the
    story leaves the site, None for never. `version` is the version somebody agreed to. `correction`: a Put, published
    with the edition, now. `backdated` lets `at` lie in the past, for stories that appeared elsewhere.
    Raises Refused: moved-on, binned, killed, spiked, past, embargo, after-end, before-opening, correction-later,
    correction-first, correction-incomplete, findings, unchanged.
    """
    return _publish(article, by, waive or {}, at, until, version, correction, backdated)


@in_one_piece
def _publish(article, by, waive, at, until, version, correction, backdated):
    article, now = locked(article), timezone.now()  # in this order: who waited acts after whom they waited for
    at = at.astimezone(UTC) if at else now
    if not backdated:
        at = _not_past(at, now)
    waive = {code: why.strip() for code, why in waive.items() if why.strip()}
    _refuse_state(article, at=at, version=version)
    _refuse_correction(article, correction, at=at, now=now)
    findings = read(article)
    _refuse_findings(findings, waive)
    until = _end_of(windows.still_open(article, now), at, now, until)  # asked before what is scheduled gives way
    _clear(article, by=by, at=at, now=now)
    editions = list(article.editions.select_related("revision").order_by("number"))
    frozen = freeze(article, editions, at=at)
    frozen["corrections"] = _corrections(editions, correction, at)
    if correction is None:
        _refuse_unchanged(editions, frozen, at, until)
    edition = _append(frozen, article, editions, by=by, at=at, until=until)
    _record(article, edition, findings, waive, correction, by=by, later=at > now)
    pinging.note([edition, *(one for one in editions if one.live_until == at)], at=at)  # and of the one that gives way
    return edition


def _not_past(at, now):
    """The minute that runs is now: who types 19:42 at 19:42:30 means at once."""
    if at <= now - MINUTE:
        raise Refused(f"{told(at)} has passed. Choose a time to come, or publish now.", code="past")
    return max(at, now)


def _refuse_state(article, *, at, version):
    if version not in (None, article.version):
        raise Refused("Somebody saved this story after you opened this page. Read it once more.", code="moved-on")
    if article.binned_at:
        raise Refused("This story is in the bin. Take it out first.", code="binned")
    if kill := ledger.standing_kill(article):
        raise Refused(f"This story was killed on {told(kill.at)}. A managing editor can bring it back.", code="killed")
    if article.stage == Article.Stage.SPIKED:
        raise Refused("This story is spiked. Move it back to draft first.", code="spiked")
    if article.embargo_until and at < article.embargo_until:
        raise Refused(f"Embargoed until {told(article.embargo_until)}. Publish after that.", code="embargo")


def _refuse_correction(article, correction, *, at, now):
    if correction is None:
        return
    if at > now:
        raise Refused("A correction goes out at once. Publish now, or schedule without it.", code="correction-later")
    if not article.editions.at(now).exists():
        raise Refused("Readers do not see this story, so there is nothing to correct.", code="correction-first")
    missing = {
        Correction.Kind.UPDATE: not correction.right.strip(),
        Correction.Kind.CLARIFICATION: not correction.right.strip(),
        Correction.Kind.RETRACTION: not correction.wrong.strip(),
    }.get(correction.kind, not (correction.wrong.strip() and correction.right.strip()))
    if missing:
        raise Refused("Say what was wrong and what is right.", code="correction-incomplete")


def _refuse_findings(findings, waive):
    blocking = [finding for finding in errors(findings) if finding.code not in waive]
    if blocking:
        raise Refused(
            "The copy desk found errors. Mend them, or give a reason for each.", code="findings", findings=blocking
        )


def _clear(article, *, by, at, now):
    """What was scheduled gives way to what is published now."""
    for edition in windows.scheduled(article, now):
        windows.cancel(edition)
        record.keep(article, Action.CANCELED, by=by, edition=edition, note="Replaced by a newer edition.")


def _end_of(open_ones, at, now, until):
    """When the new edition closes: as told, or when the story was to leave the site anyway."""
    if until is KEEP:
        until = open_ones[-1].live_until if open_ones else None
        if until is not None and until <= at:
            raise Refused(
                f"The story leaves the site {told(until)}. Take that end away, or choose an earlier time.",
                code="after-end",
            )
        return until
    until = until.astimezone(UTC) if until else None
    refuse_end(until, at, now)
    return until


def _corrections(editions, correction, at):
    """What the page will say was put right: all that it said before, and this."""
    said = list(editions[-1].corrections) if editions else []
    if correction is not None:
        number = ledger.next_number(Correction)
        texts = {"wrong": correction.wrong.strip(), "right": correction.right.strip()}
        said.append({"number": number, "kind": str(correction.kind), **texts, "at": at.isoformat()})
    return said


def _refuse_unchanged(editions, frozen, at, until):
    """The same version may be published again only if something else a page shows has changed: a credit, a name."""
    current = next((e for e in editions if e.live_from <= at and (e.live_until is None or e.live_until > at)), None)
    if current is None or current.live_until != until:
        return
    if all(getattr(current, name) == frozen[name] for name in (*SHOWN, "version")):
        raise Refused("Readers already have this version.", code="unchanged")


def _append(frozen, article, editions, *, by, at, until):
    for earlier in editions:
        windows.close(earlier, at)
    edition = Edition(
        **frozen,
        number=len(editions) + 1,
        live_from=at,
        live_until=until,
        updated_at=last_updated(editions, Edition(**frozen), at),
        made_at=timezone.now(),
        made_by=by,
        previous_digest=editions[-1].digest if editions else "",
    )
    edition.digest = digest(edition)
    edition.save(force_insert=True)
    if edition.card:
        files.settle([edition.card.name])
    windows.enlist(edition, article)
    EditionPicture.objects.bulk_create(EditionPicture(edition=edition, image_id=int(key)) for key in edition.figures)
    return edition


def _record(article, edition, findings, waive, correction, *, by, later):
    """Write what was done. Who publishes has found the story ready, so its stage says so."""
    if correction is not None:
        said = edition.corrections[-1]
        texts = {name: said[name] for name in ("number", "kind", "wrong", "right")}
        ledger.append(Correction(article=article, edition=edition, at=edition.live_from, **texts), by=by)
        record.keep(article, Action.CORRECTED, by=by, edition=edition, note=f"{correction.kind}: {said['right']}")
    waived = {finding.code: waive[finding.code] for finding in findings if finding.code in waive}
    action, ready = Action.SCHEDULED if later else Action.PUBLISHED, Article.Stage.READY
    record.keep(article, action, by=by, edition=edition, waived=waived, after=ready)
    Article.objects.filter(pk=article.pk).update(stage=ready)
