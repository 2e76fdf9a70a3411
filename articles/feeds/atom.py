"""Atom in full text (RFC 4287): every entry in its own language, every writer named."""

from django.conf import settings
from django.utils.feedgenerator import Atom1Feed, rfc3339_date

from .channel import changed


def write(channel, items, *, own, hub):
    """The feed as text. `own`: its own address, which is its name for good too; `hub`: see rss.write."""
    feed = FullText(
        title=channel.title,
        link=channel.link,
        description=None,
        subtitle=channel.description,
        language=settings.LANGUAGE_CODE,
        author_name=channel.paper,  # of the entries that name nobody
        author_link=f"{settings.SITE_URL}/",
        feed_url=own,
        feed_guid=own,
        hub=hub,
        changed=changed(items),
    )
    for item in items:
        feed.add_item(title=item.title, link=item.url, description=None, item=item)
    return feed.writeString("utf-8")


class FullText(Atom1Feed):
    """Django's feed, with entries of our own: it knows one author each and takes a summary for HTML."""

    def latest_post_date(self):
        return self.feed["changed"]

    def add_root_elements(self, handler):
        super().add_root_elements(handler)
        if self.feed["hub"]:
            handler.addQuickElement("link", "", {"rel": "hub", "href": self.feed["hub"]})

    def item_attributes(self, told):
        return {"xml:lang": told["item"].language}

    def add_item_elements(self, handler, told):
        item = told["item"]
        handler.addQuickElement("id", item.uri)
        handler.addQuickElement("title", item.title)
        handler.addQuickElement("link", "", {"rel": "alternate", "type": "text/html", "href": item.url})
        handler.addQuickElement("published", rfc3339_date(item.published))
        handler.addQuickElement("updated", rfc3339_date(item.changed))
        for name, address in item.writers:
            _add_writer(handler, name, address)
        for tag in item.tags:
            handler.addQuickElement("category", "", {"term": tag})
        if item.picture:
            handler.addQuickElement("link", "", {"rel": "enclosure", "type": "image/jpeg", "href": item.picture["url"]})
        if item.summary:
            handler.addQuickElement("summary", item.summary)
        handler.addQuickElement("content", item.html, {"type": "html"})


def _add_writer(handler, name, address):
    handler.startElement("author", {})
    handler.addQuickElement("name", name)
    if address:
        handler.addQuickElement("uri", address)
    handler.endElement("author")
