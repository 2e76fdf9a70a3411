"""Who gets the digest, and how far each copy of it is."""

from django.db.models import Q, QuerySet


class SubscriberQuerySet(QuerySet):
    def confirmed(self):
        """Those who get the digest: an address that mail servers refuse for good gets none."""
        return self.filter(confirmed_at__isnull=False, stopped_at=None)

    def unconfirmed_since(self, moment):
        return self.filter(confirmed_at=None, asked_at__lt=moment)


class SendingQuerySet(QuerySet):
    def open(self):
        """Neither sent nor given up."""
        return self.filter(state__in=(self.model.State.WAITING, self.model.State.CLAIMED))

    def free(self, moment):
        """Nobody's: waiting, or claimed before `moment` by a process that has not come back."""
        forgotten = Q(state=self.model.State.CLAIMED, claimed_at__lt=moment)
        return self.filter(Q(state=self.model.State.WAITING) | forgotten)
