"""The versions of a story that can be compared, by number or by where readers saw them, and the ones to offer."""

from dataclasses import dataclass, field
from functools import cached_property

from django.db.models import Q
from django.http import Http404
from django.utils import timezone

from articles.models import Article

MOST = 60


@dataclass(frozen=True)
class Offer:
    """A comparison one click away; `is_shown` when it is the one on the page."""

    label: str
    older: int
    newer: int
    is_shown: bool


@dataclass
class Versions:
    """Reads `from` and `to` as an address has them: "7", "live", "edition-2"."""

    article: Article
    live: int | None
    asked_older: str = ""
    asked_newer: str = ""
    _published: dict = field(init=False)

    def __post_init__(self):
        editions = self.article.editions.filter(live_from__lte=timezone.now()).order_by("number")
        seen = editions.values_list("number", "version", "live_from", "live_until")
        self._published = {number: version for number, version, opened, closed in seen if opened != closed}

    @cached_property
    def newer(self):
        return self._version(self.asked_newer, self.article.version)

    @cached_property
    def older(self):
        return self._version(self.asked_older, self.live or self._before(self.newer) or self.newer)

    def _version(self, asked, default):
        kind, _, number = asked.partition("-")
        if asked == "live":
            found = self.live
        elif kind == "edition":
            found = self._published.get(_number(number))
        else:
            return _number(asked) or default
        if found is None:
            raise Http404(f"Readers do not see {asked}.")
        return found

    @property
    def listed(self):
        """The newest revisions and the chosen ones, newest first, without their text."""
        chosen = Q(version__gt=self.article.version - MOST) | Q(version__in=[self.older, self.newer])
        return list(self.article.revisions.filter(chosen).select_related("created_by").defer("data"))

    def data(self, version):
        revision = self.article.revisions.filter(version=version).first()
        if revision is None:
            raise Http404(f"Version {version} was not kept.")
        return revision.data

    @property
    def published_before(self):
        """The version readers had when the newer one was written: the older one if they saw it, else the last."""
        earlier = [version for version in self._published.values() if version < self.newer]
        return self.older if self.older in earlier else max(earlier, default=None)

    @property
    def offers(self):
        first = min(self._published.values(), default=None)
        offers = [
            self._offer("Compare with live", self.live, self._after(self.live)),
            self._offer("With the previous version", self._before(self.newer), self.newer),
            self._offer("Since publication", first if first != self.live else None, self._after(first)),
        ]
        return [offer for offer in offers if offer]

    def _offer(self, label, older, newer):
        if older and older != newer:
            return Offer(label, older, newer, (older, newer) == (self.older, self.newer))
        return None

    def _after(self, version):
        """What to lay over a published version: the one being looked at, unless that is no later."""
        return self.newer if version and self.newer > version else self.article.version

    def _before(self, version):
        return self.article.revisions.filter(version__lt=version).values_list("version", flat=True).first()


def _number(text):
    return int(text) if text.isdecimal() and len(text) < 10 else None
