"""Keeps deliveries: one row a run and source, begun when there is something to say, with its items."""

from collections import Counter

from django.utils import timezone

from articles.models import Delivery, DeliveryItem, Source
from articles.models.delivery import Outcome


class Log:
    """Writes the deliveries of one run. Unchanged items leave no row, nor do failures that were told before."""

    def __init__(self, options):
        self._options, self._started = options, timezone.now()
        self._deliveries, self._sources = {}, {}
        self._counts, self._publishing = {}, {}

    def count(self, items):
        for item in items:
            self._counts.setdefault(item.source, Counter())[str(item.outcome)] += 1

    def source(self, slug):
        if slug not in self._sources:
            name = slug.replace("-", " ").capitalize()
            self._sources[slug] = Source.objects.select_related("section").get_or_create(
                slug=slug, defaults={"name": name}
            )[0]
        return self._sources[slug]

    def known_source(self, slug):
        """The source if there is one already; a new one has no rules yet."""
        return self._sources.get(slug) or Source.objects.filter(slug=slug).first()

    def publishes(self, slug):
        """Whether stories of this source go out at once; asked once in a run."""
        if slug not in self._publishing:
            source = self.known_source(slug)
            self._publishing[slug] = bool(source and source.publishes)
        return self._publishing[slug]

    def keep(self, items):
        """Write these items to the deliveries of their sources."""
        rows = [self._row(item) for item in items]
        DeliveryItem.objects.bulk_create(rows)
        for slug in {item.source for item in items}:
            Delivery.objects.filter(pk=self._deliveries[slug].pk).update(counts=dict(self._counts[slug]))

    def finish(self):
        for slug, delivery in self._deliveries.items():
            Delivery.objects.filter(pk=delivery.pk).update(finished_at=timezone.now(), counts=dict(self._counts[slug]))

    def forget(self):
        """After a rolled-back batch the rows this object remembers are gone."""
        self._deliveries, self._sources = {}, {}

    def _delivery(self, slug):
        if slug not in self._deliveries:
            self._deliveries[slug] = Delivery.objects.create(
                source=self.source(slug),
                started_at=self._started,
                by=self._options.by,
                options=self._options.as_dict(),
            )
        return self._deliveries[slug]

    def _row(self, item):
        return DeliveryItem(
            delivery=self._delivery(item.source),
            number=item.number,
            path=item.path[:1000],
            external_id=item.external_id[:500],
            outcome=item.outcome,
            article_id=item.article,
            findings=[finding.as_dict() for finding in item.findings],
            error=item.error,
        )


def worth_keeping(items):
    """The items that say something new: not the unchanged, not failures told in the same words before."""
    told = _told([item for item in items if item.outcome in (Outcome.FAILED, Outcome.SKIPPED)])
    return [
        item
        for item in items
        if item.outcome != Outcome.UNCHANGED and (item.source, item.external_id, _message(item.error)) not in told
    ]


def _told(failures):
    if not failures:
        return set()
    rows = DeliveryItem.objects.filter(
        external_id__in={item.external_id for item in failures}, outcome__in=(Outcome.FAILED, Outcome.SKIPPED)
    ).values_list("delivery__source__slug", "external_id", "error")
    return {(source, external_id, _message(error)) for source, external_id, error in rows}


def _message(error):
    """What was said, whatever the newest version was by then."""
    return error["message"].partition(" (version ")[0] if error else ""
