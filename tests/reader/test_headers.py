"""The headers that keep other sites out stand on every answer, whichever part of the server gives it."""

import pytest

from articles.models import Paper, Tag
from newsroom import csp
from tests.factories import make_edition

from .papers import everything, forms, whole_paper

pytestmark = [pytest.mark.django_db, pytest.mark.once]
GUARDS = {
    "X-Frame-Options": "DENY",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


@pytest.fixture
def site(client, settings, tmp_path):
    """A client of a server that has a static file."""
    settings.STATIC_ROOT = tmp_path / "static"
    settings.STATIC_ROOT.mkdir()
    (settings.STATIC_ROOT / "site.css").write_text("p { color: red }")
    return client


def answers(site):
    """An answer of every status, by what it is."""
    edition = whole_paper()
    Tag.objects.get(slug="harbour").aliases.create(name="Port", slug="port", key="port")
    paths = {
        **everything(edition),
        **forms(edition),
        "picture": edition.picture["wide"][0]["url"],
        "static": "/static/site.css",
    }
    return {
        **{name: site.get(path) for name, path in paths.items()},
        "moved": site.get("/tag/port/"),
        "slash": site.get(edition.path.rstrip("/")),
        "known": site.get("/", headers={"If-None-Match": site.get("/")["ETag"]}),
        "known static": site.get("/static/site.css", headers={"If-None-Match": site.get("/static/site.css")["ETag"]}),
        "refused": site.get("/", headers={"Host": "elsewhere.example"}),
    }


def test_every_answer_keeps_other_sites_out(site):
    given = answers(site)
    picture = given.pop("picture")

    assert picture["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert {answer.status_code for answer in given.values()} == {200, 301, 304, 400, 404}
    for name, answer in given.items():
        assert {header: answer.get(header) for header in GUARDS} == GUARDS, name


def test_every_answer_says_what_it_may_load(site):
    given = answers(site)

    assert given.pop("picture")["Content-Security-Policy"] == "default-src 'none'; sandbox"
    for name, answer in given.items():
        directives = answer.get("Content-Security-Policy", "").split("; ")
        assert {one.split()[0] for one in directives if one} == csp.PUBLIC.keys(), name


def test_a_page_asks_for_its_stylesheet_and_its_headline_face_before_its_first_byte(client):
    told = client.get(whole_paper().path)["Link"]

    assert "</static/site/site.css>; rel=preload; as=style" in told
    assert "</static/fonts/newsreader-latin.woff2>; rel=preload; as=font; type=font/woff2; crossorigin" in told


@pytest.mark.parametrize(("setting", "value"), [("face", "grotesque"), ("language", "ar")])
def test_a_face_that_a_paper_has_no_use_for_is_not_asked_for(setting, value, client, settings):
    edition = make_edition(language="ar")
    if setting == "face":
        Paper.objects.create(headline_face=value)
    else:
        settings.LANGUAGE_CODE = value

    assert "as=font" not in client.get(edition.path)["Link"]


def test_an_address_refused_on_the_way_to_https_is_not_shown_in_a_frame(client, settings):
    settings.SECURE_SSL_REDIRECT = True

    answer = client.get("/", headers={"Host": "elsewhere.example"})

    assert (answer.status_code, answer["X-Frame-Options"]) == (400, "DENY")
