"""Taking a story from readers, and bringing a killed one back to the desk."""

from django.utils import timezone

from articles import ledger, pinging, record, windows
from articles.models import Article, Transition, Withdrawal

from .refusals import Refused, in_one_piece, locked

Action, Kind = Transition.Action, Withdrawal.Kind


@in_one_piece
def unpublish(article, *, by, note=""):
    """Close the story's windows now: its address answers 404, the desk copy stays, what is scheduled never opens.

    Raises Refused (not-live) when there is nothing to withdraw.
    """
    article = locked(article)
    open_ones = windows.still_open(article)
    if not open_ones:
        raise Refused("This story is not published, so there is nothing to withdraw.", code="not-live")
    _close(open_ones)
    ledger.append(Withdrawal(article=article, kind=Kind.UNPUBLISHED, reason=note), by=by)
    record.keep(article, Action.UNPUBLISHED, by=by, edition=open_ones[0], note=note)


@in_one_piece
def kill(article, *, by, notice, reason, legal=False):
    """Withdraw a story for good: 410 with the public `notice` at every address it had, spiked on the desk.

    Raises Refused: never-published, killed, no-notice, no-reason.
    """
    article, notice, reason = locked(article), notice.strip(), reason.strip()
    _refuse_kill(article, notice, reason)
    open_ones = windows.still_open(article)
    _close(open_ones)
    kind = Kind.LEGAL if legal else Kind.KILLED
    ledger.append(Withdrawal(article=article, kind=kind, notice=notice, reason=reason), by=by)
    edition = open_ones[0] if open_ones else None
    after = Article.Stage.SPIKED
    record.keep(article, Action.KILLED, by=by, edition=edition, note=reason, after=after)
    Article.objects.filter(pk=article.pk).update(stage=after)


@in_one_piece
def revive(article, *, by, reason):
    """Let a killed story be worked on and published again. Readers are told of the kill until it is.

    Raises Refused: not-killed, no-reason.
    """
    article, reason = locked(article), reason.strip()
    if ledger.standing_kill(article) is None:
        raise Refused("This story is not killed.", code="not-killed")
    if not reason:
        raise Refused("Say why the story may come back; it stays on the record.", code="no-reason")
    ledger.append(Withdrawal(article=article, kind=Kind.LIFTED, reason=reason), by=by)
    after = Article.Stage.DRAFT
    record.keep(article, Action.REVIVED, by=by, note=reason, after=after)
    Article.objects.filter(pk=article.pk).update(stage=after)


def _refuse_kill(article, notice, reason):
    now = timezone.now()
    if ledger.standing_kill(article):
        raise Refused("This story is killed already.", code="killed")
    if not article.editions.seen_by(now).exists():
        raise Refused("Readers never saw this story. Spike it instead.", code="never-published")
    if not notice:
        raise Refused("Write what readers are told at the story's address.", code="no-notice")
    if not reason:
        raise Refused("Say why the story is killed; it stays with the desk.", code="no-reason")


def _close(editions):
    now = timezone.now()
    pinging.note([edition for edition in editions if edition.live_from <= now], at=now)
    for edition in sorted(editions, key=lambda edition: edition.live_from, reverse=True):
        windows.close(edition, now)
