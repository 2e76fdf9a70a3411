"""Feeds in three forms: what was published is what a feed reader gets, and each form keeps to its own rules."""

import html as markup
import json
import re
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from xml.etree import ElementTree

import feedparser
import pytest
from lxml import etree

from articles.models import Edition
from tests.corpora import corpus_folder
from tests.factories import make_author, make_edition, make_image

from .papers import correct, machines, rewrite, whole_paper
from .scripts import STORIES

pytestmark = pytest.mark.django_db
SITE = "http://127.0.0.1:8000"
KINDS = {
    "rss.xml": "application/rss+xml; charset=utf-8",
    "atom.xml": "application/atom+xml; charset=utf-8",
    "feed.json": "application/feed+json",
}
FORMS = list(KINDS)
ATOM = {"a": "http://www.w3.org/2005/Atom"}
RFC3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)")


def feeds(edition):
    return {name: path for name, path in machines(edition).items() if "feed" in name}


def read(client, form, path="/"):
    """[{what was published}] as a feed reader has it; JSON, which feedparser does not read, by its own names."""
    body = client.get(f"{path}feeds/{form}").content
    if form == "feed.json":
        return [_from_json(item) for item in json.loads(body)["items"]]
    told = feedparser.parse(body, sanitize_html=False, resolve_relative_uris=False)
    assert not told.bozo, told.get("bozo_exception")
    return [_from_xml(entry, markup.unescape if form == "rss.xml" else str) for entry in told.entries]


def _from_json(item):
    names = {"uri": "id", "url": "url", "title": "title", "summary": "summary", "html": "content_html"}
    return {ours: item.get(theirs, "") for ours, theirs in names.items()} | {
        "writers": [one["name"] for one in item.get("authors", [])],
        "tags": item.get("tags", []),
        "language": item["language"],
        "published": datetime.fromisoformat(item["date_published"]),
    }


def _from_xml(entry, plain):
    """`plain`: what makes text of a description, which is HTML in RSS."""
    return {
        "uri": entry.id,
        "url": entry.link,
        "title": entry.title,
        "summary": plain(entry.get("summary", "")),
        "html": entry.content[0].value,
        "writers": [one.name for one in entry.get("authors", [])],
        "tags": [tag.term for tag in entry.get("tags", [])],
        "language": entry.get("dc_language") or entry.get("language") or entry.content[0].language,
        "published": datetime(*entry.published_parsed[:6], tzinfo=UTC),
    }


def publish_in_eight_scripts():
    for number, (language, told) in enumerate(STORIES.items()):
        writer = make_author(told["writer"], slug=f"writer-{language}")
        fields = {name: told[name] for name in ("headline", "standfirst", "body", "tags")}
        at = datetime(2026, 11, 3, 9, number, tzinfo=UTC)
        make_edition(language=language, bylines=[(writer, "")], slug=f"ferry-{language}", at=at, **fields)


@pytest.mark.parametrize("form", FORMS)
def test_what_a_feed_reader_has_equals_what_was_published_in_eight_scripts(client, form):
    publish_in_eight_scripts()

    got = {item["language"]: item for item in read(client, form)}

    assert got.keys() == STORIES.keys()
    for language, told in STORIES.items():
        item, edition = got[language], Edition.objects.get(language=language)
        assert item["title"] == told["headline"]
        assert item["summary"] == told["standfirst"]
        direction = "rtl" if language in ("ar", "he") else "ltr"
        assert item["html"] == f'<div lang="{language}" dir="{direction}">{edition.body_html}</div>'
        assert item["writers"] == [told["writer"]]
        assert sorted(item["tags"]) == sorted(told["tags"])
        assert item["url"] == f"{SITE}/2026/11/03/ferry-{language}/"
        assert item["published"] == edition.published_at


@pytest.mark.parametrize("form", FORMS)
def test_every_feed_has_its_own_stories_in_its_own_form(client, form):
    edition = whole_paper()

    for name, path in feeds(edition).items():
        if not path.endswith(form):
            continue
        answer = client.get(path)
        said = "Correction: " if name.startswith("corrections") else ""
        titles = [item["title"] for item in read(client, form, path.removesuffix(f"feeds/{form}"))]
        assert answer["Content-Type"] == KINDS[form]
        assert titles == [said + edition.headline]


@pytest.mark.parametrize("form", FORMS)
def test_a_feed_that_is_known_is_answered_with_304_until_something_in_it_changes(client, form):
    edition = whole_paper()
    etag = client.get(f"/feeds/{form}")["ETag"]

    again = client.get(f"/feeds/{form}", headers={"If-None-Match": etag})
    rewrite(edition, headline="Port Merrow thinks again about its ferry")

    assert (again.status_code, again.content) == (304, b"")
    assert client.get(f"/feeds/{form}", headers={"If-None-Match": etag}).status_code == 200


def test_a_feed_that_is_known_is_not_written(client, monkeypatch):
    edition = whole_paper()
    known = {path: client.get(path)["ETag"] for path in feeds(edition).values()}
    for form in ("rss", "atom", "json_feed"):
        monkeypatch.setattr(f"articles.feeds.{form}.write", lambda *_, **__: pytest.fail("it was written"))

    assert {client.get(path, headers={"If-None-Match": etag}).status_code for path, etag in known.items()} == {304}


@pytest.mark.parametrize("form", FORMS)
def test_a_story_keeps_its_name_when_its_address_and_headline_change(client, form):
    edition = make_edition(slug="the-old-name")
    (before,) = read(client, form)
    rewrite(edition, slug="the-new-name", headline="Port Merrow thinks again about its ferry")

    (after,) = read(client, form)

    assert before["uri"] == after["uri"]
    assert before["url"] != after["url"]


def test_a_new_picture_is_no_update_and_a_correction_is_one_and_says_why(client):
    edition = rewrite(make_edition(), lead=make_image())
    entry = feedparser.parse(client.get("/feeds/atom.xml").content).entries[0]
    assert entry.updated == entry.published

    corrected = correct(edition, wrong="We said 12.", right="It was 14.")

    entry = feedparser.parse(client.get("/feeds/atom.xml").content).entries[0]
    item = json.loads(client.get("/feeds/feed.json").content)["items"][0]
    assert datetime.fromisoformat(entry.updated) == corrected.updated_at
    assert "We said 12." in entry.content[0].value
    assert "date_modified" in item
    assert item["_corrections"]["items"] == [
        {
            "kind": "correction",
            "date": corrected.corrections[0]["at"],
            "wrong": "We said 12.",
            "right": "It was 14.",
        }
    ]


def test_every_writer_is_named_in_order_and_where_they_are_found(client):
    make_edition(bylines=[(make_author("Isla Wren"), ""), (make_author("Ada Reed"), "")])

    root = ElementTree.fromstring(client.get("/feeds/atom.xml").content)
    item = json.loads(client.get("/feeds/feed.json").content)["items"][0]

    assert [node.text for node in root.findall("a:entry/a:author/a:name", ATOM)] == ["Isla Wren", "Ada Reed"]
    assert item["authors"] == [
        {"name": "Isla Wren", "url": f"{SITE}/author/isla-wren/"},
        {"name": "Ada Reed", "url": f"{SITE}/author/ada-reed/"},
    ]


@pytest.mark.parametrize("form", FORMS)
def test_signs_that_markup_reads_come_back_as_they_were(client, form):
    make_edition(headline="Fish & chips: 3 > 2 said R&D", standfirst="Not <b>bold</b> & not &amp; either")

    (item,) = read(client, form)

    assert item["title"] == "Fish & chips: 3 > 2 said R&D"
    assert item["summary"] == "Not <b>bold</b> & not &amp; either"


@pytest.mark.parametrize("form", FORMS)
def test_no_address_in_a_feed_depends_on_where_it_is_read(client, form):
    make_edition(body='<p>See <a href="/about/">who we are</a> and what we print on Tuesday.</p>', lead=make_image())

    (item,) = read(client, form)

    addresses = re.findall(r'(?:href|src)="([^"]*)"', item["html"])
    assert len(addresses) == 2
    assert all(address.startswith(f"{SITE}/") for address in addresses)


def test_the_rss_keeps_to_the_profile(client):
    """https://www.rssboard.org/rss-profile, as far as a program can tell."""
    whole_paper()

    channel = ElementTree.fromstring(client.get("/feeds/rss.xml").content).find("channel")

    assert all(channel.findtext(name) for name in ("title", "link", "description", "language", "lastBuildDate", "ttl"))
    own = channel.find("a:link", ATOM)
    assert own.attrib == {"rel": "self", "href": f"{SITE}/feeds/rss.xml"}
    for item in channel.findall("item"):
        assert item.find("guid").get("isPermaLink") == "false"
        assert parsedate_to_datetime(item.findtext("pubDate")).tzinfo
        assert item.find("author") is None
        assert len(item.findall("enclosure")) <= 1
        media = item.find("{http://search.yahoo.com/mrss/}content")
        assert media.get("url").startswith(f"{SITE}/pictures/")
        assert media.get("type") == "image/jpeg"


def test_the_json_feed_keeps_to_its_rules(client):
    """https://www.jsonfeed.org/version/1.1/"""
    edition = whole_paper()

    for path in feeds(edition).values():
        if path.endswith("feed.json"):
            feed = json.loads(client.get(path).content)
            assert feed["version"] == "https://jsonfeed.org/version/1.1"
            assert feed["feed_url"] == SITE + path
            assert feed["home_page_url"] == SITE + path.removesuffix("feeds/feed.json")
            assert isinstance(feed["title"], str)
            assert len({item["id"] for item in feed["items"]}) == len(feed["items"]) > 0
            for item in feed["items"]:
                assert all(isinstance(item[name], str) for name in ("id", "url", "title", "content_html"))
                assert RFC3339.fullmatch(item["date_published"])
                assert "author" not in item
                assert all(re.fullmatch(r"_?[a-z_]+", name) for name in item)


@pytest.fixture
def against_rfc_4287():
    schema = etree.RelaxNG(etree.parse(corpus_folder("standards") / "atom" / "atom.rng"))

    def refuse(text):
        schema.validate(etree.fromstring(text))
        return [str(error) for error in schema.error_log]

    return refuse


def test_the_atom_is_valid_by_the_schema_of_rfc_4287(client, settings, against_rfc_4287):
    empty = client.get("/feeds/atom.xml").content
    edition = whole_paper()
    settings.WEBSUB_HUB = "https://hub.example/"
    publish_in_eight_scripts()
    make_edition(bylines=[], tags=[], standfirst="")

    for text in (empty, *(client.get(path).content for path in feeds(edition).values() if path.endswith("atom.xml"))):
        assert against_rfc_4287(text) == []


def test_atom_names_are_used_once_and_dates_are_in_order(client):
    """What RFC 4287 asks and its schema cannot say."""
    whole_paper()
    publish_in_eight_scripts()

    root = ElementTree.fromstring(client.get("/feeds/atom.xml").content)

    names = [node.text for node in root.findall("a:entry/a:id", ATOM)]
    entries = root.findall("a:entry", ATOM)
    assert len(set(names)) == len(names) == 9
    assert all(e.findtext("a:updated", None, ATOM) >= e.findtext("a:published", None, ATOM) for e in entries)
    assert root.findtext("a:updated", None, ATOM) == max(e.findtext("a:updated", None, ATOM) for e in entries)


@pytest.mark.parametrize("form", FORMS)
def test_an_empty_feed_says_the_same_whenever_it_is_asked(client, form):
    first = client.get(f"/feeds/{form}")

    assert first.status_code == 200
    assert client.get(f"/feeds/{form}").content == first.content


def test_an_old_name_of_a_topic_leads_to_the_feed_in_the_form_that_was_asked(client):
    edition = make_edition(tags=["Harbour"], ago=timedelta(days=1))
    edition.article.tags.get().aliases.create(name="Port", slug="port", key="port")

    assert [client.get(f"/tag/port/feeds/{form}")["Location"] for form in FORMS] == [
        f"/tag/harbour/feeds/{form}" for form in FORMS
    ]


def test_pages_name_their_feeds_for_programs(client):
    edition = whole_paper()

    for base in ("/section/news/", "/tag/harbour/", "/author/isla-wren/", "/corrections/"):
        html = client.get(base).content.decode()
        for form, kind in KINDS.items():
            kind = kind.split(";")[0]
            for of in ("/", base):
                found = rf'<link rel="alternate" type="{re.escape(kind)}" title="[^"]+" href="{SITE}{of}feeds/{form}">'
                assert re.search(found, html), (base, of, form)
    assert f'href="{SITE}/feeds/atom.xml"' in client.get(edition.path).content.decode()


def test_the_page_of_feeds_leads_to_feeds_that_answer(client):
    whole_paper()

    html = client.get("/feeds/").content.decode()

    links = set(re.findall(r'href="(/[^"]*feeds/(?:rss\.xml|atom\.xml|feed\.json))"', html))
    assert {
        f"{base}feeds/{form}"
        for base in ("/", "/section/news/", "/tag/harbour/", "/author/isla-wren/")
        for form in FORMS
    } <= links
    assert {client.get(link).status_code for link in links} == {200}
