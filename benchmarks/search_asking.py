"""Runs inside a newsroom: fills it with stories and asks it. `python -m benchmarks.search_asking N` prints JSON."""

import json
import os
import sys
import time
from functools import cache
from itertools import chain, islice

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "benchmarks.settings")
django.setup()

from django.conf import settings  # noqa: E402  models can be imported only once Django is set up
from django.db import connection, transaction  # noqa: E402
from django.test import Client  # noqa: E402
from django.utils import timezone  # noqa: E402

from articles import search  # noqa: E402
from articles.models import Article, Edition, Revision, SearchEntry, Section  # noqa: E402
from articles.search import usual  # noqa: E402
from articles.text import questions  # noqa: E402

from . import search_stories  # noqa: E402
from .search_questions import QUESTIONS  # noqa: E402

BATCH, ROUNDS = 500, 5
SECTIONS = ("World", "Government")
COMMON = ["government", "people", "new", "data", "mobile", "users", "agency", "app", "digital government", "time work"]


def main(many):
    began = time.perf_counter()
    names = fill(many)
    filled = time.perf_counter() - began
    analyse()
    words = {"rare": rare_words(), "common": COMMON}
    for question, _ in QUESTIONS:  # what is read for the first time comes from the disk
        first(question)
    page(COMMON[0])
    wrong = [(q, name, names.get(first(q), "nothing")) for q, name in QUESTIONS if names.get(first(q)) != name]
    told = {"stories": Edition.objects.count(), "filled": filled, "right": len(QUESTIONS) - len(wrong), "wrong": wrong}
    told["asked"] = {kind: percentiles([timed(ask, word) for word in many * ROUNDS]) for kind, many in words.items()}
    told["pages"] = {kind: percentiles([timed(page, word) for word in many * ROUNDS]) for kind, many in words.items()}
    told["found"] = {kind: [len(ask(word).editions) for word in many] for kind, many in words.items()}
    told["questions"] = percentiles([timed(ask, question) for question, _ in QUESTIONS * ROUNDS])
    print(json.dumps(told))


def fill(many):
    """Write `many` stories with their editions and search entries; {edition: name of the story}."""
    real = search_stories.corpora()
    stories = iter(chain(real, search_stories.made_up(real, many - len(real))))
    names = {}
    while batch := list(islice(stories, BATCH)):
        names |= write(batch, len(names))
    return names


@transaction.atomic
def write(batch, start):
    now = timezone.now()
    sections = {name: Section.objects.get_or_create(name=name, slug=name.lower())[0] for name in ("News", *SECTIONS)}
    numbered = list(enumerate(batch, start))
    articles = Article.objects.bulk_create(
        Article(headline=s.headline, slug=f"story-{n}", section=sections[s.section], created_at=now, changed_at=now)
        for n, s in numbered
    )
    revisions = Revision.objects.bulk_create(
        Revision(article=article, version=1, data={}, created_at=now) for article in articles
    )
    editions = Edition.objects.bulk_create(
        edition_of(story, number, article, revision)
        for (number, story), article, revision in zip(numbered, articles, revisions, strict=True)
    )
    search.enlist_many([(edition, [], []) for edition in editions], custom=usual.of_entries())
    return {edition.pk: story.name for edition, story in zip(editions, batch, strict=True)}


def edition_of(story, number, article, revision):
    moments = dict.fromkeys(("live_from", "published_at", "made_at"), story.at)
    text = {
        "headline": story.headline,
        "body_text": story.text,
        "body_html": story.text,
        "words": len(story.text.split()),
    }
    fixed = {"number": 1, "version": 1, "kind": "news", "language": "en", "weight": 4, "slug": article.slug}
    path = f"/{story.at:%Y/%m/%d}/story-{number}/"
    return Edition(article=article, revision=revision, section=article.section, path=path, **text, **moments, **fixed)


def analyse():
    """What autovacuum does by itself in the minutes after."""
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE" if connection.vendor == "postgresql" else "ANALYZE")


def rare_words():
    """Ten words that stand in few stories: the longest stems of headlines here and there in the paper."""
    heads = SearchEntry.objects.order_by("pk").values_list("head", flat=True)
    longest = {max(head.split(), key=len) for head in heads[:: max(1, heads.count() // 200)] if head}
    few = sorted(word for word in longest if 1 <= len(ask(word).editions) <= 20)
    return few[:10]


def ask(typed):
    return search.find(questions.read(typed, settings.LANGUAGE_CODE), search.Narrowed(), moment=timezone.now())


def first(typed):
    return next(iter(ask(typed).editions), None)


@cache
def reader():
    """One for all pages: whoever asks first waits until the middleware has looked through the static files."""
    return Client(SERVER_NAME="localhost")


def page(typed):
    response = reader().get("/search/", {"q": typed})
    if response.status_code != 200:
        raise RuntimeError(f"/search/?q={typed} answered {response.status_code}")


def timed(act, typed):
    began = time.perf_counter()
    act(typed)
    return (time.perf_counter() - began) * 1000


def percentiles(times):
    times = sorted(times)
    return [round(times[int(len(times) * share)], 1) for share in (0.5, 0.95)]


if __name__ == "__main__":
    main(int(sys.argv[1]))
