"""What was taken from readers and what was put right, as they are told of it."""

from django.db.models import Exists, OuterRef, QuerySet, Subquery


class WithdrawalQuerySet(QuerySet):
    def kills(self):
        return self.filter(kind__in=self.model.KILLS)

    def told_at(self, path, moment):
        """The kill that answers at `path`, where readers once had the story: until an edition made since has opened.

        It carries the killed page's `language` and `direction`, and when the story was first `published_at`.
        """
        return self._told(moment, path=path)

    def told_of(self, path, moment):
        """The kill of the story that was at `path` on another site, if readers had it here: as `told_at`."""
        return self._told(moment).filter(article__old_addresses__redirect__old_path=path)

    def _told(self, moment, **where):
        article = self.model._meta.get_field("article").related_model
        editions = article._meta.get_field("editions").related_model.objects.seen_by(moment)
        editions = editions.filter(article=OuterRef("article")).order_by("-number")
        there, since = editions.filter(**where), editions.filter(made_at__gt=OuterRef("at"))
        page = {name: Subquery(there.values(name)[:1]) for name in ("language", "direction", "published_at")}
        return self.kills().filter(Exists(there), ~Exists(since)).annotate(**page).order_by("-number")


class CorrectionQuerySet(QuerySet):
    def newest_first(self):
        return self.order_by("-at", "-number")

    def kinds(self):
        """Which kinds there are among these, in the order of Correction.Kind."""
        there = set(self.order_by().values_list("kind", flat=True).distinct())
        return [kind for kind in self.model.Kind.values if kind in there]

    def at(self, moment):
        """What readers are told at `moment`: of stories that they can read, and made by then.

        Each carries the `path`, `headline`, `language` and `direction` of its story as readers have it.
        """
        editions = self.model._meta.get_field("edition").related_model
        readable = editions.objects.at(moment).filter(article=OuterRef("article"))
        page = {name: Subquery(readable.values(name)[:1]) for name in ("path", "headline", "language", "direction")}
        return self.filter(Exists(readable), at__lte=moment).annotate(**page)
