"""Pictures, by where they are shown."""

from django.db.models import Q, QuerySet


class ImageQuerySet(QuerySet):
    def shown_on(self, edition):
        """The pictures that readers see on a story's page."""
        return self.filter(Q(pk=edition.lead_id) | Q(edition_rows__edition=edition)).distinct()
