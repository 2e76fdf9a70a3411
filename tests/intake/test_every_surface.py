"""Two wire messages on every public surface, from the file to the digest: cases D10 and D16 of the import plan."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from articles import daily, publishing
from articles.models import Article, ImportRecord
from tests.corpora import corpus_folder
from tests.daily.people import subscriber
from tests.factories import WAIVED
from tests.reader.papers import everything, forms, machines, pages, rewrite, whole_paper

pytestmark = pytest.mark.django_db
EMBARGO = datetime(2016, 9, 8, 23, 1, tzinfo=UTC)
LISTS = ["front", "section", "tag", "author", "day", "feed", "feed-atom", "feed-json", "section-feed", "tag-feed"]
LISTS += ["author-feed", "sitemap-month", "news-sitemap"]
FOUND = "/search/?q="


@pytest.fixture
def at(monkeypatch):
    """Set the clock."""

    def set_clock(moment):
        monkeypatch.setattr(timezone, "now", lambda: moment)

    return set_clock


@pytest.fixture
def bring(inbox):
    """Import a message of the wires' own samples, to be published at once if it may be; the story that it becomes."""

    def run(name):
        path = corpus_folder("superdesk-core-fixtures") / "tests" / "io" / "fixtures" / name
        bring.report = inbox.run(str(path), publish=True, section="world", tag=["Wire"])
        return ImportRecord.objects.get().article

    bring = run
    return run


def own_addresses(article):
    path = publishing.path_of(article)
    edition = article.editions.first()
    ends = ("", "changes/", "republish/")
    return [*(f"{path}{end}" for end in ends), f"{path[:-1]}.json", *([edition.card_path] if edition else [])]


def asked(shown, article, word):
    """What every public address answers, those of the story itself and a search for a word of it too, and the day's
    mail.
    """
    paths = [*(everything(shown) | forms(shown)).values(), "/section/world/", "/tag/wire/", "/author/benjamin-wright/"]
    paths += [
        "/author/john-doe/",
        f"{FOUND}{word}",
        *own_addresses(article),
        f"/oembed?url=http://127.0.0.1:8000{shown.path}",
    ]
    return {path: b"".join(Client().get(path)).decode(errors="replace") for path in dict.fromkeys(paths)} | letters()


def letters():
    mail.outbox.clear()
    if issue := daily.due(timezone.now()):
        daily.send(issue)
    return {"digest": "".join(str(letter.message()) for letter in mail.outbox)}


def telling(answers, words):
    return [path for path, text in answers.items() if any(word in text for word in words)]


def lists_of(edition, word):
    """The pages, feeds and sitemaps that list a story, its own page, a search for a word of it, and the digest."""
    told = pages(edition) | machines(edition)
    return [*(told[name] for name in [*LISTS, "story", "story-data", "oembed"]), f"{FOUND}{word}", "digest"]


def without(answers, edition, headline, word):
    """The lists that do not have the story, neither by its headline nor by its address."""
    lists = lists_of(edition, word)
    return [path for path in lists if headline not in answers[path] and edition.path not in answers[path]]


def test_d10_an_embargoed_story_is_on_no_surface_before_its_minute(at, bring):
    at(EMBARGO - timedelta(hours=11))
    shown, _ = whole_paper(), subscriber()
    article = bring("pa3.xml")
    publishing.publish(article, by=None, at=EMBARGO, waive=WAIVED)
    at(EMBARGO - timedelta(seconds=1))

    answers = asked(shown, article, "nations")

    assert telling(answers, ["INCONCEIVABLE", "inconceivable-", "Benjamin", "UK risks", "POLITICS", "Wire"]) == []
    assert {Client().get(path).status_code for path in own_addresses(article)} == {404}
    assert shown.headline in answers["digest"].replace("=\n", "")


def test_d10_from_its_minute_it_is_on_every_list_in_capitals_and_its_note_on_none(at, bring):
    at(EMBARGO - timedelta(hours=1))
    subscriber()
    article = bring("pa3.xml")
    publishing.publish(article, by=None, at=EMBARGO, waive=WAIVED)
    at(EMBARGO + timedelta(seconds=1))
    edition = article.editions.get()

    answers = asked(edition, article, "nations")

    assert without(answers, edition, "INCONCEIVABLE", "nations") == []
    assert "UK BREAK-UP &#x27;NOT INCONCEIVABLE&#x27;, FIRST MINISTER WARNS" in answers[edition.path]
    assert "Embargoed to 0001" in article.ednote
    assert telling(answers, ["Embargoed to 0001", "see also POLITICS"]) == []
    assert Client().get(edition.card_path).status_code == 200


def test_d16_an_advisory_is_on_no_surface_though_it_was_to_be_published(bring):
    shown, _ = whole_paper(), subscriber()

    article = bring("bbc-ninjs-text-test.json")

    assert {"not-a-story", "time-without-zone"} <= {finding["code"] for finding in ImportRecord.objects.get().findings}
    assert not article.editions.exists()
    assert telling(asked(shown, article, "body"), ["advisory", "John Doe", "LDRS WALES", "Wire"]) == []


def test_d16_an_editor_may_publish_it_and_what_it_carried_beside_its_text_is_on_no_surface(bring):
    subscriber()
    article = bring("bbc-ninjs-text-test.json")
    edition = rewrite(publishing.publish(article, by=None, waive=WAIVED), public_changes="always", kicker="Wales")

    answers = asked(edition, article, "body")

    assert ImportRecord.objects.get().extra["contracts"][0]["name"] == "Blaenau Gwent County Borough"
    assert telling(answers, ["Blaenau", "c446a0cf"]) == []
    assert without(answers, edition, "advisory", "body") == []


def test_d16_an_answer_of_no_items_is_no_failure(inbox):
    inbox.drop("none.json", '{"total": 0, "limit": 20, "offset": 0, "item": []}')

    report = inbox.run()

    assert (report["counts"], report["code"]) == ({}, 0)
    assert not Article.objects.exists()
