"""A topic as it went, and the topics that go together."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles import publishing
from tests.factories import make_article, make_edition

pytestmark = pytest.mark.django_db


def headlines(response):
    return [story.headline for story in response.context["stories"]]


def test_a_timeline_has_the_stories_of_a_topic_in_the_order_they_appeared(client):
    make_edition(headline="Second", tags=["Harbour"], ago=timedelta(days=1))
    make_edition(headline="First", tags=["Harbour"], ago=timedelta(days=2))
    make_edition(headline="Elsewhere", tags=["Council"])

    assert headlines(client.get("/tag/harbour/timeline/")) == ["First", "Second"]


def test_the_topic_links_to_its_timeline(client):
    make_edition(tags=["Harbour"])

    assert 'href="/tag/harbour/timeline/"' in client.get("/tag/harbour/").content.decode()


def test_a_topic_that_readers_cannot_see_has_no_timeline(client):
    publishing.publish(make_article(tags=["Sealed"]), by=None, at=timezone.now() + timedelta(hours=1))

    secret, none = (client.get(f"/tag/{name}/timeline/") for name in ("sealed", "absent"))

    assert (secret.status_code, secret.content) == (404, none.content)


def test_another_name_of_a_topic_leads_to_its_timeline(client):
    edition = make_edition(tags=["Harbour"])
    edition.tag_rows.get().tag.aliases.create(name="Docks", key="docks", slug="docks")

    response = client.get("/tag/docks/timeline/")

    assert (response.status_code, response["Location"]) == (301, "/tag/harbour/timeline/")


def test_topics_that_go_together_are_linked_the_most_frequent_first(client):
    for tags in (
        ["Harbour", "Council", "Ferry"],
        ["Harbour", "Council", "Ferry"],
        ["Harbour", "Ferry"],
        ["Harbour", "Once"],
    ):
        make_edition(tags=tags)

    together = client.get("/tag/harbour/").context["topics"]

    assert [tag["name"] for tag in together] == ["Ferry", "Council"]


def test_a_month_is_a_calendar_of_whole_weeks(client):
    make_edition(at=timezone.datetime(2026, 2, 3, 9, tzinfo=timezone.get_current_timezone()))

    weeks = client.get("/archive/2026/02/").context["weeks"]

    days = [mark.day.day for week in weeks for mark in week if mark]
    assert (days, {len(week) for week in weeks}) == (list(range(1, 29)), {7})
    assert [mark.path for week in weeks for mark in week if mark and mark.stories] == ["/archive/2026/02/03/"]


@pytest.mark.parametrize(("language", "first"), [("en-gb", 0), ("en-us", 6), ("fr", 0)])
def test_a_week_begins_on_the_day_it_does_in_the_language_of_the_paper(language, first, client, settings):
    settings.LANGUAGE_CODE = language
    make_edition(at=timezone.datetime(2026, 2, 3, 9, tzinfo=timezone.get_current_timezone()))

    weeks = client.get("/archive/2026/02/").context["weeks"]

    assert weeks[1][0].day.weekday() == first
