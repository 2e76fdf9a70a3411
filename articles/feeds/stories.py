"""The newest stories in full: of the paper, a section, a tag, an author."""

import re

from django.conf import settings
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.html import format_html
from django.views.decorators.http import require_safe

from articles import freshness, printing, structured
from articles.models import Author, Edition, Section, Tag

from .rss import Channel, ChannelFeed, address, answer, clean, seconds

ITEMS = 20
_OURS = re.compile(r'((?:href|src)=")/(?!/)')


class StoryFeed(ChannelFeed):
    def item_title(self, story):
        return clean(story.headline)

    def item_description(self, story):
        return clean(story.standfirst)

    def item_link(self, story):
        return address(story.path)

    def item_guid(self, story):
        """Stays when the story gets another address, another headline or a correction."""
        return structured.story_uri(story, url=settings.SITE_URL)

    def item_pubdate(self, story):
        return story.published_at

    def item_updateddate(self, story):
        return story.updated_at

    def item_categories(self, story):
        return [clean(tag["name"]) for tag in story.tags]

    def item_extra_kwargs(self, story):
        writers = [clean(byline["name"]) for byline in story.bylines]
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
    return answer if tag.slug == slug else freshness.moved(f"{tag.get_absolute_url()}feeds/rss.xml", seconds(request))


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
    return answer(request, StoryFeed(), channel, of=[story.digest for story in channel.items])


def _text(story):
    """The whole story as HTML that needs no stylesheet, with addresses that hold outside our pages."""
    body = _OURS.sub(rf"\1{settings.SITE_URL}/", story.body_html)
    opening = format_html('<div lang="{}" dir="{}">', story.language, story.direction)
    return clean(opening + _notices(story) + _picture(story) + body + "</div>")


def _notices(story):
    """What was put right stands first: a reader who had the item before looks at its top."""
    if not story.corrections:
        return ""
    with translation.override(printing.spoken(story.language)):
        return render_to_string("components/notices_plain.html", {"story": story})


def _picture(story):
    sizes = story.picture["share"] if story.picture else []
    if not sizes:
        return ""
    told = (address(sizes[0]["url"]), sizes[0]["width"], sizes[0]["height"], story.picture["alt"])
    return format_html('<p><img src="{}" width="{}" height="{}" alt="{}"></p>', *told)
