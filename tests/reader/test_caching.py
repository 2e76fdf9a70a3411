"""What may be kept, for how long, and that nothing in a public answer belongs to one reader."""

import logging
from datetime import timedelta

import pytest
from django.utils import timezone
from redis.exceptions import ConnectionError as NoRedis

from articles import freshness
from articles.models import Section, Tag
from tests.factories import make_edition, make_section, make_user

from .papers import everything, pages, rewrite, whole_paper

pytestmark = pytest.mark.django_db


def test_public_answers_may_be_shared_and_set_no_cookie(client):
    edition = whole_paper()
    client.force_login(make_user())

    for path in everything(edition).values():
        answer = client.get(path)
        assert answer["Cache-Control"] == "public, max-age=60, stale-while-revalidate=30", path
        assert "Vary" not in answer.headers, path
        assert not answer.cookies, path


def test_somebody_logged_in_gets_the_same_bytes_as_anybody(client):
    edition = whole_paper()
    before = {path: client.get(path).content for path in everything(edition).values()}
    client.force_login(make_user(is_superuser=True))

    assert {path: client.get(path).content for path in before} == before


def test_nothing_is_kept_past_the_next_opening(client):
    shown = whole_paper()
    make_edition(at=timezone.now() + timedelta(seconds=20))

    for path in everything(shown).values():
        if path == "/robots.txt":
            continue
        kept = client.get(path)["Cache-Control"]
        assert kept.startswith("public, max-age=1"), path
        assert "stale" not in kept, path


def test_nothing_is_kept_past_the_next_opening_in_a_paper_without_sections(client):
    make_edition(at=timezone.now() + timedelta(seconds=20), section=None)
    Section.objects.all().delete()

    assert "max-age=1" in client.get("/")["Cache-Control"]


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (None, "public, max-age=60, stale-while-revalidate=30"),
        (3600, "public, max-age=60, stale-while-revalidate=30"),
        (75, "public, max-age=60, stale-while-revalidate=15"),
        (60, "public, max-age=60"),
        (7.9, "public, max-age=7"),
        (-1, "public, max-age=0"),
    ],
)
def test_what_is_kept_is_bounded(seconds, said):
    assert freshness.cache_control(seconds) == said


def test_a_new_edition_makes_a_new_page(client):
    edition = whole_paper()
    etag = client.get(edition.path)["ETag"]
    rewrite(edition, headline="Port Merrow thinks again about its ferry")

    answer = client.get(edition.path, headers={"If-None-Match": etag})

    assert answer.status_code == 200


def test_a_renamed_section_makes_new_pages(client):
    edition = whole_paper()
    etag = client.get(edition.path)["ETag"]
    Section.objects.update(name="Tidings")

    assert client.get(edition.path, headers={"If-None-Match": etag}).status_code == 200


def test_head_is_answered_and_anything_else_refused(client):
    edition = whole_paper()

    for path in everything(edition).values():
        if "nothing-was-ever" in path:
            continue
        assert client.head(path).status_code == 200, path
        assert {getattr(client, verb)(path).status_code for verb in ("post", "put", "delete")} == {405}, path


def test_a_date_is_no_proof_that_a_reader_has_the_page(client):
    edition = whole_paper()
    headers = {"If-Modified-Since": "Fri, 31 Dec 2100 23:59:59 GMT"}

    for path in everything(edition).values():
        assert client.get(path, headers=headers).status_code != 304, path


def test_no_answer_says_when_it_was_last_modified(client):
    edition = whole_paper()

    assert [path for path in everything(edition).values() if "Last-Modified" in client.get(path).headers] == []


@pytest.mark.parametrize(
    "headers",
    [{"If-Match": '"x"'}, {"If-Unmodified-Since": "Mon, 01 Jan 2001 00:00:00 GMT"}],
    ids=lambda one: next(iter(one)),
)
def test_conditions_of_those_who_write_are_not_heard(client, headers):
    edition = whole_paper()
    paths = {*everything(edition).values(), edition.picture["wide"][0]["url"]} - {pages(edition)["missing"]}

    assert {path: client.get(path, headers=headers).status_code for path in paths} == dict.fromkeys(paths, 200)


@pytest.mark.parametrize("said", ["{}", '"other", {}', "*"])
def test_a_reader_who_has_the_page_may_say_so_in_any_way(client, said):
    edition = whole_paper()
    etag = client.get(edition.path)["ETag"]

    for one in (etag, etag.removeprefix("W/")):
        assert client.get(edition.path, headers={"If-None-Match": said.format(one)}).status_code == 304


def test_health_is_never_kept_and_ready_asks_the_database(client, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert client.get("/healthz").content == b"alive\n"
    with django_assert_num_queries(1):
        assert client.get("/readyz").content == b"ready\n"
    assert "no-store" in client.get("/readyz")["Cache-Control"]


def test_head_has_the_headers_of_get_and_no_body(client):
    edition = whole_paper()

    for path in (edition.path, "/feeds/rss.xml", "/nothing/"):
        whole, head = client.get(path), client.head(path)
        assert head.content == b""
        assert head.headers["Content-Length"] == whole.headers["Content-Length"]


def test_pages_that_show_the_same_stories_are_not_taken_for_each_other(client):
    edition = make_edition(section=make_section("Harbour"), tags=["Harbour"])
    paths = [f"/{kind}/harbour/{rest}" for kind in ("section", "tag") for rest in ("", "feeds/rss.xml")]
    etags = [client.get(path)["ETag"] for path in [*paths, edition.path, "/", "/archive/"]]

    assert len(set(etags)) == len(etags)
    assert b"/tag/harbour/feeds/rss.xml" in client.get("/tag/harbour/feeds/rss.xml").content


def test_a_setting_of_the_paper_makes_new_pages(client, settings):
    edition = make_edition()
    before = client.get(edition.path)["ETag"]

    settings.SITE_NAME = "The Other Gazette"

    assert client.get(edition.path)["ETag"] != before
    assert "The Other Gazette" in client.get(edition.path).content.decode()


def test_a_changed_tag_makes_its_page_new(client):
    make_edition(tags=["Harbour"])
    client.get("/tag/harbour/")
    Tag.objects.update(description="Everything that floats.")

    assert "Everything that floats." in client.get("/tag/harbour/").content.decode()


def test_a_story_that_moves_back_meets_no_redirect_kept_for_ever(client):
    first = make_edition(slug="one-name")
    second = rewrite(first, slug="another-name")

    assert "max-age=60" in client.get(first.path)["Cache-Control"]

    rewrite(second, slug="one-name")
    assert client.get(first.path).status_code == 200
    assert client.get(second.path)["Location"] == first.path


def test_a_redirect_is_not_kept_past_the_next_opening(client):
    old = make_edition(slug="one-name", tags=["Harbour"])
    rewrite(old, slug="another-name")
    Tag.objects.get().aliases.create(name="Port", slug="port", key="port")
    make_edition(at=timezone.now() + timedelta(seconds=20))

    for path in (old.path, "/tag/port/", "/tag/port/feeds/rss.xml"):
        answer = client.get(path)
        assert (answer.status_code, answer["Cache-Control"][:17]) == (301, "public, max-age=1"), path


class Ticking:
    """`timezone.now` of a slow server: just before `opening` when first asked, past it from then on."""

    def __init__(self, opening):
        self.before, self.opening = True, opening

    def __call__(self):
        before, self.before = self.before, False
        return self.opening + timedelta(seconds=-0.5 if before else 1)


@pytest.mark.parametrize("name", ["story", "tag", "author", "day", "tag-feed", "author-feed-json"])
def test_what_opens_while_it_is_asked_for_is_not_found_and_not_kept(client, monkeypatch, name):
    edition = make_edition(tags=["Harbour"])
    path = everything(edition)[name]
    monkeypatch.setattr(timezone, "now", Ticking(edition.live_from))

    answer = client.get(path)

    assert (answer.status_code, answer["Cache-Control"]) == (404, "public, max-age=0")


LISTS = ["front", "section", "years", "feeds", "feed", "section-feed-atom", "sitemap", "sitemap-month", "news-sitemap"]


@pytest.mark.parametrize("name", LISTS)
def test_what_was_listed_just_before_an_opening_is_not_kept(client, monkeypatch, name):
    edition = whole_paper()
    path = everything(edition)[name]
    monkeypatch.setattr(timezone, "now", Ticking(edition.live_from))

    assert client.get(path)["Cache-Control"] == "public, max-age=0"


class Away:
    """A cache whose server cannot be reached."""

    def __init__(self, error):
        self.asked, self.error = 0, error

    def get(self, *told):
        self.asked += 1
        raise self.error

    set = get


@pytest.fixture(params=[NoRedis("refused"), TimeoutError("too late"), ConnectionResetError()], ids=repr)
def away(request, monkeypatch):
    monkeypatch.setattr(freshness, "_cache_back", 0.0)
    monkeypatch.setattr(freshness, "cache", Away(request.param))
    return freshness.cache


def test_pages_are_there_while_the_cache_is_away(client, away):
    edition = whole_paper()
    paths = set(everything(edition).values()) - {pages(edition)["missing"]}

    assert {client.get(path).status_code for path in paths} == {200}


def test_a_cache_that_is_away_is_asked_and_told_of_once_a_minute(client, away, caplog, monkeypatch):
    with caplog.at_level(logging.WARNING, "articles.freshness"):
        for later in (0, 30, 61):
            monkeypatch.setattr(freshness.time, "monotonic", lambda later=later: 1000.0 + later)
            client.get("/")

    assert (away.asked, len(caplog.records)) == (2, 2)
