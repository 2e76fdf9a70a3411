"""RSS of the paper, a section, a tag, an author: the newest stories in full, with addresses that hold anywhere."""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.encoding import iri_to_uri
from django.utils.feedgenerator import Rss201rev2Feed
from django.utils.html import format_html
from django.views.decorators.http import require_safe

from articles import freshness
from articles.models import Author, Edition, Section, Tag

ITEMS = 20
_OURS = re.compile(r'((?:href|src)=")/(?!/)')
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True)
class Channel:
    """What a feed is of. `path`: the page it belongs to."""

    title: str
    description: str
    path: str
    stories: list


class FullText(Rss201rev2Feed):
    """RSS 2.0 with content:encoded and dc:creator, as https://www.rssboard.org/rss-profile asks."""

    def rss_attributes(self):
        namespaces = {"content": "http://purl.org/rss/1.0/modules/content/", "dc": "http://purl.org/dc/elements/1.1/"}
        return super().rss_attributes() | {f"xmlns:{name}": address for name, address in namespaces.items()}

    def add_item_elements(self, handler, item):
        super().add_item_elements(handler, item)
        handler.addQuickElement("dc:language", item["language"])
        for name in item["writers"]:
            handler.addQuickElement("dc:creator", name)
        handler.addQuickElement("content:encoded", item["text"])


class StoryFeed(Feed):
    feed_type = FullText
    language = settings.LANGUAGE_CODE
    item_guid_is_permalink = False

    def get_object(self, request, *, channel):
        return channel

    def title(self, channel):
        return _xml(channel.title)

    def description(self, channel):
        return _xml(channel.description)

    def link(self, channel):
        return _address(channel.path)

    def feed_url(self, channel):
        return _address(f"{channel.path}feeds/rss.xml")

    def items(self, channel):
        return channel.stories

    def item_title(self, story):
        return _xml(story.headline)

    def item_description(self, story):
        return _xml(story.standfirst)

    def item_link(self, story):
        return _address(story.path)

    def item_guid(self, story):
        """Stays when the story gets another address or another headline (RFC 4151)."""
        host = urlsplit(settings.SITE_URL).hostname
        return f"tag:{host},{story.published_at:%Y-%m-%d}:story-{story.article_id}"

    def item_pubdate(self, story):
        return story.published_at

    def item_categories(self, story):
        return [_xml(tag["name"]) for tag in story.tags]

    def item_extra_kwargs(self, story):
        writers = [_xml(byline["name"]) for byline in story.bylines]
        return {"language": story.language, "writers": writers, "text": _text(story)}


@require_safe
def paper(request):
    return _answer(request, "/", settings.SITE_NAME, settings.SITE_TAGLINE, Edition.objects)


@require_safe
def section(request, slug):
    section = get_object_or_404(Section, slug=slug)
    stories = Edition.objects.filter(section=section)
    return _answer(request, section.get_absolute_url(), section.name, section.description, stories)


@require_safe
def tag(request, slug):
    tag = Tag.objects.addressed(slug).first()
    if tag is None:
        raise Http404
    answer = _rows(request, tag.get_absolute_url(), tag.name, tag.description, tag.edition_rows)
    return answer if tag.slug == slug else freshness.moved(f"{tag.get_absolute_url()}feeds/rss.xml", _seconds(request))


@require_safe
def author(request, slug):
    author = get_object_or_404(Author, slug=slug)
    return _rows(request, author.get_absolute_url(), author.name, author.bio, author.edition_rows)


def _rows(request, path, name, description, rows):
    """A name that stands on nothing readers can see is itself not theirs to see."""
    newest = list(rows.at(freshness.moment(request)).edition_ids()[:ITEMS])
    if not newest:
        raise Http404
    return _answer(request, path, name, description, Edition.objects.listed_in(newest))


def _answer(request, path, name, description, stories):
    title = name if path == "/" else f"{name} – {settings.SITE_NAME}"
    live = stories.at(freshness.moment(request)).whole()
    channel = Channel(title, description or title, path, list(live.newest_first()[:ITEMS]))
    return freshness.answer(
        request,
        lambda: StoryFeed()(request, channel=channel).content,
        etag=freshness.etag("rss", path, title, channel.description, *[story.digest for story in channel.stories]),
        seconds=_seconds(request),
        content_type="application/rss+xml; charset=utf-8",
    )


def _seconds(request):
    now = freshness.moment(request)
    return freshness.seconds_until(Edition.objects.next_change(now), now)


def _text(story):
    """The whole story as HTML that needs no stylesheet, with addresses that hold outside our pages."""
    body = _OURS.sub(rf"\1{settings.SITE_URL}/", story.body_html)
    return _xml(
        format_html('<div lang="{}" dir="{}">', story.language, story.direction) + _picture(story) + body + "</div>"
    )


def _picture(story):
    sizes = story.picture["share"] if story.picture else []
    if not sizes:
        return ""
    told = (_address(sizes[0]["url"]), sizes[0]["width"], sizes[0]["height"], story.picture["alt"])
    return format_html('<p><img src="{}" width="{}" height="{}" alt="{}"></p>', *told)


def _address(path):
    return settings.SITE_URL + iri_to_uri(path)


def _xml(text):
    """Without the control characters that no XML may hold, escaped or not: one of them would break the whole feed."""
    return _NOT_XML.sub("", text)
