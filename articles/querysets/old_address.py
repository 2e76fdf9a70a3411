"""Where what asks for a story at its address on another site is led."""

from django.db.models import OuterRef, QuerySet, Subquery


class OldAddressQuerySet(QuerySet):
    def led_from(self, paths):
        """Those of `paths` that are kept, in the same order."""
        kept = set(self.filter(redirect__old_path__in=paths).values_list("redirect__old_path", flat=True))
        return [path for path in paths if path in kept]

    def leading_on(self, path, moment):
        """The one at `path` if readers have its story, with where that stands: `leads_to`.

        Begun at the redirect: begun at the editions, SQLite would look through all that readers have.
        """
        editions = self.model._meta.get_field("article").related_model._meta.get_field("editions").related_model
        readable = editions.objects.at(moment).filter(article=OuterRef("article")).values("path")[:1]
        found = self.filter(redirect__old_path=path).annotate(leads_to=Subquery(readable))
        return found.filter(leads_to__isnull=False)
