"""What a reader gets when there is nothing, and when something broke."""

import pytest
from django.db import OperationalError
from django.test import RequestFactory

from articles.models import Page, Section
from articles.views import errors
from tests.factories import make_edition


@pytest.mark.django_db
def test_not_found_is_friendly_and_not_indexed(client):
    edition = make_edition()

    answer = client.get("/nothing/")
    html = answer.content.decode()

    assert answer.status_code == 404
    assert "There is no page at this address" in html
    assert edition.headline in html
    assert '<meta name="robots" content="noindex">' in html


def test_what_broke_needs_no_database():
    answer = errors.server_error(RequestFactory().get("/"))

    assert answer.status_code == 500
    assert "Something broke" in answer.content.decode()
    assert answer["Cache-Control"] == "no-store"


def test_what_broke_does_without_a_list_of_static_files(monkeypatch):
    def missing(name):
        raise ValueError("Missing staticfiles manifest entry")

    monkeypatch.setattr(errors, "static", missing)

    assert "stylesheet" not in errors.server_error(RequestFactory().get("/")).content.decode()


@pytest.mark.django_db
def test_not_ready_while_the_database_is_away(client, monkeypatch):
    def away():
        raise OperationalError("no connection")

    monkeypatch.setattr(Section.objects, "exists", away)

    assert client.get("/readyz").status_code == 503


@pytest.mark.django_db
def test_a_page_about_the_paper_is_clean_whoever_wrote_it(client):
    Page.objects.create(title="Contact", slug="contact", body="<p>Write</p><script>alert(1)</script>")

    html = client.get("/about/contact/").content.decode()

    assert "<p>Write</p>" in html
    assert "<script>alert" not in html


NUL = ["/tag/a%00b/", "/author/%00/", "/section/a%00/feeds/rss.xml", "/2026/01/01/a%00b/", "/?page=%00", "/%00"]


@pytest.mark.django_db
@pytest.mark.parametrize("path", NUL)
def test_an_address_that_holds_a_nul_is_like_any_that_is_not_there(client, path):
    make_edition()
    usual, answer = client.get("/nothing/"), client.get(path)

    assert (answer.status_code, answer.content, answer.headers) == (404, usual.content, usual.headers)


@pytest.mark.django_db
@pytest.mark.parametrize("path", NUL)
def test_an_address_that_holds_a_nul_is_looked_up_nowhere(client, path, django_assert_num_queries):
    make_edition()

    with django_assert_num_queries(2):  # the chrome and the latest, for the page that says so
        client.get(path)
