"""Sitemaps: every story once, with its last change, in files that are small enough; and the news of two days."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from django.core.checks import run_checks
from django.utils import timezone
from lxml import etree

from articles.sitemaps import newest, stories
from tests.corpora import corpus_folder
from tests.factories import make_edition

from .papers import correct, hide, rewrite, whole_paper

pytestmark = pytest.mark.django_db
SITE = "http://127.0.0.1:8000"
NS = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "n": "http://www.google.com/schemas/sitemap-news/0.9"}


def root(client, path):
    return etree.fromstring(client.get(path).content)


def locations(client, path):
    return [node.text.removeprefix(SITE) for node in root(client, path).iterfind(".//s:loc", NS)]


def told(client, name):
    return [node.text for node in root(client, "/news-sitemap.xml").iterfind(f".//n:{name}", NS)]


def at(month, day, hour=7):
    return datetime(2026, month, day, hour, 0, tzinfo=UTC)


def test_the_index_names_the_months_that_have_a_story(client):
    make_edition(at=at(1, 5))
    make_edition(at=at(3, 5))

    assert locations(client, "/sitemap.xml") == ["/sitemap-pages.xml", "/sitemap-2026-01.xml", "/sitemap-2026-03.xml"]
    assert client.get("/sitemap-2026-02.xml").status_code == 404


def test_a_crowded_month_has_parts_and_nothing_is_left_out(client, monkeypatch):
    monkeypatch.setattr(stories, "LIMIT", 3)
    quiet = [make_edition(at=at(month, day)).path for month in (1, 3) for day in (1, 2)]
    crowded = [make_edition(at=at(2, day)).path for day in range(1, 8)]

    chunks = locations(client, "/sitemap.xml")[1:]

    parts = [f"/sitemap-2026-02{part}.xml" for part in ("", "-2", "-3")]
    assert chunks == ["/sitemap-2026-01.xml", *parts, "/sitemap-2026-03.xml"]
    assert [len(locations(client, part)) for part in parts] == [3, 3, 1]
    assert sorted(path for chunk in chunks for path in locations(client, chunk)) == sorted([*quiet, *crowded])


def test_a_part_that_is_full_stays_as_it_is(client, monkeypatch):
    monkeypatch.setattr(stories, "LIMIT", 2)
    for day in (1, 2, 3):
        make_edition(at=at(2, day))
    etag = client.get("/sitemap-2026-02.xml")["ETag"]
    make_edition(at=at(2, 4))

    assert client.get("/sitemap-2026-02.xml", headers={"If-None-Match": etag}).status_code == 304
    assert client.get("/sitemap-2026-02-3.xml").status_code == 404


def test_only_the_crowded_months_are_counted(client, monkeypatch, django_assert_num_queries):
    monkeypatch.setattr(stories, "LIMIT", 10)
    for month in range(1, 9):
        make_edition(at=at(month, 1))

    with django_assert_num_queries(5):  # the chrome, both ends, a look into each month together, the tenth story
        client.get("/sitemap.xml")


def test_a_change_of_words_moves_lastmod_and_nothing_else_does(client):
    edition = make_edition(at=at(1, 5))
    unchanged = root(client, "/sitemap-2026-01.xml").findtext(".//s:lastmod", None, NS)
    rewrite(edition, kind="analysis")
    still = root(client, "/sitemap-2026-01.xml").findtext(".//s:lastmod", None, NS)
    corrected = correct(edition)

    assert datetime.fromisoformat(unchanged) == datetime.fromisoformat(still) == at(1, 5)
    moved = root(client, "/sitemap-2026-01.xml").findtext(".//s:lastmod", None, NS)
    assert datetime.fromisoformat(moved) == corrected.updated_at.replace(microsecond=0)


@pytest.mark.parametrize(("hours", "there"), [(47, True), (49, False)])
def test_the_news_are_those_of_two_days(client, hours, there):
    edition = make_edition(ago=timedelta(hours=hours))

    assert locations(client, "/news-sitemap.xml") == ([edition.path] if there else [])


def test_an_old_story_that_is_corrected_is_not_news_again(client):
    correct(make_edition(ago=timedelta(hours=49)))

    assert locations(client, "/news-sitemap.xml") == []


def test_the_news_say_when_a_story_first_appeared_and_what_it_is_called_now(client):
    edition = make_edition(ago=timedelta(hours=3), headline="The first headline of the harbour story")
    rewrite(edition, headline="Fish & chips > all")

    assert [datetime.fromisoformat(one) for one in told(client, "publication_date")] == [
        edition.published_at.replace(microsecond=0)
    ]
    assert told(client, "title") == ["Fish & chips > all"]


def test_what_is_paid_for_and_what_did_not_happen_is_no_news_and_a_setting_says_so(client, settings):
    for kind in ("news", "opinion", "sponsored", "satire"):
        make_edition(kind=kind, slug=f"a-{kind}-piece")

    def kinds():
        return {re.search(r"a-(\w+)-piece", path)[1] for path in locations(client, "/news-sitemap.xml")}

    assert kinds() == {"news", "opinion"}
    settings.NEWS_SITEMAP_WITHOUT = ["opinion", "sponsored"]
    assert kinds() == {"news", "satire"}


def test_a_kind_that_is_none_is_told_by_check(settings):
    settings.NEWS_SITEMAP_WITHOUT = ["advertorial"]

    assert "newsroom.E004" in {found.id for found in run_checks()}


def test_the_news_are_never_more_than_may_be(client, monkeypatch):
    monkeypatch.setattr(newest, "MOST", 2)
    paths = [make_edition(ago=timedelta(hours=hours)).path for hours in (3, 2, 1)]

    assert locations(client, "/news-sitemap.xml") == [paths[2], paths[1]]


@pytest.mark.parametrize(
    ("tag", "named"),
    [("en-GB", "en"), ("pt-BR", "pt"), ("fil", "fil"), ("zh", "zh-cn"), ("zh-Hans", "zh-cn"), ("zh-Hant-HK", "zh-tw")],
)
def test_languages_are_named_as_news_sitemaps_know_them(tag, named):
    assert newest.named(tag) == named


def test_the_paper_is_named_without_what_stands_in_brackets(client, settings):
    settings.SITE_NAME = "The Merrow Ledger (online)"
    make_edition()

    assert told(client, "name") == ["The Merrow Ledger"]


def test_the_news_have_nothing_of_what_is_hidden(client):
    gone = make_edition()
    hide(gone)
    make_edition(at=timezone.now() + timedelta(hours=1))

    assert locations(client, "/news-sitemap.xml") == []


@pytest.fixture
def refuse():
    """What the schema of sitemaps, with that of news beside it, has against a file."""
    folder = corpus_folder("standards") / "sitemap"
    both = (
        '<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema">'
        f'<xsd:import namespace="{NS["s"]}" schemaLocation="{folder / "sitemap.xsd"}"/>'
        f'<xsd:import namespace="{NS["n"]}" schemaLocation="{folder / "sitemap-news.xsd"}"/></xsd:schema>'
    )
    schema = etree.XMLSchema(etree.fromstring(both))

    def refuse(text):
        schema.validate(etree.fromstring(text))
        return [str(error) for error in schema.error_log]

    return refuse


def test_every_sitemap_is_valid_by_its_schema(client, refuse):
    edition = whole_paper()
    make_edition(headline="島の渡し船、二年ぶりに港へ戻る", language="ja", slug="渡し船")

    for path in (*locations(client, "/sitemap.xml"), "/news-sitemap.xml"):
        assert refuse(client.get(path).content) == [], path
    assert edition.path in locations(client, "/news-sitemap.xml")
