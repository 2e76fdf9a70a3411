"""The mail as it is: headers, both parts, the language of the paper, and nothing that watches who reads it."""

import re

import pytest
from django.core import mail
from django.core.management import call_command

from articles import subscribing
from tests.factories import make_author, make_image

from .people import link_in, offer, story, subscriber

pytestmark = [pytest.mark.django_db, pytest.mark.once]


@pytest.fixture
def sent():
    """The mail to one subscriber, of a day with something of everything."""
    offer(digest_sender="paper@example.org", name="The Gazette")
    story("The lead of the day", weight=2, lead=make_image(alt="A teal field"), standfirst="It matters to all.")
    for number in ("first", "second", "third"):
        story(f"What follows it, {number}")
    for name in ("Ada Reed", "Ben Cole"):
        story(f"What {name} thinks", hours=5, kind="opinion", bylines=[(make_author(name), "")])
    story("In one line", hours=5, weight=5)
    story("نجّار قوارب", hours=6, slug="boats", language="ar")
    ada = subscriber("ada@example.org")
    call_command("send_digest")
    return ada, mail.outbox[0]


def html(message):
    return message.alternatives[0][0]


def test_it_comes_from_the_paper_and_says_what_it_leads_with(sent):
    _, message = sent

    assert message.from_email == "The Gazette <paper@example.org>"
    assert message.subject == "The Gazette: The lead of the day"


def test_a_mail_program_can_unsubscribe_with_one_click(sent, client):
    ada, message = sent
    address = f"http://127.0.0.1:8000/digest/leave/{subscribing.leaving_token(ada)}/"

    assert message.extra_headers["List-Unsubscribe"] == f"<{address}>"
    assert message.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert f'href="{address}"' in html(message)
    assert client.get(link_in(message, "leave")).status_code == 200


def test_the_same_mail_has_the_same_message_id_whenever_it_is_made(sent):
    _, message = sent

    assert re.fullmatch(r"<digest-\d{4}-\d\d-\d\d\.[0-9a-f]{24}@127\.0\.0\.1>", message.extra_headers["Message-ID"])


def test_it_is_arranged_as_the_front_is(sent):
    _, message = sent
    order = ["The lead of the day", "What follows it, third", "Opinion", "Ada Reed thinks", "In brief", "In one line"]

    for text in (message.body, html(message)):
        places = [text.index(words, 500 if text.startswith("<!") else 0) for words in order]
        assert places == sorted(places)


def test_nothing_in_it_watches_who_reads_it(sent):
    _, message = sent
    addresses = re.findall(r'(?:href|src)="([^"]+)"', html(message))

    assert all(address.startswith("http://127.0.0.1:8000/") for address in addresses)
    assert not [address for address in addresses if "?" in address]
    assert "<script" not in html(message)
    assert html(message).count("<img") == 1


def test_it_reads_well_with_pictures_off(sent):
    _, message = sent

    assert 'alt="A teal field"' in html(message)


def test_a_story_in_another_language_says_so(sent):
    _, message = sent

    assert re.search(r'lang="ar" dir="rtl"[^>]*><a href="[^"]+"[^>]*>نجّار قوارب', html(message))


def test_the_text_is_wrapped_and_every_link_stands_alone(sent):
    _, message = sent
    lines = message.body.splitlines()

    assert [line for line in lines if len(line) > 72 and "http" not in line] == []
    assert all(line.split() == [line.strip()] for line in lines if "http" in line)


@pytest.mark.parametrize(
    ("language", "words"), [("fr", "Se désabonner"), ("es", "Darse de baja"), ("ar", "إلغاء الاشتراك")]
)
def test_it_speaks_the_language_of_the_paper(settings, language, words):
    settings.LANGUAGE_CODE = language
    offer()
    story(language=language)
    subscriber()

    call_command("send_digest")

    assert words in html(mail.outbox[0])
    assert words in mail.outbox[0].body
    assert f'<html lang="{language}"' in html(mail.outbox[0])


def test_a_headline_cannot_write_headers_or_markup(client):
    offer()
    story("Ferry\r\nBcc: everybody@example.org <b>sold</b>")
    subscriber()

    call_command("send_digest")

    message = mail.outbox[0]
    assert "\n" not in message.subject
    assert "<b>" not in html(message)
    assert message.recipients() == message.to
