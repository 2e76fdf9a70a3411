"""What a section, a tag or an author has: newest first, in numbered pages."""

from collections import Counter

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from articles import freshness, fronts, structured
from articles.models import Author, Edition, Tag

from . import chrome
from .answering import digests, page
from .shelf import numbers, shelved

LEAD_AND_TWELVE, TWELVE, TOPICS = 13, 12, 8


@require_safe
def section(request, slug):
    frame = chrome.load(request)
    section = frame.section(slug)
    stories = Edition.objects.at(frame.now).filter(section=section).for_cards().newest_first()
    shelf = shelved(request, stories, LEAD_AND_TWELVE)
    stories = list(shelf)
    lead = fronts.lead_of(stories, now=frame.now) if shelf.number == 1 else None
    rest = [story for story in stories if story is not lead]
    data = [structured.collection(frame.publisher, section, stories), _crumbs(frame, section)]
    return _listed(request, frame, "pages/section.html", section, shelf, rest, data, lead=lead)


@require_safe
def tag(request, slug):
    tag = Tag.objects.addressed(slug).first()
    if tag is None:
        raise Http404
    frame = chrome.load(request)
    shelf, stories = _rows(request, frame, tag.edition_rows)
    if tag.slug != slug:
        return freshness.moved(tag.get_absolute_url(), frame.seconds)
    data = [structured.collection(frame.publisher, tag, stories), _crumbs(frame, tag)]
    return _listed(request, frame, "pages/tag.html", tag, shelf, stories, data)


@require_safe
def author(request, slug):
    author = get_object_or_404(Author, slug=slug)
    frame = chrome.load(request)
    shelf, stories = _rows(request, frame, author.edition_rows)
    data = [structured.profile(frame.publisher, author, stories), _crumbs(frame, author)]
    return _listed(request, frame, "pages/author.html", author, shelf, stories, data)


def _crumbs(frame, subject):
    return structured.crumbs(frame.publisher, (subject.name, subject.get_absolute_url()))


def _rows(request, frame, rows):
    """A name that stands on nothing readers can see is itself not theirs to see."""
    shelf = shelved(request, rows.at(frame.now).edition_ids(), TWELVE)
    stories = list(Edition.objects.at(frame.now).for_cards().listed_in(list(shelf)))
    if not stories:
        raise Http404
    return shelf, stories


def _topics(stories, subject):
    """What the stories of a page have in common besides its subject: {"name", "slug"} of tags, the most used first."""
    used = Counter((tag["name"], tag["slug"]) for story in stories for tag in story.tags)
    named = [{"name": name, "slug": slug} for (name, slug), times in used.most_common() if times > 1]
    return [tag for tag in named if f"/tag/{tag['slug']}/" != subject.get_absolute_url()][:TOPICS]


def _listed(request, frame, template, subject, shelf, stories, data, *, lead=None):
    told = [getattr(subject, field.attname) for field in subject._meta.concrete_fields]
    topics = _topics([*([lead] if lead else []), *stories], subject)
    context = {
        "subject": subject,
        "topics": topics,
        "shelf": shelf,
        "numbers": list(numbers(shelf)),
        "lead": lead,
        "stories": stories,
    }
    context["data"] = data
    of = (told, shelf.number, shelf.paginator.count, digests([*([lead] if lead else []), *stories]))
    return page(request, frame, template, context, of=of)
