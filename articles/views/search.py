"""Search: a form that stands in the address, and what it finds."""

import json
from dataclasses import dataclass

from django.conf import settings
from django.core.paginator import Paginator
from django.views.decorators.http import require_safe

from articles import freshness, search
from articles.models import Article, Edition
from articles.text import passages

from . import chrome
from .answering import digests, page
from .search_form import SearchForm
from .shelf import numbers

TEN, TYPED = 10, 100


@dataclass(frozen=True)
class Kind:
    kind: str


@dataclass(frozen=True)
class Found:
    """A story with the places where it answers: pieces of its headline, and of its standfirst or text."""

    story: Edition
    headline: list
    passage: list


@require_safe
def results(request):
    frame = chrome.load(request)
    form = SearchForm.read(request.GET, frame)
    findings = form.findings(frame.now)
    shelf = Paginator(findings.editions, TEN).get_page(request.GET.get("page"))
    stories = _stories(list(shelf), frame.now)
    meant = search.better(form.question, frame.now) if findings.loose or not findings.editions else ""
    told = {
        "form": form,
        "meant": meant,
        "findings": findings,
        "shelf": shelf,
        "numbers": list(numbers(shelf)),
        "kinds": _kinds(),
    }

    def context():
        return {**told, "found": [_found(story, form.question) for story in stories]}

    of = (form, meant, findings.more, findings.loose, len(findings.editions), shelf.number, digests(stories))
    return page(request, frame, "pages/search.html", context, of=of, hold=False)


@require_safe
def suggestions(request):
    """For the field that asks while somebody types: [{"kind", "text", "path"}]."""
    now, typed = freshness.moment(request), request.GET.get("q", "")[:TYPED]
    told = [vars(suggestion) for suggestion in search.suggest(typed, now)]
    return freshness.answer(
        request,
        lambda: json.dumps(told, ensure_ascii=False),
        etag=freshness.etag(told),
        seconds=freshness.seconds_until(Edition.objects.next_change(now), now),
        content_type="application/json",
        hold=False,
    )


def _stories(keys, moment):
    """In the order of their keys. What a passage is taken from is read for these alone."""
    stories = Edition.objects.at(moment).whole().defer("body_html").in_bulk(keys)
    return [stories[key] for key in keys if key in stories]


def _found(story, question):
    what = passages.wanted(question.wanted, settings.LANGUAGE_CODE)
    shown = passages.passage(story.standfirst, what) or passages.passage(story.body_text, what)
    return Found(story, passages.marked(story.headline, what), shown or [passages.Piece(story.standfirst)])


def _kinds():
    return [Kind(value) for value in Article.Kind.values]
