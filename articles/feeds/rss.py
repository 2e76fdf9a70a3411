"""RSS 2.0 in full text, as https://www.rssboard.org/rss-profile asks; pictures as Media RSS."""

from django.conf import settings
from django.utils.feedgenerator import Rss201rev2Feed, rfc3339_date
from django.utils.html import escape

from .channel import changed

NAMESPACES = {
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "media": "http://search.yahoo.com/mrss/",
}
MINUTES = 5  # that a reader may wait before it asks again


def write(channel, items, *, own, hub):
    """The feed as text. `own`: its own address; `hub`: the WebSub hub that tells of changes, or ""."""
    feed = FullText(
        title=channel.title,
        link=channel.link,
        description=channel.description,
        language=settings.LANGUAGE_CODE,
        feed_url=own,
        ttl=MINUTES,
        hub=hub,
        changed=changed(items),
    )
    for item in items:
        feed.add_item(**_told(item))
    return feed.writeString("utf-8")


def _told(item):
    return {
        "title": item.title,
        "link": item.url,
        "description": str(escape(item.summary)) or None,  # readers of RSS take a description for HTML
        "unique_id": item.uri,
        "unique_id_is_permalink": False,
        "pubdate": item.published,
        "categories": item.tags,
        "item": item,
    }


class FullText(Rss201rev2Feed):
    """With content:encoded, dc:creator, media:content, and atom:updated for an item that changed since it appeared."""

    def rss_attributes(self):
        return super().rss_attributes() | {f"xmlns:{name}": address for name, address in NAMESPACES.items()}

    def latest_post_date(self):
        return self.feed["changed"]

    def add_root_elements(self, handler):
        super().add_root_elements(handler)
        if self.feed["hub"]:
            handler.addQuickElement("atom:link", None, {"rel": "hub", "href": self.feed["hub"]})

    def add_item_elements(self, handler, told):
        super().add_item_elements(handler, told)
        item = told["item"]
        handler.addQuickElement("dc:language", item.language)
        for name, _ in item.writers:
            handler.addQuickElement("dc:creator", name)
        if item.updated:
            handler.addQuickElement("atom:updated", rfc3339_date(item.updated))
        if item.picture:
            _add_picture(handler, item.picture)
        handler.addQuickElement("content:encoded", item.html)


def _add_picture(handler, picture):
    """Without media:description, which readers take for the story's: what it shows is told in the text."""
    size = {name: str(picture[name]) for name in ("width", "height")}
    handler.addQuickElement(
        "media:content", "", {"url": picture["url"], "medium": "image", "type": "image/jpeg", **size}
    )
