"""Authors, by their names and by whether readers see them."""

from django.db.models import Exists, OuterRef, Q, QuerySet


class AuthorQuerySet(QuerySet):
    def readable(self, moment):
        """Authors of stories that readers see at `moment`."""
        rows = self.model._meta.get_field("edition_rows").related_model.objects.at(moment)
        return self.filter(Exists(rows.filter(author=OuterRef("pk"))))

    def beginning_with(self, typed):
        """Authors one of whose names begins so."""
        return self.filter(Q(name__istartswith=typed) | Q(name__icontains=f" {typed}")).order_by("name")

    def called(self, name):
        return self.filter(Q(name__iexact=name) | Q(slug=name))
