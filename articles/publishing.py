"""The only writer of editions: publish freezes the desk copy into a page, unpublish closes its window.

Nothing happens at publication time. A window opens and closes by itself; every reader asks for the editions of now.
"""

from dataclasses import dataclass
from datetime import UTC

from django.db import IntegrityError, transaction
from django.utils import timezone

from articles import copydesk, pictures
from articles.copydesk.desk_copy import story_of
from articles.freezing import SHOWN, digest, free_path, freeze, names_of, words_of
from articles.models import Article, Edition, EditionByline, EditionTag, Transition
from articles.text.findings import errors


class Refused(Exception):
    """Not published. `code` is stable, the message says what to do; `findings` are those in the way."""

    def __init__(self, message, *, code, findings=()):
        super().__init__(message)
        self.message, self.code, self.findings = message, code, list(findings)


@dataclass(frozen=True)
class Standing:
    """Where a story stands with readers. `changed`: the desk has saved since the live edition was made."""

    live: Edition | None
    next: Edition | None
    changed: bool


def read(article):
    """The copy desk's findings on the article as it is now: pictures may have changed since the last save."""
    bylines = [byline.author.name for byline in article.bylines.select_related("author")]
    tags = [tag.name for tag in article.tags.all()]
    return copydesk.read(story_of(article, bylines=bylines, tags=tags))


ATTEMPTS = 5


def publish(article, *, by, waive=None, at=None, version=None):
    """Make the desk copy the page that readers get from `at` (now) on, and return the edition.

    `waive` maps codes of errors to the reason each may stand. `version` is the version somebody agreed to.
    Raises Refused: moved-on, spiked, embargo, findings, unchanged.
    """
    at = (at or timezone.now()).astimezone(UTC)
    for attempt in range(1, ATTEMPTS + 1):
        try:
            with transaction.atomic():
                return _publish(article, by=by, waive=waive, at=at, version=version)
        except IntegrityError:
            # Another story took this address in the same moment: the next attempt sees it and takes the next one.
            if attempt == ATTEMPTS:
                raise


def _publish(article, *, by, waive, at, version):
    waive = {code: why.strip() for code, why in (waive or {}).items() if why.strip()}
    article = Article.objects.select_for_update(of=("self",)).select_related("section", "lead").get(pk=article.pk)
    editions = list(article.editions.select_related("revision").order_by("number"))
    findings = read(article)
    _refuse(article, findings, waive=waive, at=at, version=version)
    frozen = freeze(article, editions, at=at)
    _refuse_unchanged(editions, frozen, at)
    edition = _append(frozen, article, editions, by=by, at=at)
    waived = {finding.code: waive[finding.code] for finding in findings if finding.code in waive}
    _record(article, edition, Transition.Action.PUBLISHED, by=by, waived=waived, after=Article.Stage.READY)
    return edition


@transaction.atomic
def unpublish(article, *, by, note=""):
    """Close the story's windows now: its address answers 404, the desk copy stays.

    Raises Refused (not-live) when there is nothing to withdraw.
    """
    article = Article.objects.select_for_update().get(pk=article.pk)
    now = timezone.now()
    open_ones = [
        edition for edition in article.editions.all() if edition.live_until is None or edition.live_until > now
    ]
    if not open_ones:
        raise Refused("This story is not published, so there is nothing to withdraw.", code="not-live")
    for edition in open_ones:
        _close(edition, now)
    _record(article, open_ones[0], Transition.Action.UNPUBLISHED, by=by, note=note)


def standing(article, *, editions=None, at=None):
    """Read off the windows: nothing about being public is stored on the article.

    A list brings its `editions` and is not told of changes to a picture's words or to names, which would cost queries.
    """
    at = at or timezone.now()
    windows = article.editions.defer("body_html", "body_text") if editions is None else editions
    windows = sorted(windows, key=lambda edition: edition.live_from)
    live = next((e for e in windows if e.live_from <= at and (e.live_until is None or at < e.live_until)), None)
    upcoming = next((e for e in windows if e.live_from > at and e.live_until != e.live_from), None)
    saved = live is not None and live.version != article.version
    return Standing(
        live, upcoming, saved or (live is not None and editions is None and _named_otherwise(article, live))
    )


def _named_otherwise(article, live):
    """Whether a picture's words or a name in the byline changed since the live edition was made."""
    if article.lead and live.picture and live.picture != live.picture | pictures.words_of(article.lead):
        return True
    return names_of(article.bylines.select_related("author")) != live.bylines


def path_of(article, at=None):
    """The address the next edition would have."""
    return free_path(article, list(article.editions.order_by("number")), at or timezone.now())


def _refuse(article, findings, *, waive, at, version):
    if version not in (None, article.version):
        raise Refused("Somebody saved this story after you opened this page. Read it once more.", code="moved-on")
    if article.stage == Article.Stage.SPIKED:
        raise Refused("This story is spiked. Move it back to draft first.", code="spiked")
    if article.embargo_until and at < article.embargo_until:
        until = timezone.localtime(article.embargo_until)
        raise Refused(f"Embargoed until {until:%-d %B %Y, %H:%M %Z}. Publish after that.", code="embargo")
    blocking = [finding for finding in errors(findings) if finding.code not in waive]
    if blocking:
        raise Refused(
            "The copy desk found errors. Mend them, or give a reason for each.", code="findings", findings=blocking
        )


def _refuse_unchanged(editions, frozen, at):
    """The same version may be published again only if something else a page shows has changed: a credit, a name."""
    current = editions[-1] if editions else None
    if not current or current.live_until is not None or current.live_from > at:
        return
    if all(getattr(current, name) == frozen[name] for name in (*SHOWN, "version")):
        raise Refused("Readers already have this version.", code="unchanged")


def _append(frozen, article, editions, *, by, at):
    for earlier in editions:
        _close(earlier, at)
    previous = editions[-1].digest if editions else ""
    edition = Edition(
        **frozen,
        number=len(editions) + 1,
        live_from=at,
        updated_at=_updated_at(editions, frozen, at),
        made_at=timezone.now(),
        made_by=by,
        previous_digest=previous,
    )
    edition.digest = digest(edition)
    edition.save(force_insert=True)
    _list(edition, article)
    return edition


def _updated_at(editions, frozen, at):
    """When the words last changed after the story first appeared; None while they never did."""
    seen = [edition for edition in editions if edition.live_until is None or edition.live_until > edition.live_from]
    if not seen:
        return None
    return at if words_of(seen[-1]) != words_of(Edition(**frozen)) else seen[-1].updated_at


def _close(edition, at):
    """End a window at `at`; one that has not opened by then never will."""
    if edition.live_until is not None and edition.live_until <= at:
        return
    edition.live_until = max(at, edition.live_from)
    edition.save(update_fields=["live_until"])
    gone = edition.live_until <= timezone.now() or edition.live_until == edition.live_from
    for rows in (edition.tag_rows, edition.byline_rows):
        rows.all().delete() if gone else rows.update(live_until=edition.live_until)


def _list(edition, article):
    window = {"published_at": edition.published_at, "live_from": edition.live_from, "live_until": edition.live_until}
    EditionTag.objects.bulk_create(EditionTag(edition=edition, tag=tag, **window) for tag in article.tags.all())
    EditionByline.objects.bulk_create(
        EditionByline(edition=edition, author_id=byline.author_id, **window) for byline in article.bylines.all()
    )


def _record(article, edition, action, *, by, note="", waived=None, after=None):
    """Write the transition. Who publishes has found the story ready, so its stage says so."""
    stages = {"before": article.stage, "after": after or article.stage}
    Transition.objects.create(
        article=article,
        edition=edition,
        action=action,
        note=note,
        waived=waived or {},
        at=timezone.now(),
        by=by,
        **stages,
    )
    if after:
        Article.objects.filter(pk=article.pk).update(stage=after)
