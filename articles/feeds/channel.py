"""What a feed is of and what stands in it, whichever form it is written in. Addresses hold anywhere."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from django.conf import settings
from django.utils.encoding import iri_to_uri

ITEMS = 20
NEVER = datetime(1970, 1, 1, tzinfo=UTC)  # when a feed last changed that never held anything


@dataclass(frozen=True)
class Item:
    """`uri` outlives address and headline. `writers`: (name, address) pairs; `picture`: {"url", "width", "height",
    "alt"} of a JPEG or None; `put_right`: articles.text.notices.Notice, newest first; `html` stands by itself.
    """

    uri: str
    url: str
    title: str
    summary: str
    html: str
    language: str
    published: datetime
    updated: datetime | None = None
    writers: tuple = ()
    tags: tuple = ()
    picture: dict | None = None
    put_right: tuple = ()

    @property
    def changed(self):
        return self.updated or self.published


@dataclass(frozen=True)
class Channel:
    """`paper`: its name; `path`: the page the feed belongs to; `of`: what tells its items from other ones; `items`
    makes them, when asked.
    """

    paper: str
    title: str
    description: str
    path: str
    of: list
    items: Callable

    @property
    def told(self):
        """What tells this feed from any other one."""
        return self.paper, self.title, self.description, self.path, *self.of

    @property
    def link(self):
        return address(self.path)

    def self_link(self, form):
        """Its own address as `form`: "rss.xml", "atom.xml" or "feed.json"."""
        return address(f"{self.path}feeds/{form}")


def changed(items):
    """When anything of a feed last changed."""
    return max((item.changed for item in items), default=NEVER)


def address(path):
    return settings.SITE_URL + iri_to_uri(path)
