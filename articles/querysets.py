"""Every filter that has a name. Public reads begin at `WindowQuerySet.at()`; there is no other door."""

from django.db.models import (
    Case,
    CharField,
    Count,
    Exists,
    F,
    Func,
    JSONField,
    OuterRef,
    Prefetch,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import MD5, Coalesce, Concat, JSONObject
from django.utils import timezone


def open_at(moment, prefix=""):
    """The window rule, spelled once: live_from <= moment < live_until."""
    until = Q(**{f"{prefix}live_until": None}) | Q(**{f"{prefix}live_until__gt": moment})
    return Q(**{f"{prefix}live_from__lte": moment}) & until


FOUND = ("path", "language", "direction", "translation_of")  # of a story in another language


class Listed(Subquery):
    """The rows of a query of one JSON column named `told`, as one JSON list: what belongs to a row comes with it."""

    output_field = JSONField()
    template = "(SELECT JSON_GROUP_ARRAY(JSON(listed.told)) FROM (%(subquery)s) listed)"

    def as_postgresql(self, compiler, connection, **extra):
        template = "(SELECT COALESCE(JSONB_AGG(listed.told), '[]') FROM (%(subquery)s) listed)"
        return self.as_sql(compiler, connection, template=template, **extra)


class WindowQuerySet(QuerySet):
    """Rows that readers see from `live_from` until just before `live_until` (None: for good)."""

    def at(self, moment):
        return self.filter(open_at(moment))

    def live(self):
        return self.at(timezone.now())

    def edition_ids(self):
        """For tag and byline rows: the editions, newest first."""
        return self.order_by("-published_at", "-edition_id").values_list("edition_id", flat=True)


class EditionQuerySet(WindowQuerySet):
    def newest_first(self):
        return self.order_by("-published_at", "-id")

    def for_cards(self):
        """What a card or a feed item shows: no body, and the section and picture in the same query."""
        return self.select_related("section").defer("body_html", "body_text", "figures", "backing")

    def whole(self):
        """What a story page or a feed of full texts shows."""
        return self.select_related("section")

    def first_seen(self):
        """When the first of these was first published, None if there are none."""
        return self.values_list("published_at", flat=True).first()

    def listed_in(self, rows):
        """The editions of tag or byline rows; the rows' index has done the finding and the order."""
        return self.filter(pk__in=rows).newest_first()

    def forwarding(self, path, moment):
        """What readers have elsewhere of the story that once stood at `path`; windows never opened do not count."""
        until = "article__editions__live_until"
        opened = Q(**{until: None}) | Q(**{f"{until}__gt": F("article__editions__live_from")})
        past = Q(article__editions__path=path, article__editions__live_from__lte=moment)
        return self.at(moment).filter(past & opened).exclude(path=path).distinct()

    def among(self, start, end):
        """First published from `start` until just before `end`."""
        return self.filter(published_at__gte=start, published_at__lt=end)

    def since(self, start):
        return self.filter(published_at__gte=start)

    def having(self, spans, *, at_once=400):
        """The names of those of {name: (start, end)} in which an edition was first published: a look each, together."""
        found, names = set(), list(spans)
        for some in (names[i : i + at_once] for i in range(0, len(names), at_once)):
            looks = {f"n{i}": Exists(self.order_by().among(*spans[name])) for i, name in enumerate(some)}
            row = self.model.objects.values_list(*looks.values()).first()
            found |= {name for name, there in zip(some, row or (), strict=False) if there}
        return found

    def counted(self, spans):
        """{name: number of editions first published in it} of {name: (start, end)}, in one query."""
        inside = {
            f"n{i}": Count("pk", filter=Q(published_at__gte=a, published_at__lt=b))
            for i, (a, b) in enumerate(spans.values())
        }
        return dict(zip(spans, self.order_by().aggregate(**inside).values(), strict=True)) if spans else {}

    def changes_after(self, moment):
        """Two one-row subqueries: when the next window opens after `moment`, and when the next one closes."""
        return {
            name: self.filter(**{f"{field}__gt": moment}).order_by(field).values_list(field, flat=True)[:1]
            for name, field in (("opens", "live_from"), ("closes", "live_until"))
        }

    def next_change(self, moment):
        """When a window next opens or closes after `moment`, None if nothing is scheduled."""
        ends = [rows.first() for rows in self.changes_after(moment).values()]
        return min(filter(None, ends), default=None)

    def opening_after(self, moment):
        return self.filter(live_from__gt=moment).exclude(live_until__lte=F("live_from"))

    def open_after(self, moment):
        """Those that readers see at some time after `moment`; a window that was cancelled is none."""
        left = Q(live_until=None) | Q(live_until__gt=moment)
        return self.filter(left).exclude(live_until__lte=F("live_from"))

    def upcoming(self):
        return self.opening_after(timezone.now())

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

    def of_family(self, original, article):
        """An original and its translations, but for the story itself."""
        editions = self.model.objects.order_by().values("pk")
        family = editions.filter(translation_of=original).union(editions.filter(article=original))
        return self.filter(pk__in=family).exclude(article=article).order_by("language", "pk")

    def for_comparing(self):
        """Newest first, with a digest in place of the text, which tells whether it changed."""
        return (
            self.defer("body_html", "body_text", "figures")
            .annotate(body=MD5("body_html"))
            .order_by("-live_from", "-number")
        )

    def open_ended(self):
        return self.filter(live_until=None)


class WithdrawalQuerySet(QuerySet):
    def kills(self):
        return self.filter(kind__in=self.model.KILLS)

    def told_at(self, path, moment):
        """The kill that answers at `path`, where readers once had the story: until an edition made since has opened.

        It carries the killed page's `language` and `direction`, and when the story was first `published_at`.
        """
        article = self.model._meta.get_field("article").related_model
        editions = article._meta.get_field("editions").related_model.objects.seen_by(moment)
        editions = editions.filter(article=OuterRef("article")).order_by("-number")
        there, since = editions.filter(path=path), editions.filter(made_at__gt=OuterRef("at"))
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


class ArticleQuerySet(QuerySet):
    def for_list(self):
        """What the story list shows, in a number of queries that does not grow with the page."""
        return (
            self.select_related("section", "changed_by", "assignee", "lead")
            .prefetch_related("bylines__author", self._bare_windows(), self._withdrawals())
            .defer("body", "ednote")
        )

    def _bare_windows(self):
        """Editions without their text: a list asks only where a story stands."""
        editions = self.model._meta.get_field("editions").related_model
        long = ("body_html", "body_text", "figures", "backing")
        bare = editions.objects.defer(*long, "bylines", "tags", "picture", "corrections")
        return Prefetch("editions", bare, "windows")

    def _withdrawals(self):
        withdrawals = self.model._meta.get_field("withdrawals").related_model
        return Prefetch("withdrawals", withdrawals.objects.order_by("-number"), "withdrawn")

    def showing(self, image):
        """Stories with this picture at the desk, or in an edition of theirs, as the lead or in the text."""
        desk, rows = Q(lead=image), Q(pk__in=image.article_rows.values("article"))
        editions = self.model._meta.get_field("editions").related_model
        shown = editions.objects.filter(Q(lead=image) | Q(picture_rows__image=image))
        return self.filter(desk | rows | Q(pk__in=shown.values("article")))

    def for_picture(self, image):
        """As what each of them shows it: `lead_id` and `in_text` at the desk, `is_live` to readers."""
        editions = self.model._meta.get_field("editions").related_model.objects.live().filter(article=OuterRef("pk"))
        return self.only("headline", "lead").annotate(
            in_text=Exists(image.article_rows.filter(article=OuterRef("pk"))),
            is_live=Exists(editions.filter(Q(lead=image) | Q(picture_rows__image=image))),
        )

    def with_readers(self):
        """Stories that readers see now; windows of one story never overlap, so none comes twice."""
        return self.filter(open_at(timezone.now(), "editions__"))

    def without_readers(self):
        return self.exclude(pk__in=self.model.objects.with_readers().values("pk"))

    def scheduled(self):
        """Stories with an edition that opens later."""
        editions = self.model._meta.get_field("editions").related_model
        return self.filter(pk__in=editions.objects.upcoming().values("article"))

    def killed(self):
        """Stories whose newest withdrawal is a kill."""
        withdrawals = self.model._meta.get_field("withdrawals").related_model
        newest = withdrawals.objects.filter(article=OuterRef("pk")).order_by("-number").values("kind")[:1]
        return self.alias(newest=Subquery(newest)).filter(newest__in=withdrawals.KILLS)

    def assigned_to(self, user):
        return self.filter(assignee=user)

    def on_the_desk(self):
        """What is being worked on: neither spiked nor in the bin."""
        return self.kept().exclude(stage="spiked")

    def kept(self):
        return self.filter(binned_at=None)

    def binned(self):
        return self.exclude(binned_at=None)


class ImageQuerySet(QuerySet):
    def shown_on(self, edition):
        """The pictures that readers see on a story's page."""
        return self.filter(Q(pk=edition.lead_id) | Q(edition_rows__edition=edition)).distinct()


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


class ImportRecordQuerySet(QuerySet):
    def of(self, source, external_id):
        return self.filter(source=source, external_id=external_id)

    def waiting(self):
        """Records whose newer text stands beside an edited story until somebody decides."""
        return self.filter(pending__isnull=False)


class ReportQuerySet(QuerySet):
    def waiting(self):
        """Those that nobody has dealt with."""
        return self.filter(outcome=self.model.Outcome.OPEN)

    def with_people_of(self, moment):
        """Those dealt with before `moment` that still say who sent them."""
        return self.filter(handled_at__lt=moment).exclude(name="", email="")


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
