"""The search page: a form in the address, what it found, and what to do if that is nothing."""

import json
import re
import time
from datetime import timedelta
from urllib.parse import urlencode

import pytest
from django.core.cache import cache
from django.utils import timezone

from articles import publishing
from tests.corpora import corpus_folder
from tests.factories import make_article, make_author, make_edition, make_section

pytestmark = pytest.mark.django_db
CHROME, NEWEST, HEADLINES, TEXTS, STORIES = 1, 1, 1, 1, 1


def page(client, typed="", **filters):
    return client.get("/search/", {"q": typed, **filters})


def text_of(response):
    return response.content.decode()


def status(response):
    told = re.search(r'role="status"[^>]*>(.*?)</p>', text_of(response), re.DOTALL)[1]
    return " ".join(told.split())


def paths(response):
    return re.findall(r'<h2 class="card-h"[^>]*><a href="([^"]+)"', text_of(response))


def test_without_a_question_there_is_the_form_alone(client):
    make_edition()

    response = page(client)

    assert (response.status_code, status(response), paths(response)) == (200, "", [])


def test_what_was_found_is_marked_and_counted(client):
    edition = make_edition(headline="Zebra <at> large", body="<p>The zebras were seen at noon.</p>")

    response = page(client, "zebra")

    assert (status(response), paths(response)) == ("1 story found.", [edition.path])
    assert "<mark>Zebra</mark> &lt;at&gt; large</a>" in text_of(response)
    assert "The <mark>zebras</mark> were seen at noon." in text_of(response)


def test_what_was_typed_is_shown_again_and_never_as_markup(client):
    response = page(client, '"><script>alert(1)</script>', section='"><b>', **{"from": '"><i>'})

    assert "<script>alert" not in text_of(response)
    assert 'value="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"' in text_of(response)


def test_the_form_may_be_found_and_what_it_finds_may_not(client):
    assert "noindex" not in text_of(client.get("/search/"))


def test_the_page_is_not_indexed_and_sets_no_cookie(client):
    response = page(client, "ferry")

    assert '<meta name="robots" content="noindex">' in text_of(response)
    assert not response.cookies
    assert "Disallow: /search/?" in client.get("/robots.txt").content.decode()


def test_the_page_costs_five_queries_however_much_is_found(client, django_assert_num_queries, monkeypatch):
    monkeypatch.setattr("articles.search.finding.POOL", 5)
    for number in range(25):
        make_edition(headline=f"Zebra {number}")

    with django_assert_num_queries(CHROME + NEWEST + HEADLINES + TEXTS + STORIES):
        page(client, "zebra")


def test_a_filter_by_tag_costs_one_query_more(client, django_assert_num_queries):
    make_edition(headline="Zebra", tags=["Zoo"])

    with django_assert_num_queries(CHROME + NEWEST + TEXTS + STORIES + 1):
        page(client, "zebra", tag="zoo")


def test_pages_are_turned_with_the_question_in_the_address(client):
    for number in range(12):
        make_edition(headline=f"Zebra {number}")

    first, second = page(client, "zebra", sort="newest"), page(client, "zebra", sort="newest", page=2)

    assert (len(paths(first)), len(paths(second)), len({*paths(first), *paths(second)})) == (10, 2, 12)
    assert 'href="?q=zebra&amp;sort=newest&amp;page=2"' in text_of(first)
    assert status(second) == "12 stories found. Showing 11 to 12."


@pytest.mark.parametrize("number", ["0", "-1", "99", "x", "1e9", "٣"])
def test_a_page_that_is_none_gives_the_nearest(number, client):
    make_edition(headline="Zebra")

    assert len(paths(page(client, "zebra", page=number))) == 1


def test_filters_stand_in_the_address_and_in_the_form(client):
    sport, author = make_section("Sport"), make_author("Jonah Quill")
    edition = make_edition(headline="Zebra", section=sport, kind="opinion", tags=["Zoo"], bylines=[(author, "")])
    make_edition(headline="Zebra elsewhere")
    today = timezone.localdate().isoformat()
    every = {"section": "sport", "kind": "opinion", "tag": "Zoo", "author": "jonah quill", "from": "2020-01-01"}

    response = page(client, "zebra", to=today, **every)

    assert paths(response) == [edition.path]
    assert '<option value="sport" selected>' in text_of(response)
    assert '<option value="opinion" selected>' in text_of(response)
    assert f'name="to" form="search" value="{today}"' in text_of(response)
    assert '<details class="tools" open>' in text_of(response)


@pytest.mark.parametrize("name", ["section", "kind", "tag", "author"])
def test_a_filter_that_names_nothing_finds_nothing(name, client):
    make_edition(headline="Zebra")

    assert status(page(client, "zebra", **{name: "nowhere"})) == "No story found."


def test_a_tag_that_stands_on_a_secret_story_answers_like_one_that_does_not_exist(client):
    publishing.publish(make_article(tags=["Sealed"]), by=None, at=timezone.now() + timedelta(hours=1))

    secret, none = (text_of(page(client, tag=name)).replace(name, "…") for name in ("sealed", "absent"))

    assert secret == none


@pytest.mark.parametrize("day", ["yesterday", "2026-13-01", "0001-01-01", "9999-12-31", "1e5", "２０２０-01-01"])
def test_a_day_that_is_none_narrows_nothing(day, client):
    edition = make_edition(headline="Zebra")

    assert paths(page(client, "zebra", **{"from": day, "to": day})) == [edition.path]


def test_some_of_the_words_are_better_than_none_and_it_says_so(client):
    make_edition(headline="Zebra")

    assert status(page(client, "zebra okapi")) == "No story has all of these words. 1 story has some of them."


def test_nothing_found_leads_on_to_the_sections_and_the_archive(client):
    make_section("Sport")

    response = page(client, "zebra")

    assert status(response) == "No story found."
    assert '<li><a href="/section/sport/">Sport</a></li>' in text_of(response)
    assert 'href="/archive/"' in text_of(response)


def test_more_than_is_counted_says_so(client, monkeypatch):
    monkeypatch.setattr("articles.search.finding.COUNTED", 2)
    for number in range(3):
        make_edition(headline=f"Zebra {number}")

    assert status(page(client, "zebra")) == "More than 2 stories found."


def test_a_known_page_is_a_304_until_what_it_shows_changes(client):
    edition = make_edition(headline="Zebra")
    etag = page(client, "zebra")["ETag"]
    asked = {"q": "zebra"}

    before = client.get("/search/", asked, headers={"If-None-Match": etag}).status_code
    publishing.unpublish(edition.article, by=None)
    after = client.get("/search/", asked, headers={"If-None-Match": etag}).status_code

    assert (before, after) == (304, 200)


def test_pages_that_hardly_two_readers_ask_for_are_not_held(client):
    make_edition(headline="Zebra")

    etag = page(client, "zebra")["ETag"]

    assert cache.get(f"page:{etag}") is None


def test_a_shared_cache_forgets_the_page_when_a_story_opens(client):
    publishing.publish(make_article(headline="Zebra"), by=None, at=timezone.now() + timedelta(seconds=20))

    age = int(re.search(r"max-age=(\d+)", page(client, "zebra")["Cache-Control"])[1])

    assert age <= 20


@pytest.mark.parametrize(
    "typed",
    [
        "x" * 10_000,
        "猫" * 10_000,
        " ".join(f"term{n}" for n in range(500)),
        " ".join(f"-term{n}" for n in range(500)),
        '"' * 5000,
        '"a" ' * 500,
        'NEAR("a b", 5) AND OR NOT ^ * : {head lead} : a',
        "head:zebra OR rowid:1 -",
        "' OR 1=1 --",
        "a & b | !c <-> 'd':*",
        "%' ; DROP TABLE articles_search; --",
        "\u202e\u0000\ud7ff\ufeff\u200b",
        "a_b h_zebra f_zebra s_1 e_",
        "ﷺ" * 300,
        "é" * 3000,
    ],
)
def test_hostile_questions_are_answered_in_time(typed, client):
    make_edition(headline="Zebra")
    client.get("/search/")
    began = time.process_time()  # seconds of our own: other tests may keep the machine busy

    response = client.get("/search/?" + urlencode({"q": typed}))

    assert response.status_code in (200, 400, 404)
    assert time.process_time() - began < 0.5


def test_marks_of_the_index_are_no_words_of_readers(client):
    make_edition(headline="Zebra")

    assert status(page(client, "h_zebra")) != "1 story found."
    assert paths(page(client, "e_")) == []


def test_none_of_the_naughty_strings_is_too_much(client):
    make_edition(headline="Zebra")
    strings = json.loads((corpus_folder("security/strings/blns") / "blns.json").read_text(encoding="utf-8"))

    answers = {page(client, string).status_code for string in strings}

    assert len(strings) == 515
    assert answers <= {200, 400, 404}
