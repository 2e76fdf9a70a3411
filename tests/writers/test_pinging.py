"""A WebSub hub is told of every change of a feed: from an outbox, again if need be, and of nothing that is secret."""

import threading
from contextlib import contextmanager
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from io import StringIO
from urllib.parse import parse_qs
from xml.etree import ElementTree

import pytest
from django.core.checks import run_checks
from django.core.management import CommandError, call_command
from django.db import transaction
from django.utils import timezone

from articles import pinging, publishing
from articles.models import Ping
from tests.factories import WAIVED, make_article, make_author, make_edition, make_section
from tests.reader.papers import correct, rewrite

pytestmark = pytest.mark.django_db
SITE = "http://127.0.0.1:8000"


class Hub(BaseHTTPRequestHandler):
    def do_POST(self):
        told = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
        self.server.heard.append(told)
        failing = any(part in told["hub.url"][0] for part in self.server.failing)
        self.send_response(503 if failing else 204)
        self.end_headers()

    def log_message(self, *args):
        """Quiet."""


@contextmanager
def listening():
    server = HTTPServer(("127.0.0.1", 0), Hub)
    server.heard, server.failing = [], ()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture
def hub(settings):
    with listening() as server:
        settings.WEBSUB_HUB = f"http://127.0.0.1:{server.server_address[1]}/"
        yield server


def heard(hub):
    """The pages whose feeds the hub was told of; it is told of all their forms."""
    topics = [told["hub.url"][0].removeprefix(SITE) for told in hub.heard]
    pages = {topic.rpartition("feeds/")[0] for topic in topics}
    assert {f"{page}feeds/{form}" for page in pages for form in pinging.FORMS} == set(topics)
    return pages


def story(**fields):
    return make_edition(**{"section": make_section("Harbour"), "tags": ["Ferry"], **fields})


def test_without_a_hub_nothing_is_written_and_feeds_name_none(client):
    story()

    assert not Ping.objects.exists()
    assert "Link" not in client.get("/feeds/atom.xml").headers
    assert b"hub" not in client.get("/feeds/atom.xml").content


def test_the_hub_is_told_of_every_feed_that_has_the_story(hub):
    story()

    counts = pinging.deliver()

    assert counts == {"told": 1, "failed": 0, "given up": 0}
    assert heard(hub) == {"/", "/section/harbour/", "/tag/ferry/", "/author/isla-wren/"}
    assert {told["hub.mode"][0] for told in hub.heard} == {"publish"}
    assert not Ping.objects.exists()


def test_what_was_told_is_not_told_again(hub):
    story()
    pinging.deliver()
    before = len(hub.heard)

    pinging.deliver()

    assert len(hub.heard) == before


def test_two_stories_of_one_section_are_one_word_to_the_hub(hub):
    story()
    story(headline="Another one of the harbour", tags=[])

    pinging.deliver()

    topics = [told["hub.url"][0] for told in hub.heard]
    assert len(set(topics)) == len(topics)


def test_the_feeds_that_a_story_leaves_are_told_of_too(hub):
    first = story()
    pinging.deliver()
    hub.heard.clear()
    rewrite(first, section=make_section("Council"))

    pinging.deliver()

    assert {"/section/harbour/", "/section/council/"} <= heard(hub)


def test_a_correction_is_told_of_on_its_own_page_too(hub):
    correct(story())

    pinging.deliver()

    assert "/corrections/" in heard(hub)


@pytest.mark.parametrize("end", ["unpublished", "killed"])
def test_a_story_that_is_taken_back_is_told_of(hub, end):
    edition = story()
    pinging.deliver()
    hub.heard.clear()
    if end == "killed":
        publishing.kill(edition.article, by=None, notice="Withdrawn.", reason="Court")
    else:
        publishing.unpublish(edition.article, by=None)

    pinging.deliver()

    assert "/tag/ferry/" in heard(hub)


def test_a_scheduled_story_is_told_of_when_it_opens_and_not_before(hub):
    opening = timezone.now() + timedelta(hours=1)
    publishing.publish(make_article(tags=["Secret"]), by=None, at=opening, waive=WAIVED)

    pinging.deliver()
    before = list(hub.heard)
    pinging.deliver(now=opening + timedelta(seconds=1))

    assert before == []
    assert "/tag/secret/" in heard(hub)


def test_a_schedule_that_was_cancelled_is_never_told_of(hub):
    opening = timezone.now() + timedelta(hours=1)
    article = make_article(tags=["Secret"])
    publishing.publish(article, by=None, at=opening, waive=WAIVED)
    publishing.cancel(article, by=None)

    pinging.deliver(now=opening + timedelta(hours=1))

    assert hub.heard == []
    assert not Ping.objects.exists()


def test_unpublishing_what_nobody_saw_tells_nothing(hub):
    article = make_article(tags=["Secret"])
    publishing.publish(article, by=None, at=timezone.now() + timedelta(hours=1), waive=WAIVED)
    publishing.unpublish(article, by=None)

    pinging.deliver(now=timezone.now() + timedelta(hours=2))

    assert hub.heard == []


def test_what_is_rolled_back_is_not_told(hub):
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        story()
        raise ZeroDivisionError

    assert not Ping.objects.exists()


def test_a_hub_that_refuses_is_asked_again_later_each_time(hub):
    hub.failing = ("/tag/",)
    story()
    now, pauses = timezone.now(), []
    for _ in range(3):
        assert pinging.deliver(now=now)["failed"] == 1
        due = Ping.objects.get().due
        pauses.append(due - now)
        now = due

    assert pauses == [timedelta(minutes=minutes) for minutes in (1, 2, 4)]
    hub.failing = ()
    assert pinging.deliver(now=now)["told"] == 1


def test_a_story_whose_feeds_were_all_told_does_not_wait_for_another_one(hub):
    hub.failing = ("/tag/ferry/",)
    story()
    story(headline="Another one of the harbour", tags=["Pier"])

    assert pinging.deliver() == {"told": 1, "failed": 1, "given up": 0}


def test_a_hub_that_never_answers_is_given_up(hub):
    hub.failing = ("/",)
    story()
    Ping.objects.update(tries=pinging.TRIES - 1)

    assert pinging.deliver()["given up"] == 1
    assert not Ping.objects.exists()


@pytest.mark.parametrize("address", ["http://127.0.0.1:9/", "http://nowhere.invalid/"])
def test_a_hub_that_is_not_there_stops_nothing(settings, address):
    settings.WEBSUB_HUB = address
    story()

    assert pinging.deliver()["failed"] == 1


def test_a_hub_is_given_its_time_and_no_more(settings, monkeypatch):
    asked = {}
    settings.WEBSUB_HUB = "https://hub.example/"
    monkeypatch.setattr(pinging, "urlopen", lambda request, timeout: asked.update(timeout=timeout) or listening())
    monkeypatch.setattr(pinging, "FORMS", ("rss.xml",))
    story(tags=[], bylines=[], section=None)

    pinging.deliver()

    assert asked == {"timeout": pinging.SECONDS}


def test_publishing_asks_nothing_of_a_hub(hub):
    story()

    assert hub.heard == []


def test_feeds_name_the_hub_and_themselves(client, hub, settings):
    make_edition(bylines=[(make_author(), "")])

    for form in pinging.FORMS:
        answer = client.get(f"/feeds/{form}")
        assert answer["Link"] == f'<{settings.WEBSUB_HUB}>; rel="hub", <{SITE}/feeds/{form}>; rel="self"'
        assert settings.WEBSUB_HUB in answer.content.decode()
        known = client.get(f"/feeds/{form}", headers={"If-None-Match": answer["ETag"]})
        assert (known.status_code, known["Link"]) == (304, answer["Link"])
    links = ElementTree.fromstring(client.get("/feeds/atom.xml").content).findall("{http://www.w3.org/2005/Atom}link")
    assert {link.get("rel") for link in links} == {"alternate", "self", "hub"}


def test_the_command_says_what_it_did(hub):
    hub.failing = ("/tag/",)
    story()
    story(headline="Another one of the harbour", tags=[])
    out = StringIO()

    call_command("ping_hub", stdout=out)

    assert out.getvalue() == "Stories: 1 told, 1 failed\n"


def test_the_command_says_what_to_type_where_there_is_no_hub():
    with pytest.raises(CommandError, match="WEBSUB_HUB=https://"):
        call_command("ping_hub")


def test_a_hub_that_is_no_address_is_told_by_check(settings):
    settings.WEBSUB_HUB = "file:///etc/passwd"

    assert "newsroom.E005" in {found.id for found in run_checks()}
