"""What was planned for later: a schedule is cancelled, an end is set or taken away."""

from datetime import UTC

from django.utils import timezone

from articles import record, windows
from articles.models import Transition

from .refusals import Refused, in_one_piece, locked, told

Action = Transition.Action


@in_one_piece
def cancel(article, *, by, note="", edition=None):
    """Take back what is scheduled: it never opens, and what readers have stays. `edition`: the number of the one meant.

    Returns the edition taken back. Raises Refused: not-scheduled, moved-on (another one is scheduled by now).
    """
    article = locked(article)
    scheduled = windows.scheduled(article)
    if not scheduled:
        raise Refused("Nothing is scheduled for this story. It may have gone out by now.", code="not-scheduled")
    if edition not in (None, scheduled[0].number):
        raise Refused("Something else was scheduled meanwhile. Look at it first.", code="moved-on")
    for planned in scheduled:
        windows.cancel(planned)
        record.keep(article, Action.CANCELED, by=by, edition=planned, note=note)
    return scheduled[0]


@in_one_piece
def end(article, *, by, at, note=""):
    """Let the story leave the site at `at`, or None: never. Raises Refused: not-live, past, before-opening."""
    article, now = locked(article), timezone.now()
    open_ones = windows.still_open(article, now)
    if not open_ones:
        raise Refused("Readers neither see this story nor will, so it cannot end.", code="not-live")
    last = open_ones[-1]
    at = at.astimezone(UTC) if at else None
    refuse_end(at, last.live_from, now)
    windows.set_end(last, at)
    ends = f"Leaves the site {told(at)}." if at else "Stays on the site."
    record.keep(article, Action.ENDED, by=by, edition=last, note=f"{ends} {note}")


def refuse_end(at, opening, now):
    if at is not None and at <= now:
        raise Refused("An end lies in the future. To take the story off the site now, unpublish it.", code="past")
    if at is not None and at <= opening:
        raise Refused(f"The story opens {told(opening)}; it cannot end before that.", code="before-opening")
