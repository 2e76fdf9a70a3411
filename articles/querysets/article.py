"""The desk's stories: what its lists show, and where each of them stands."""

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet, Subquery
from django.utils import timezone

from .windows import open_at


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
