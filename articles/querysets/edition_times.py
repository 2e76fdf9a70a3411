"""Editions by when: first published in a span of time, opening or closing after a moment."""

from django.db.models import Count, Exists, F, Q
from django.utils import timezone

from .windows import WindowQuerySet


class EditionTimes(WindowQuerySet):
    def first_seen(self):
        """When the first of these was first published, None if there are none."""
        return self.values_list("published_at", flat=True).first()

    def among(self, start, end):
        """First published from `start` until just before `end`."""
        return self.filter(published_at__gte=start, published_at__lt=end)

    def since(self, start):
        return self.filter(published_at__gte=start)

    def having(self, spans, *, at_once=400):
        """The names of those of {name: (start, end)} in which an edition was first published: a look each, together."""
        found, names = set(), list(spans)
        for some in (names[i : i + at_once] for i in range(0, len(names), at_once)):
            looks = {f"n{i}": Exists(self.order_by().among(*spans[name])) for i, name in enumerate(some)}
            row = self.model.objects.values_list(*looks.values()).first()
            found |= {name for name, there in zip(some, row or (), strict=False) if there}
        return found

    def counted(self, spans):
        """{name: number of editions first published in it} of {name: (start, end)}, in one query."""
        inside = {
            f"n{i}": Count("pk", filter=Q(published_at__gte=a, published_at__lt=b))
            for i, (a, b) in enumerate(spans.values())
        }
        return dict(zip(spans, self.order_by().aggregate(**inside).values(), strict=True)) if spans else {}

    def changes_after(self, moment):
        """Two one-row subqueries: when the next window opens after `moment`, and when the next one closes."""
        return {
            name: self.filter(**{f"{field}__gt": moment}).order_by(field).values_list(field, flat=True)[:1]
            for name, field in (("opens", "live_from"), ("closes", "live_until"))
        }

    def next_change(self, moment):
        """When a window next opens or closes after `moment`, None if nothing is scheduled."""
        ends = [rows.first() for rows in self.changes_after(moment).values()]
        return min(filter(None, ends), default=None)

    def opening_after(self, moment):
        return self.filter(live_from__gt=moment).exclude(live_until__lte=F("live_from"))

    def open_after(self, moment):
        """Those that readers see at some time after `moment`; a window that was cancelled is none."""
        left = Q(live_until=None) | Q(live_until__gt=moment)
        return self.filter(left).exclude(live_until__lte=F("live_from"))

    def upcoming(self):
        return self.opening_after(timezone.now())

    def open_ended(self):
        return self.filter(live_until=None)
