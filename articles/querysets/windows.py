"""What readers see at a moment: the window rule, spelled once, and the rows that carry one."""

from django.db.models import Q, QuerySet
from django.utils import timezone


def open_at(moment, prefix=""):
    """The window rule, spelled once: live_from <= moment < live_until."""
    until = Q(**{f"{prefix}live_until": None}) | Q(**{f"{prefix}live_until__gt": moment})
    return Q(**{f"{prefix}live_from__lte": moment}) & until


class WindowQuerySet(QuerySet):
    """Rows that readers see from `live_from` until just before `live_until` (None: for good)."""

    def at(self, moment):
        return self.filter(open_at(moment))

    def live(self):
        return self.at(timezone.now())

    def edition_ids(self):
        """For tag and byline rows: the editions, newest first."""
        return self.order_by("-published_at", "-edition_id").values_list("edition_id", flat=True)
