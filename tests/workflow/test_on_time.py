"""A story scheduled for T: nowhere a second before, everywhere a second after, with nothing running but the server."""

from datetime import UTC, datetime, timedelta
from unittest import mock
from zoneinfo import ZoneInfo

import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.test import RequestFactory

from articles import publishing
from articles.text import clock
from newsroom.door import Door
from tests.factories import make_article, make_section
from tests.reader.papers import whole_paper

pytestmark = [pytest.mark.django_db, pytest.mark.once]
SECOND = timedelta(seconds=1)
SLUG = "the-night-the-clocks-changed"
# zone: (first minute after the clocks went forward, a time that comes twice when they go back)
CHANGES = {
    "Europe/London": ("2027-03-28T02:00", "2027-10-31T01:30"),
    "America/New_York": ("2027-03-14T03:00", "2027-11-07T01:30"),
    "Australia/Lord_Howe": ("2027-10-03T02:30", "2027-04-04T01:45"),
}
MOMENTS = [
    pytest.param(zone, moment, id=f"{zone} {moment.isoformat()}")
    for zone, times in CHANGES.items()
    for time in times
    for moment in clock.resolve(datetime.fromisoformat(time), ZoneInfo(zone))
]


def test_the_times_of_this_file_are_at_the_changes():
    readings = {
        zone: [len(clock.resolve(datetime.fromisoformat(time), ZoneInfo(zone))) for time in times]
        for zone, times in CHANGES.items()
    }

    assert readings == {zone: [1, 2] for zone in CHANGES}


class Server:
    """The server with its door, at a time of ours."""

    def __init__(self):
        self.now = None
        self.door = Door(WSGIHandler(), clock=lambda: self.now.timestamp())

    def get(self, path):
        with mock.patch("django.utils.timezone.now", lambda: self.now):
            answer = self.door(RequestFactory().get(path).environ, lambda *_: None)
            body = b"".join(answer)
        return body.decode()


def surfaces(edition):
    """{address: what stands there once readers have the story}; years and months lead to its day."""
    day = edition.path[:12]
    lists = ("/section/harbour/", "/tag/harbour/", "/author/isla-wren/")
    archive = {f"/archive{day[:6]}": f"/archive{day[:9]}", f"/archive{day[:9]}": f"/archive{day}"}
    feeds = [f"{path}feeds/{form}" for path in ("/", *lists) for form in ("rss.xml", "atom.xml", "feed.json")]
    sitemaps = (f"/sitemap-{day[1:5]}-{day[6:8]}.xml", "/news-sitemap.xml")
    places = (edition.path, edition.data_path, "/", *lists, f"/archive{day}", *feeds, *sitemaps)
    return archive | dict.fromkeys(places, SLUG)


def shown(server, places):
    return [path for path, mark in places.items() if mark in server.get(path)]


@pytest.mark.parametrize(("zone", "moment"), MOMENTS)
def test_a_scheduled_story_opens_to_the_second_on_every_surface(settings, zone, moment):
    settings.TIME_ZONE = zone
    server = Server()
    whole_paper()
    article = make_article(slug=SLUG, tags=["Harbour"], section=make_section("Harbour"), weight=1)
    edition = publishing.publish(article, by=None, at=moment)
    places = surfaces(edition)

    server.now = edition.live_from - SECOND
    before = shown(server, places)
    server.now = edition.live_from + SECOND
    after = shown(server, places)

    assert before == []
    assert after == list(places)


@pytest.mark.parametrize(("zone", "moment"), MOMENTS)
def test_a_story_leaves_to_the_second_on_every_surface(settings, zone, moment):
    settings.TIME_ZONE = zone
    server = Server()
    whole_paper()
    article = make_article(slug=SLUG, tags=["Harbour"], section=make_section("Harbour"), weight=1)
    edition = publishing.publish(article, by=None, at=moment.astimezone(UTC) - timedelta(minutes=10), until=moment)
    places = surfaces(edition)

    server.now = edition.live_until - SECOND
    before = shown(server, places)
    server.now = edition.live_until + SECOND
    after = shown(server, places)

    assert before == list(places)
    assert after == []
