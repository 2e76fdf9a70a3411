"""The door hands out a page only while it is certainly the page Django would make."""

import io

import pytest
from django.contrib.admin.models import ADDITION, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.core.handlers.wsgi import WSGIHandler
from django.utils import timezone

from articles import editing, publishing
from articles.models import Paper, Section, Transition
from newsroom.door import MOST, Door, paper_stamp
from tests.factories import make_article, make_edition, make_user

PUBLIC = [("ETag", '"a"'), ("Cache-Control", "public, max-age=60"), ("Content-Length", "4")]


class Application:
    """Answers with what it is told to, and counts how often it was asked."""

    def __init__(self, headers=PUBLIC, status="200 OK", takes=lambda: None):
        self.asked, self.headers, self.status, self.takes = 0, headers, status, takes

    def __call__(self, environ, start_response):
        self.asked += 1
        self.takes()
        start_response(self.status, list(self.headers))
        return [b"page"]


class Clock:
    def __init__(self):
        self.now = 1000.0

    def go(self, seconds):
        self.now += seconds

    def __call__(self):
        return self.now


def ask(door, path="/", method="GET", query="", **headers):
    said = []
    environ = {"REQUEST_METHOD": method, "PATH_INFO": path, "QUERY_STRING": query, "HTTP_HOST": "testserver", **headers}
    body = b"".join(door(environ, lambda status, headers, *_: said.append((status, dict(headers)))))
    return (*said[0], body)


def test_a_page_is_made_once():
    application = Application()
    door = Door(application, stamp=lambda: (1, 1))

    answers = [ask(door) for _ in range(3)]

    assert application.asked == 1
    assert {body for _, _, body in answers} == {b"page"}


def test_a_new_stamp_makes_the_page_again():
    application, stamps = Application(), iter([(1, 1), (2, 1)])
    door = Door(application, stamp=lambda: next(stamps))
    ask(door)

    ask(door)

    assert application.asked == 2


def test_a_page_is_not_kept_past_its_max_age():
    application, clock = Application(), Clock()
    door = Door(application, stamp=lambda: (1, 1), clock=clock)
    ask(door)
    clock.now += 60

    ask(door)

    assert application.asked == 2


def test_the_time_it_takes_to_make_a_page_is_part_of_its_max_age():
    clock = Clock()
    application = Application(takes=lambda: clock.go(5))
    door = Door(application, stamp=lambda: (1, 1), clock=clock)
    ask(door)
    clock.go(55)

    ask(door)

    assert application.asked == 2


def test_a_kept_page_says_its_age():
    clock = Clock()
    door = Door(Application(), stamp=lambda: (1, 1), clock=clock)
    ask(door)
    clock.now += 25

    assert ask(door)[1]["Age"] == "25"


def test_a_known_page_is_answered_with_304():
    door = Door(Application(), stamp=lambda: (1, 1))
    ask(door)

    status, headers, body = ask(door, HTTP_IF_NONE_MATCH='"a"')

    assert (status, body) == ("304 Not Modified", b"")
    assert "Content-Length" not in headers


@pytest.mark.parametrize(
    "answer",
    [
        {"headers": [*PUBLIC, ("Set-Cookie", "a=b")]},
        {"headers": [*PUBLIC, ("Vary", "Cookie")]},
        {"headers": [("ETag", '"a"'), ("Cache-Control", "private, max-age=60")]},
        {"headers": [("ETag", '"a"'), ("Cache-Control", "public, max-age=0")]},
        {"headers": [("Cache-Control", "public, max-age=60")]},
        {"status": "404 Not Found"},
        {"status": "301 Moved Permanently"},
    ],
)
def test_what_is_not_for_everybody_is_never_kept(answer):
    application = Application(**answer)
    door = Door(application, stamp=lambda: (1, 1))
    ask(door)

    ask(door)

    assert application.asked == 2


@pytest.mark.parametrize(
    "question",
    [
        {"path": "/admin/"},
        {"method": "POST"},
        {"method": "HEAD"},
        {"query": "utm_source=x"},
        {"query": "page=1&x=2"},
        {"path": "/pictures/a.webp"},
        {"path": "/2026/11/28/a-story/card-0123456789abcdef.jpg"},
        {"path": "/readyz"},
    ],
)
def test_what_is_not_a_reader_s_page_goes_straight_to_django(question):
    application = Application()
    door = Door(application, stamp=lambda: (1, 1))
    ask(door, **question)

    ask(door, **question)

    assert application.asked == 2


def test_pages_of_other_hosts_and_schemes_are_kept_apart():
    application = Application()
    door = Door(application, stamp=lambda: (1, 1))

    for other in ({}, {"HTTP_HOST": "other"}, {"HTTP_X_FORWARDED_PROTO": "https"}):
        ask(door, **other)

    assert application.asked == 3


def test_the_oldest_pages_make_room():
    door = Door(Application(), stamp=lambda: (1, 1))

    for number in range(MOST + 20):
        ask(door, f"/tag/{number}/")

    assert len(door._pages) == MOST


def test_without_an_answering_database_django_is_asked():
    application = Application()
    door = Door(application, stamp=lambda: None)
    ask(door)

    assert ask(door)[2] == b"page"
    assert application.asked == 2


@pytest.mark.django_db(transaction=True)  # a request that ends closes what a test's transaction holds open
class TestTheNewsroomBehindTheDoor:
    @pytest.fixture
    def door(self):
        return Door(WSGIHandler())

    def front(self, door):
        return ask(door, **{"wsgi.input": io.BytesIO(), "SERVER_NAME": "testserver", "SERVER_PORT": "80"})[2].decode()

    def test_the_first_reader_after_a_publication_gets_it(self, door):
        make_edition(headline="The old story")
        self.front(door)

        make_edition(headline="A story just in")

        assert "A story just in" in self.front(door)

    def test_the_first_reader_after_a_change_of_the_paper_s_settings_gets_it(self, door):
        make_edition()
        self.front(door)

        Paper.objects.create(name="The Skerrin Star")

        assert "The Skerrin Star" in self.front(door)

    def test_the_first_reader_after_a_withdrawal_does_not_get_it(self, door):
        article = make_article(headline="Gone in a minute")
        publishing.publish(article, by=None)
        assert "Gone in a minute" in self.front(door)

        publishing.unpublish(article, by=None)

        assert "Gone in a minute" not in self.front(door)

    def test_a_section_renamed_in_the_admin_is_renamed_for_readers(self, door):
        edition = make_edition()
        self.front(door)
        Section.objects.filter(pk=edition.section_id).update(name="Harbour news")

        LogEntry.objects.create(
            user=make_user(),
            content_type=ContentType.objects.get_for_model(Section),
            object_repr="x",
            action_flag=ADDITION,
        )

        assert "Harbour news" in self.front(door)

    def test_an_act_that_ends_after_a_later_one_makes_pages_again(self, door):
        told = {"article": make_article(), "action": "killed", "at": timezone.now()}
        Transition.objects.create(pk=2_000_000, **told)
        stamp = paper_stamp()

        Transition.objects.create(pk=1_999_999, **told)

        assert paper_stamp() != stamp

    def test_work_on_the_desk_does_not_make_pages_again(self, door):
        article = make_article()
        publishing.publish(article, by=None)
        stamp = paper_stamp()

        editing.save(article, {"kicker": "Ferry"}, by=None, base_version=1)

        assert paper_stamp() == stamp
