"""What every feed of ours is written with: RSS 2.0 as https://www.rssboard.org/rss-profile asks."""

import re
from dataclasses import dataclass

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.utils.encoding import iri_to_uri
from django.utils.feedgenerator import Rss201rev2Feed, rfc3339_date

from articles import freshness
from articles.models import Edition

CONTENT_TYPE = "application/rss+xml; charset=utf-8"
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True)
class Channel:
    """What a feed is of. `path`: the page it belongs to."""

    title: str
    description: str
    path: str
    items: list


class FullText(Rss201rev2Feed):
    """With content:encoded, dc:creator, and atom:updated for an item that changed after it appeared."""

    def rss_attributes(self):
        namespaces = {"content": "http://purl.org/rss/1.0/modules/content/", "dc": "http://purl.org/dc/elements/1.1/"}
        return super().rss_attributes() | {f"xmlns:{name}": address for name, address in namespaces.items()}

    def add_item_elements(self, handler, item):
        super().add_item_elements(handler, item)
        handler.addQuickElement("dc:language", item["language"])
        for name in item["writers"]:
            handler.addQuickElement("dc:creator", name)
        if item["updateddate"]:
            handler.addQuickElement("atom:updated", rfc3339_date(item["updateddate"]))
        handler.addQuickElement("content:encoded", item["text"])


class ChannelFeed(Feed):
    """A feed of a Channel; what its items say is for those who inherit."""

    feed_type = FullText
    language = settings.LANGUAGE_CODE
    item_guid_is_permalink = False

    def get_object(self, request, *, channel):
        return channel

    def title(self, channel):
        return clean(channel.title)

    def description(self, channel):
        return clean(channel.description)

    def link(self, channel):
        return address(channel.path)

    def feed_url(self, channel):
        return address(f"{channel.path}feeds/rss.xml")

    def items(self, channel):
        return channel.items


def answer(request, feed, channel, *, of):
    """The channel as RSS, or 304. `of`: what tells its items apart from other ones."""
    return freshness.answer(
        request,
        lambda: feed(request, channel=channel).content,
        etag=freshness.etag("rss", channel.path, channel.title, channel.description, *of),
        seconds=seconds(request),
        content_type=CONTENT_TYPE,
    )


def seconds(request):
    now = freshness.moment(request)
    return freshness.seconds_until(Edition.objects.next_change(now), now)


def address(path):
    return settings.SITE_URL + iri_to_uri(path)


def clean(text):
    """Without the control characters that no XML may hold, escaped or not: one of them would break the whole feed."""
    return _NOT_XML.sub("", text)
