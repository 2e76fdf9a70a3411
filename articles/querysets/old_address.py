"""Where what asks for a story at its address on another site is led."""

from django.db.models import Case, OuterRef, QuerySet, Subquery, When


class OldAddressQuerySet(QuerySet):
    def leading_on(self, paths, moment):
        """Those of `paths` whose story readers have, the first path first; each with where it stands: `leads_to`.

        Begun at the redirect: begun at the editions, SQLite would look through all that readers have.
        """
        editions = self.model._meta.get_field("article").related_model._meta.get_field("editions").related_model
        readable = editions.objects.at(moment).filter(article=OuterRef("article")).values("path")[:1]
        nearest = Case(*(When(redirect__old_path=one, then=place) for place, one in enumerate(paths)), default=0)
        found = self.filter(redirect__old_path__in=paths).annotate(leads_to=Subquery(readable))
        return found.filter(leads_to__isnull=False).order_by(nearest)
