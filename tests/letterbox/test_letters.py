"""A letter is taken once, from our own page, filled in by hand, and not too often."""

import pytest
from django.test import RequestFactory

from articles.letterbox import senders

from .forms import Note, codes, posted, stamp_of_age


def test_a_letter_that_somebody_wrote_is_taken():
    letter = posted()

    assert letter.is_valid()
    assert letter.status == 200


def test_an_empty_form_is_made_with_a_stamp_and_kept_by_nobody():
    form = Note(RequestFactory().get("/note/"))

    assert form.next_stamp.count(":") == 2
    assert (form.status, form.headers) == (200, {"Cache-Control": "private, no-store"})


@pytest.mark.parametrize(
    ("age", "code"), [(0, "too-fast"), (1, "too-fast"), (5, ""), (3600, ""), (12 * 3600 + 5, "too-old")]
)
def test_a_stamp_is_good_neither_at_once_nor_for_ever(age, code):
    letter = posted(stamp=stamp_of_age(age))

    assert codes(letter) == ([code] if code else [])


def test_a_stamp_of_another_form_or_none_is_refused():
    other = stamp_of_age(purpose="report")

    assert codes(posted(stamp=other)) == ["no-stamp"]
    assert codes(posted(stamp="")) == ["no-stamp"]
    assert codes(posted(stamp="x:y:z")) == ["no-stamp"]


def test_a_post_that_is_no_letter_at_all_is_forbidden():
    letter = Note(RequestFactory().post("/note/", {}))

    assert (codes(letter), letter.status) == (["required", "no-stamp"], 403)


def test_a_nul_in_any_field_is_an_error_and_no_crash():
    fields = dict.fromkeys(("text", "stamp", "homepage"), "a\0b")

    assert posted(**fields).status in (400, 403)


def test_a_stamp_is_used_once():
    stamp = stamp_of_age()
    posted(stamp=stamp).is_valid()

    again = posted(stamp=stamp)

    assert codes(again) == ["used"]
    assert again.next_stamp != stamp


def test_a_letter_with_a_mistake_in_it_does_not_use_up_its_stamp():
    stamp = stamp_of_age()
    wrong = posted(stamp=stamp, text="far too long to be taken in here")

    assert codes(wrong) == ["max_length"]
    assert (wrong.next_stamp, wrong.status) == (stamp, 400)
    assert posted(stamp=wrong.next_stamp).is_valid()


def test_whoever_fills_in_what_is_not_seen_is_refused_and_what_was_typed_is_kept():
    letter = posted(homepage="https://example.com/pills")

    assert codes(letter) == ["trap"]
    assert letter["text"].value() == "The date is wrong"


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "https://elsewhere.example"},
        {"Origin": "null"},
        {"Origin": "https://testserver"},
        {"Referer": "https://elsewhere.example/page/"},
    ],
    ids=str,
)
def test_what_another_site_sends_is_refused(headers):
    letter = posted(headers=headers)

    assert (codes(letter), letter.status) == (["elsewhere"], 403)


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Sec-Fetch-Site": "same-origin", "Origin": "http://testserver"},
        {"Sec-Fetch-Site": "none"},
        {"Origin": "http://testserver"},
        {"Origin": "https://paper.example"},
        {"Referer": "http://testserver/note/"},
    ],
    ids=str,
)
def test_what_our_page_sends_is_taken_under_either_address_of_ours(settings, headers):
    settings.SITE_URL = "https://paper.example"

    assert codes(posted(headers=headers)) == []


def test_one_sender_is_heard_a_few_times_an_hour_and_others_still_are():
    for _ in range(Note.each):
        posted(address="203.0.113.7").is_valid()

    letter = posted(address="203.0.113.7")

    assert (codes(letter), letter.status, letter.headers["Retry-After"]) == (["too-many"], 429, "3600")
    assert posted(address="203.0.113.8").is_valid()


def test_a_customer_of_ipv6_is_one_sender_whatever_the_rest_of_the_address():
    for tail in range(Note.each):
        posted(address=f"2001:db8:1:2::{tail}").is_valid()

    assert codes(posted(address="2001:db8:1:2:ffff::1")) == ["too-many"]
    assert posted(address="2001:db8:1:3::1").is_valid()


def test_more_than_can_be_read_is_refused_whoever_sends_it():
    for _ in range(Note.altogether):
        posted().is_valid()

    assert codes(posted()) == ["too-busy"]


def test_a_letter_that_came_too_often_can_be_sent_later_with_the_same_stamp():
    for _ in range(Note.each):
        posted(address="203.0.113.7").is_valid()
    late = posted(address="203.0.113.7")
    late.is_valid()

    assert posted(stamp=late.next_stamp, address="203.0.113.9").is_valid()


def test_a_sender_has_one_name_today_and_another_once_the_salt_is_gone(monkeypatch):
    request = RequestFactory().post("/note/", REMOTE_ADDR="203.0.113.7")
    today = [senders.sender(request) for _ in range(2)]
    monkeypatch.setattr(senders, "kept", lambda name, make, seconds: make())

    assert today[0] == today[1]
    assert senders.sender(request) not in today


@pytest.mark.parametrize(
    ("proxies", "told", "who"),
    [
        (0, "203.0.113.1", "192.0.2.1"),
        (1, "203.0.113.1, 203.0.113.2", "203.0.113.2"),
        (2, "203.0.113.1, 203.0.113.2", "203.0.113.1"),
    ],
)
def test_behind_proxies_the_address_is_the_one_that_our_outermost_proxy_saw(settings, proxies, told, who):
    settings.PROXIES = proxies
    request = RequestFactory().post("/", headers={"X-Forwarded-For": told}, REMOTE_ADDR="192.0.2.1")

    assert senders._address(request) == who


def test_a_server_that_is_told_no_address_counts_only_all_together(settings):
    settings.PROXIES = 1

    taken = [posted().is_valid() for _ in range(Note.altogether)]

    assert all(taken)
    assert codes(posted()) == ["too-busy"]
