"""Editions by what leads to them: their own past, other languages, the stories before and after."""

from django.db.models import Exists, F, JSONField, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce, JSONObject

from .windows import WindowQuerySet

FOUND = ("path", "language", "direction", "translation_of")  # of a story in another language


class Listed(Subquery):
    """The rows of a query of one JSON column named `told`, as one JSON list: what belongs to a row comes with it."""

    output_field = JSONField()
    template = "(SELECT JSON_GROUP_ARRAY(JSON(listed.told)) FROM (%(subquery)s) listed)"

    def as_postgresql(self, compiler, connection, **extra):
        template = "(SELECT COALESCE(JSONB_AGG(listed.told), '[]') FROM (%(subquery)s) listed)"
        return self.as_sql(compiler, connection, template=template, **extra)


class EditionRelations(WindowQuerySet):
    def forwarding(self, path, moment):
        """What readers have elsewhere of the story that once stood at `path`; windows never opened do not count."""
        until = "article__editions__live_until"
        opened = Q(**{until: None}) | Q(**{f"{until}__gt": F("article__editions__live_from")})
        past = Q(article__editions__path=path, article__editions__live_from__lte=moment)
        return self.at(moment).filter(past & opened).exclude(path=path).distinct()

    def seen_by(self, moment):
        """Those whose window had opened by `moment`, whether or not it is open still."""
        return self.filter(live_from__lte=moment).exclude(live_until__lte=F("live_from"))

    def still_told(self, moment):
        """Those that readers saw and may be shown again: no kill came after them, lifted or not."""
        withdrawals = self.model._meta.get_field("article").related_model._meta.get_field("withdrawals").related_model
        killed = withdrawals.objects.kills().filter(article=OuterRef("article"), at__gte=OuterRef("made_at"))
        return self.seen_by(moment).exclude(Exists(killed))

    def with_past(self, moment):
        """`has_past`: there was an edition before this one that readers may be shown."""
        earlier = self.model.objects.still_told(moment).filter(number__lt=OuterRef("number"))
        return self.annotate(has_past=Exists(earlier.filter(article=OuterRef("article"))))

    def in_other_languages(self, moment):
        """`translations` and `originals`: where readers find the same story in other languages, see `translations.of`.

        Two lists, each found by one index: of both conditions in one, SQLite would look through every edition.
        """
        original, told = Coalesce(OuterRef("translation_of"), OuterRef("article")), {name: name for name in FOUND}
        others = self.model.objects.at(moment).exclude(article=OuterRef("article")).order_by("pk")
        return self.annotate(
            translations=Listed(others.filter(translation_of=original).values(told=JSONObject(**told))),
            originals=Listed(others.filter(article=original).values(told=JSONObject(**told))),
        )

    def between_neighbours(self, moment):
        """`earlier` and `later`: the stories of the same section that appeared just before and just after, as
        {"path", "headline", "language", "direction"}; None at either end.
        """
        others = self.model.objects.at(moment).filter(section=OuterRef("section")).exclude(article=OuterRef("article"))
        told = JSONObject(**{name: name for name in ("path", "headline", "language", "direction")})
        before = others.filter(published_at__lt=OuterRef("published_at")).order_by("-published_at", "-id")
        after = others.filter(published_at__gt=OuterRef("published_at")).order_by("published_at", "id")
        return self.annotate(
            earlier=Subquery(before.values(told=told)[:1]), later=Subquery(after.values(told=told)[:1])
        )

    def alike_to(self, edition):
        """Those that it says it is like, and those that say so of it."""
        editions = self.model.objects.order_by().values("pk")
        named, naming = (
            editions.filter(article__liked_by_rows__edition=edition),
            editions.filter(like_rows__other=edition.article_id),
        )
        return self.filter(pk__in=named.union(naming))

    def of_family(self, original, article):
        """An original and its translations, but for the story itself."""
        editions = self.model.objects.order_by().values("pk")
        family = editions.filter(translation_of=original).union(editions.filter(article=original))
        return self.filter(pk__in=family).exclude(article=article).order_by("language", "pk")
