"""Tags, by their names and addresses and by whether readers see them."""

from django.db.models import Case, Exists, OuterRef, Q, QuerySet, When


class TagQuerySet(QuerySet):
    def named(self, key):
        """The tag whose own name or alias folds to `key` (`text.tags.key`)."""
        return self.filter(Q(key=key) | Q(aliases__key=key)).distinct()

    def readable(self, moment):
        """Tags of stories that readers see at `moment`."""
        rows = self.model._meta.get_field("edition_rows").related_model.objects.at(moment)
        return self.filter(Exists(rows.filter(tag=OuterRef("pk"))))

    def beginning_with(self, key):
        """Tags whose name, or another name of theirs, begins so."""
        return self.filter(Q(key__startswith=key) | Q(aliases__key__startswith=key)).distinct().order_by("name")

    def called(self, key, slug):
        """Tags that have this name or this address, or had."""
        names = Q(key=key) | Q(aliases__key=key)
        return self.filter(names | Q(slug=slug) | Q(aliases__slug=slug)).distinct()

    def addressed(self, slug):
        """The tag at this address, or the one that an alias at this address stands for."""
        found = self.filter(Q(slug=slug) | Q(aliases__slug=slug))
        return found.order_by(Case(When(slug=slug, then=0), default=1))
