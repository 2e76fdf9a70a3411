"""The archive counts what readers can read, by the day it first appeared where the paper is made."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from tests.factories import make_article, make_edition

from .papers import hide, rewrite

pytestmark = pytest.mark.django_db


def at(*parts):
    return datetime(*parts, tzinfo=UTC)


@pytest.fixture
def three_years():
    make_edition(at=at(2024, 12, 31, 23, 30), headline="The last story of the old year")
    make_edition(at=at(2026, 2, 3, 9, 0), headline="The second story of that morning")
    make_edition(at=at(2026, 2, 3, 8, 0), headline="The first story of that morning")
    make_edition(at=at(2026, 2, 28, 8, 0))
    hide(make_edition(at=at(2026, 2, 4, 8, 0)))
    make_article()
    make_edition(at=timezone.now() + timedelta(days=400))


def counts(client, path):
    marks = client.get(path).context["marks"]
    return {mark.path: mark.stories for mark in marks}


def test_years_months_and_days_are_counted(client, three_years):
    assert counts(client, "/archive/") == {"/archive/2026/": 3, "/archive/2024/": 1}
    assert counts(client, "/archive/2026/") == {"/archive/2026/02/": 3}
    assert counts(client, "/archive/2026/02/") == {"/archive/2026/02/03/": 2, "/archive/2026/02/28/": 1}


def test_a_day_is_read_in_the_order_it_happened(client, three_years):
    html = client.get("/archive/2026/02/03/").content.decode()

    assert html.index("The first story") < html.index("The second story")
    assert '<time datetime="2026-02-03T08:00Z">08:00</time>' in html


@pytest.mark.parametrize("path", ["2025/", "2026/01/", "2026/02/04/", "2026/02/30/", "2026/13/", "0999/", "2026/2/"])
def test_a_span_that_holds_nothing_is_not_found(client, three_years, path):
    assert client.get(f"/archive/{path}").status_code == 404


def test_a_story_is_counted_once_however_often_it_was_rewritten(client):
    edition = make_edition(at=at(2026, 2, 3, 8, 0))
    rewrite(edition, headline="Port Merrow thinks again about its ferry")

    assert counts(client, "/archive/2026/") == {"/archive/2026/02/": 1}


def test_days_begin_at_midnight_where_the_paper_is_made(client, settings):
    settings.TIME_ZONE = "Pacific/Auckland"
    make_edition(at=at(2026, 2, 3, 18, 0))

    assert counts(client, "/archive/2026/02/") == {"/archive/2026/02/04/": 1}


def test_an_empty_paper_has_an_archive_all_the_same(client):
    assert client.get("/archive/").status_code == 200
