"""What there is of a story to take along: its editions, and the page that the desk copy would make."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Prefetch

from articles import editing
from articles.ledger import standing_kill
from articles.models import Article, Edition, Withdrawal
from articles.proofs import proof


@dataclass(frozen=True)
class State:
    """`seen`: editions that readers have or had, oldest first; `coming`: the one that is scheduled; `live`: the one
    readers have now. `kill`: the kill that stands, None if there is none.
    """

    article: Article
    seen: list[Edition]
    coming: Edition | None
    live: Edition | None
    kill: Withdrawal | None

    @property
    def newest(self):
        """The page that says most: what readers have, or will have, or what the desk has."""
        return self.live or self.coming or self._desk_copy()

    @property
    def name(self):
        """A path for its files: the address that readers know, or its number on the desk."""
        known = self.seen or ([self.coming] if self.coming else [])
        return known[-1].path.strip("/") if known else f"desk/{self.article.pk}-{self.article.slug}"

    def _desk_copy(self):
        """As a page, with times of its own: with that of the export it would be another file in every export."""
        article, gone = self.article, [edition.live_until for edition in self.seen]
        at = max([article.changed_at, *gone]) if gone else article.created_at
        edition = proof(article, editing.snapshot(article), pictures_at="/pictures/", at=at)
        edition.live_from = article.changed_at
        return edition


def states(articles, at: datetime):
    """The state of each story at the moment `at`, one after the other in flat memory."""
    every = Prefetch("editions", Edition.objects.select_related("section").order_by("number"))
    for article in articles.prefetch_related("withdrawals", every).iterator(chunk_size=100):
        editions = list(article.editions.all())
        opened = [edition for edition in editions if edition.live_until != edition.live_from]
        seen = [edition for edition in opened if edition.live_from <= at]
        live = [edition for edition in seen if edition.live_until is None or edition.live_until > at]
        coming = next((edition for edition in opened if edition.live_from > at), None)
        yield State(article, seen, coming, live[-1] if live else None, standing_kill(article))
