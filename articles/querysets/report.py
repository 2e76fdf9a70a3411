"""What readers say is wrong: what waits, and what is still said of whom."""

from django.db.models import QuerySet


class ReportQuerySet(QuerySet):
    def waiting(self):
        """Those that nobody has dealt with."""
        return self.filter(outcome=self.model.Outcome.OPEN)

    def with_people_of(self, moment):
        """Those dealt with before `moment` that still say who sent them."""
        return self.filter(handled_at__lt=moment).exclude(name="", email="")
