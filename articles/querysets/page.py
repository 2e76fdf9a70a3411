"""Standing pages, by the role they have."""

from django.db.models import CharField, Func, QuerySet, Value
from django.db.models.functions import Concat


class Joined(Func):
    """All values of a column in one text, between commas, in no order."""

    template = "GROUP_CONCAT(%(expressions)s, ',')"
    output_field = CharField()

    def as_postgresql(self, compiler, connection, **told):
        return self.as_sql(compiler, connection, template="STRING_AGG(%(expressions)s, ',')", **told)


class PageQuerySet(QuerySet):
    def roles(self):
        """One row with one value: "role=slug" of all pages that have a role, joined."""
        told = Concat("role", Value("="), "slug", output_field=CharField())
        return self.order_by().exclude(role="").annotate(roles=Joined(told)).values("roles")
