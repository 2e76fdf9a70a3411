"""“Report an error”: what a reader writes reaches the desk, and tells nobody what readers may not see."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from articles.models import Report
from articles.views.report import ReportForm
from tests.factories import make_article, make_edition
from tests.letterbox.forms import stamp_of_age

from .papers import hide

pytestmark = pytest.mark.django_db


def typed(**fields):
    return {"text": "The vote was 14 to 11.", "stamp": stamp_of_age(purpose="report"), **fields}


def without_stamp(response):
    return re.sub(r'name="stamp" value="[^"]*"', "", response.content.decode())


def test_a_story_leads_to_the_form_and_the_form_back_to_the_story(client):
    edition = make_edition()
    link = f"/report/?story={edition.path}"

    assert f'href="{link}"' in client.get(edition.path).content.decode()
    assert f'<a href="{edition.path}">{edition.headline}</a>' in client.get(link).content.decode()


def test_what_is_sent_stands_before_the_desk_with_the_edition_that_was_read(client):
    edition = make_edition()
    told = typed(story=edition.path, passage="12 to 11", name="Ada", email="ada@example.org")

    answer = client.post("/report/", told)

    report = Report.objects.get()
    assert (answer.status_code, answer["Location"]) == (302, "/report/thanks/")
    assert (report.article, report.edition, report.outcome) == (edition.article, edition, "open")
    assert (report.text, report.passage) == ("The vote was 14 to 11.", "12 to 11")
    assert (report.name, report.email) == ("Ada", "ada@example.org")


def test_nobody_is_given_a_cookie_and_nobody_keeps_the_form(client):
    answers = [client.get("/report/"), client.post("/report/", typed()), client.get("/report/thanks/")]

    assert not client.cookies
    assert answers[0]["Cache-Control"] == "private, no-store"
    assert "Vary" not in answers[0]


def test_a_report_needs_no_csrf_token_but_its_stamp():
    client = Client(enforce_csrf_checks=True)

    assert client.post("/report/", typed(stamp="")).status_code == 403
    assert client.post("/report/", typed()).status_code == 302


def test_what_was_typed_is_kept_when_something_is_wrong_with_it(client):
    edition = make_edition()
    wrong = typed(story=edition.path, text="", passage="<b>12</b>", name="Ada", email="ada at example")

    answer = client.post("/report/", wrong)
    html = answer.content.decode()

    assert answer.status_code == 400
    assert not Report.objects.exists()
    assert "&lt;b&gt;12&lt;/b&gt;</textarea>" in html
    assert 'value="Ada"' in html
    assert 'value="ada at example"' in html
    assert f'name="story" value="{edition.path}"' in html
    assert '<a href="#id_text">What is wrong?</a> Say what is wrong.' in html
    assert 'aria-describedby="id_email_wrong id_email_hint" aria-invalid="true"' in html


@pytest.mark.parametrize(
    ("field", "value"), [("text", "x" * 4001), ("passage", "x" * 1001), ("name", "x" * 121), ("email", "a" * 400)]
)
def test_nothing_longer_than_there_is_room_for_is_taken(client, field, value):
    assert client.post("/report/", typed(**{field: value})).status_code == 400
    assert not Report.objects.exists()


def test_whoever_sends_many_is_told_when_to_come_back(client):
    for _ in range(ReportForm.each):
        client.post("/report/", typed())

    answer = client.post("/report/", typed(text="One more thing."))

    assert (answer.status_code, answer["Retry-After"]) == (429, "3600")
    assert "One more thing.</textarea>" in answer.content.decode()
    assert Report.objects.count() == ReportForm.each


def test_a_form_is_sent_once(client):
    told = typed()
    client.post("/report/", told)

    answer = client.post("/report/", told)

    assert answer.status_code == 400
    assert "has arrived" in answer.content.decode()
    assert Report.objects.count() == 1


@pytest.mark.parametrize("kind", ["draft", "scheduled", "unpublished", "never"])
def test_the_form_of_a_story_that_readers_cannot_see_is_the_form_of_none(client, kind):
    path = "/2020/01/01/nothing-was-ever-here/"
    if kind == "draft":
        path = f"/{timezone.now():%Y/%m/%d}/{make_article(slug='being-written').slug}/"
    elif kind == "scheduled":
        path = make_edition(at=timezone.now() + timedelta(days=1)).path
    elif kind == "unpublished":
        edition = make_edition()
        hide(edition)
        path = edition.path

    assert without_stamp(client.get("/report/", {"story": path})) == without_stamp(client.get("/report/"))
    client.post("/report/", typed(story=path))
    assert Report.objects.get().article is None


def test_the_form_speaks_the_language_of_its_story(client):
    french = make_edition(language="fr", headline="Le bac est gratuit pour les élèves")
    arabic = make_edition(language="ar", headline="صانع القوارب")

    assert "Signaler une erreur" in client.get(f"/report/?story={french.path}").content.decode()
    wrong = client.post("/report/", typed(text="", story=french.path)).content.decode()
    assert "Dites ce qui est faux." in wrong
    assert '<html lang="ar" dir="rtl">' in client.get(f"/report/?story={arabic.path}").content.decode()


def test_reading_the_form_asks_the_database_twice(client, django_assert_num_queries):
    edition = make_edition()
    client.get("/")

    with django_assert_num_queries(2):
        client.get(f"/report/?story={edition.path}")


@pytest.mark.django_db(transaction=True)
def test_the_desk_is_told_by_mail_if_it_wants_to_be(client, settings):
    settings.DESK_EMAIL = "desk@example.org"
    edition = make_edition(headline="The ferry\nis sold")

    client.post("/report/", typed(story=edition.path, passage="12 to 11", email="ada@example.org"))

    (message,) = mail.outbox
    assert (message.to, message.subject) == (["desk@example.org"], "Error reported: The ferry is sold")
    assert "> 12 to 11\n\nThe vote was 14 to 11." in message.body
    assert f"/admin/articles/report/{Report.objects.get().pk}/change/" in message.body
    assert "ada@example.org" not in message.body


@pytest.mark.django_db(transaction=True)
def test_no_mail_is_sent_by_default(client):
    client.post("/report/", typed())

    assert Report.objects.exists()
    assert mail.outbox == []


@pytest.mark.django_db(transaction=True)
def test_a_mail_that_cannot_be_sent_loses_no_report(client, settings, monkeypatch):
    settings.DESK_EMAIL = "desk@example.org"

    def refuse(*args, **kwargs):
        raise ConnectionRefusedError

    monkeypatch.setattr("articles.reports.send_mail", refuse)

    assert client.post("/report/", typed()).status_code == 302
    assert Report.objects.exists()
