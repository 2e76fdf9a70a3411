"""What is suggested while somebody types, and what is thought to be meant by who mistyped."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles import publishing
from tests.factories import make_article, make_author, make_edition

from .test_page import page, text_of

pytestmark = pytest.mark.django_db
SOON = timedelta(hours=1)


def suggested(client, typed):
    return [(each["kind"], each["text"]) for each in client.get("/search/suggestions/", {"q": typed}).json()]


def meant(client, typed):
    _, found, rest = text_of(page(client, typed)).partition("Did you mean ")
    return rest.partition("</a>")[0].partition(">")[2] if found else ""


def test_topics_authors_and_headlines_that_begin_so_are_suggested(client):
    make_edition(headline="The harbour closes", tags=["Harbour"], bylines=[(make_author("Una Harper"), "")])

    assert suggested(client, "har") == [("tag", "Harbour"), ("author", "Una Harper"), ("story", "The harbour closes")]


def test_the_last_word_is_only_begun_and_the_others_are_whole(client):
    make_edition(headline="Elections in Kraków")
    make_edition(headline="Krakow without elections")

    assert [text for _, text in suggested(client, "elections in krak")] == ["Elections in Kraków"]


def test_a_topic_is_suggested_by_another_name_of_it(client):
    edition = make_edition(headline="A", tags=["Harbour"])
    edition.tag_rows.get().tag.aliases.create(name="Docks", key="docks", slug="docks")

    assert suggested(client, "doc") == [("tag", "Harbour")]


def test_nothing_of_what_is_to_come_is_suggested(client):
    author = make_author("Zoe Sealed")
    article = make_article(headline="Sealed vote", tags=["Sealed"], bylines=[(author, "")])
    publishing.publish(article, by=None, at=timezone.now() + SOON)

    assert suggested(client, "sealed") == []


@pytest.mark.parametrize("typed", ["", "h", "%", "__", '"*', "\u200b\u200b", "x" * 5000])
def test_what_tells_too_little_suggests_nothing(typed, client):
    make_edition(headline="The harbour closes", tags=["Harbour"])

    assert suggested(client, typed) == []


@pytest.mark.parametrize("typed", ["habour", "harbuor", "harbours", "haarbour", "harbpur", "Habour"])
def test_a_slip_of_one_letter_is_put_right(typed, client):
    make_edition(headline="The harbour closes")

    assert meant(client, typed) in ("harbour", "")
    assert meant(client, typed) or "1 story found." in text_of(page(client, typed))


def test_only_the_word_that_nobody_knows_is_changed(client):
    make_edition(headline="The harbour closes")

    assert meant(client, "harbuor closes") == "harbour closes"


def test_a_word_that_only_a_story_to_come_has_is_never_named(client):
    publishing.publish(make_article(headline="Zanzibar"), by=None, at=timezone.now() + SOON)

    assert meant(client, "zanzibat") == ""


def test_a_long_and_strange_word_costs_no_more_than_a_page_may(client, django_assert_max_num_queries):
    make_edition(headline="The harbour closes")

    with django_assert_max_num_queries(12):
        page(client, "qwertyuiopasdfgh")
