"""Asking for the digest, confirming, leaving: nothing before a confirmation, nothing left after."""

import re

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.core.management import call_command

from articles import subscribing
from articles.letterbox import stamps
from articles.models import Paper, Subscriber

from .people import asked, later, link_in, mails_to, offer, story, subscriber

pytestmark = pytest.mark.django_db
NOWHERE = "/2020/01/01/nothing-was-ever-here/"
TOKEN = "a" * 43


def test_an_address_gets_one_mail_to_confirm_and_nothing_else(client):
    offer()
    story()

    answer = asked(client, "ada@example.org")
    call_command("send_digest")

    assert (answer.status_code, answer["Location"]) == (302, "/digest/asked/")
    assert [message.subject for message in mail.outbox] == ["The Test Gazette: confirm your address"]
    assert Subscriber.objects.get().confirmed_at is None


def test_a_link_that_a_program_looks_at_confirms_nothing(client):
    offer()
    asked(client, "ada@example.org")

    answer = client.get(link_in(mail.outbox[0], "confirm"))

    assert answer.status_code == 200
    assert '<form method="post"' in answer.content.decode()
    assert Subscriber.objects.get().confirmed_at is None


def test_the_button_behind_the_link_confirms_once_and_says_so_again(client):
    offer()
    asked(client, "ada@example.org")
    link = link_in(mail.outbox[0], "confirm")

    answers = [client.post(link), client.get(link)]

    assert Subscriber.objects.get().confirmed_at
    assert all("You will get the digest" in answer.content.decode() for answer in answers)


@pytest.mark.parametrize("link", ["confirm", "leave"])
def test_no_link_of_a_mail_can_be_read_off_the_database(client, link):
    offer()
    asked(client, "ada@example.org")
    token = link_in(mail.outbox[0], "confirm").split("/")[-2]
    person = Subscriber.objects.get()
    secret = {"confirm": token, "leave": subscribing.leaving_token(person)}[link]

    assert secret not in map(str, vars(person).values())


def test_whoever_asks_twice_within_the_hour_is_answered_alike_and_written_to_once(client):
    offer()

    first, second = asked(client, "ada@example.org"), asked(client, "Ada@EXAMPLE.org")

    assert (first.status_code, first["Location"]) == (second.status_code, second["Location"])
    assert len(mail.outbox) == 1


def test_whoever_gets_it_already_is_answered_alike_and_told_by_mail(client, monkeypatch):
    offer()
    ada = subscriber("ada@example.org")
    later(monkeypatch, hours=2)

    answer = asked(client, "ada@example.org")

    ada.refresh_from_db()
    assert answer["Location"] == "/digest/asked/"
    assert mail.outbox[0].subject == "The Test Gazette: you get the digest already"
    assert ada.confirmed_at
    assert f"/digest/leave/{subscribing.leaving_token(ada)}/" in mail.outbox[0].body


def test_an_address_that_nobody_confirms_is_deleted(monkeypatch):
    offer()
    subscribing.ask("ada@example.org")
    subscriber("bea@example.org")
    later(monkeypatch, days=4)

    call_command("send_digest")

    assert list(Subscriber.objects.values_list("email", flat=True)) == ["bea@example.org"]


def test_a_link_to_leave_asks_first_since_programs_follow_links(client):
    ada = subscriber()

    answer = client.get(f"/digest/leave/{subscribing.leaving_token(ada)}/")

    assert '<form method="post"' in answer.content.decode()
    assert Subscriber.objects.filter(pk=ada.pk).exists()


@pytest.mark.parametrize("body", [{}, {"List-Unsubscribe": "One-Click"}])
def test_one_click_leaves_without_account_cookie_or_token_of_a_form(client, body):
    ada = subscriber()
    client.handler.enforce_csrf_checks = True

    answer = client.post(f"/digest/leave/{subscribing.leaving_token(ada)}/", body)

    assert (answer.status_code, answer.cookies) == (200, {})
    assert not Subscriber.objects.exists()


def test_who_has_left_is_told_so_as_often_as_they_ask(client):
    ada = subscriber()
    path = f"/digest/leave/{subscribing.leaving_token(ada)}/"

    answers = [client.post(path), client.post(path), client.get(path)]

    assert len({answer.content for answer in answers}) == 1
    assert "You are unsubscribed" in answers[0].content.decode()


def test_a_link_that_means_nobody_looks_like_one_whose_address_has_left(client):
    gone, path = subscriber(), f"/digest/leave/{TOKEN}/"
    left = client.post(f"/digest/leave/{subscribing.leaving_token(gone)}/").content.decode()

    assert client.get(path).content.decode() == left


@pytest.mark.parametrize("path", ["/digest/", "/digest/asked/", f"/digest/confirm/{TOKEN}/"])
def test_while_the_digest_is_off_there_is_no_page_to_ask_for_it(client, path):
    Paper.objects.create(digest_is_on=False)

    answer = client.get(path)

    assert answer.status_code == 404
    assert answer.content == client.get(NOWHERE).content


def test_one_can_leave_while_the_digest_is_off(client):
    ada = subscriber()

    client.post(f"/digest/leave/{subscribing.leaving_token(ada)}/")

    assert not Subscriber.objects.exists()


@pytest.mark.parametrize("is_on", [True, False])
def test_the_footer_leads_to_the_digest_while_there_is_one(client, is_on):
    Paper.objects.create(digest_is_on=is_on)

    assert ('href="/digest/"' in client.get("/").content.decode()) == is_on


@pytest.mark.parametrize(
    ("typed", "status"), [({"email": "ada"}, 400), ({"email": ""}, 400), ({"homepage": "x"}, 400), ({"stamp": ""}, 403)]
)
def test_what_is_wrong_with_a_form_is_said_and_nobody_is_written_to(client, typed, status):
    offer()

    answer = asked(client, **{"email": "ada@example.org", **typed})

    assert answer.status_code == status
    assert "It was not sent" in answer.content.decode()
    assert (mail.outbox, Subscriber.objects.count()) == ([], 0)


def test_while_no_mail_can_be_sent_the_page_says_so_and_another_try_counts(client, monkeypatch):
    offer()
    with monkeypatch.context() as broken:
        broken.setattr(EmailBackend, "send_messages", _refuse)
        answer = asked(client, "ada@example.org")
    stamp = re.search(r'name="stamp" value="([^"]+)"', answer.content.decode())[1]
    monkeypatch.setattr(stamps, "SOONEST", 0)

    again = asked(client, "ada@example.org", stamp=stamp)

    assert answer.status_code == 503
    assert "could not be sent" in answer.content.decode()
    assert again.status_code == 302
    assert len(mails_to("ada@example.org")) == 1


def _refuse(self, messages):
    raise ConnectionRefusedError(111, "Connection refused")


@pytest.mark.parametrize("name", ["confirm", "leave"])
def test_the_pages_behind_a_link_are_kept_by_nobody_and_told_to_nobody(client, name):
    offer()
    subscribing.ask("ada@example.org")
    asked(client, "bea@example.org")
    token = {
        "confirm": link_in(mail.outbox[-1], "confirm").split("/")[-2],
        "leave": subscribing.leaving_token(Subscriber.objects.first()),
    }[name]

    answer = client.get(f"/digest/{name}/{token}/")

    assert answer["Cache-Control"] == "private, no-store"
    assert answer["Referrer-Policy"] == "no-referrer"
    assert answer["X-Robots-Tag"] == "noindex, nofollow"
    assert not answer.cookies
