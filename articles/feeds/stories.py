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
from articles.models import Author, Edition, Tag
from articles.templatetags.pictures import how_made
from articles.text.notices import notices
from articles.text.unstyled import jpeg_of, unstyled
from articles.text.xml import clean

from .answering import answer
from .channel import ITEMS, Channel, Item, address

_OURS = re.compile(r'((?:href|src)=")/(?!/)')


@require_safe
def paper(request, form):
    frame = printing.chrome_at(freshness.moment(request))
    return _answer(request, form, frame, "/", frame.name, frame.tagline, Edition.objects)


@require_safe
def section(request, slug, form):
    frame = printing.chrome_at(freshness.moment(request))
    section = frame.section(slug)
    stories = Edition.objects.filter(section=section)
    return _answer(request, form, frame, section.get_absolute_url(), section.name, section.description, stories)


@require_safe
def tag(request, slug, form):
    tag = Tag.objects.addressed(slug).first()
    if tag is None:
        raise Http404
    frame = printing.chrome_at(freshness.moment(request))
    answer = _rows(request, form, frame, tag, tag.description)
    return answer if tag.slug == slug else freshness.moved(f"{tag.get_absolute_url()}feeds/{form}", frame.seconds)


@require_safe
def author(request, slug, form):
    author = get_object_or_404(Author, slug=slug)
    return _rows(request, form, printing.chrome_at(freshness.moment(request)), author, author.bio)


def _rows(request, form, frame, subject, description):
    """A name that stands on nothing readers can see is itself not theirs to see."""
    newest = list(subject.edition_rows.at(frame.now).edition_ids()[:ITEMS])
    if not newest:
        raise Http404
    stories = Edition.objects.listed_in(newest)
    return _answer(request, form, frame, subject.get_absolute_url(), subject.name, description, stories)


def _answer(request, form, frame, path, name, description, stories):
    title = clean(name if path == "/" else f"{name} – {frame.name}")
    live = list(stories.at(frame.now).whole().newest_first()[:ITEMS])
    of = [story.digest for story in live]
    channel = Channel(frame.name, title, clean(description) or title, path, of, lambda: [item(story) for story in live])
    return answer(request, channel, form, seconds=frame.seconds)


def item(story):
    """The name stays when the story gets another address, another headline or a correction."""
    picture = _picture(story)
    return Item(
        uri=structured.story_uri(story, url=settings.SITE_URL),
        url=address(story.path),
        title=clean(story.headline),
        summary=clean(story.standfirst),
        html=_text(story, picture),
        language=story.language,
        published=story.published_at,
        updated=story.updated_at,
        writers=tuple((clean(one["name"]), address(f"/author/{one['slug']}/")) for one in story.bylines),
        tags=tuple(clean(tag["name"]) for tag in story.tags),
        picture=picture,
        put_right=tuple(notices(story.corrections)),
    )


def _text(story, picture):
    """The whole story as HTML that needs no stylesheet, with addresses that hold outside our pages."""
    with translation.override(printing.spoken(story.language)):
        told = {"url": settings.SITE_URL, "labels": how_made()}
        body = unstyled(story.body_html, story.figures, sized=jpeg_of, **told)
    body = _OURS.sub(rf"\1{settings.SITE_URL}/", body)
    opening = format_html('<div lang="{}" dir="{}">', story.language, story.direction)
    return clean(opening + _notices(story) + (_shown(picture) if picture else "") + body + "</div>")


def _shown(picture):
    return format_html('<p><img src="{url}" width="{width}" height="{height}" alt="{alt}"></p>', **picture)


def _notices(story):
    """What was put right stands first: a reader who had the item before looks at its top."""
    if not story.corrections:
        return ""
    with translation.override(printing.spoken(story.language)):
        return render_to_string("components/notices_plain.html", {"story": story})


def _picture(story):
    sizes = story.picture["share"] if story.picture else []
    if not sizes:
        return None
    told = {"url": address(sizes[0]["url"]), "width": sizes[0]["width"], "height": sizes[0]["height"]}
    return told | {"alt": clean(story.picture["alt"])}
