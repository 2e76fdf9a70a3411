"""What goes out next, and an alarm that should never ring: what was to be out by now and is not."""

from datetime import timedelta

from django.db.models import Exists, F, OuterRef
from django.utils import timezone

from articles.models import Edition, Transition

from . import told

Action = Transition.Action
LATELY = timedelta(days=1)
TAKEN_BACK = (Action.CANCELED, Action.UNPUBLISHED, Action.KILLED)


def rows(seen, most):
    now = timezone.now()
    editions = Edition.objects.filter(article__in=seen.order_by().values("pk")).for_cards()
    coming = editions.opening_after(now).order_by("live_from")[:most]
    return {
        "coming": [(edition, told.sentence(edition.live_from, now, "Goes live")) for edition in coming],
        "missing": list(_missing(editions, now)[:most]),
    }


def _missing(editions, now):
    """Scheduled for the last day, never taken back, not ended as planned, and not with readers all the same."""
    record = Transition.objects.filter(article=OuterRef("article"))
    return (
        editions.filter(live_from__gt=now - LATELY, live_from__lte=now)
        .filter(Exists(Transition.objects.filter(edition=OuterRef("pk"), action=Action.SCHEDULED)))
        .exclude(Exists(record.filter(action__in=TAKEN_BACK, at__gte=OuterRef("made_at"))))
        .exclude(Exists(Edition.objects.at(now).filter(article=OuterRef("article"))))
        .exclude(live_until__gt=F("live_from"), live_until__lte=now)
        .order_by("live_from")
    )
