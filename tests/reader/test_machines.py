"""Feeds, sitemaps, robots: what machines read is well formed, complete and stays recognisable."""

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from xml.etree import ElementTree

import pytest

from tests.factories import make_edition, make_image

from .papers import whole_paper

pytestmark = pytest.mark.django_db
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
CREATOR = "{http://purl.org/dc/elements/1.1/}creator"
SITEMAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}


def items(client, path="/feeds/rss.xml"):
    return ElementTree.fromstring(client.get(path).content).findall("channel/item")


def locations(client, path):
    return [node.text for node in ElementTree.fromstring(client.get(path).content).iterfind(".//s:loc", SITEMAP)]


def test_a_feed_item_is_the_whole_story(client):
    edition = whole_paper()

    item = items(client)[0]

    assert item.findtext("link") == f"http://127.0.0.1:8000{edition.path}"
    assert "filled the public gallery" in item.findtext(CONTENT)
    assert '<img src="http://127.0.0.1:8000/pictures/' in item.findtext(CONTENT)
    assert item.findtext(CREATOR) == "Isla Wren"
    assert {category.text for category in item.findall("category")} == {"Harbour", "Council"}
    assert parsedate_to_datetime(item.findtext("pubDate")) == edition.published_at.replace(microsecond=0)


def test_a_stray_control_character_does_not_break_the_feed(client):
    edition = make_edition()
    type(edition).objects.update(headline="A bell\x07 rang", body_html="<p>\x0b\ufffe</p>")

    assert items(client)[0].findtext("title") == "A bell rang"


def test_a_feed_is_the_newest_twenty(client):
    for number in range(22):
        make_edition(headline=f"Story number {number} of the harbour", at=datetime(2026, 1, 1, 1, number, tzinfo=UTC))

    titles = [item.findtext("title") for item in items(client)]

    assert len(titles) == 20
    assert titles[0] == "Story number 21 of the harbour"


def test_the_sitemap_of_pages_leads_to_pages_that_answer(client):
    whole_paper()

    paths = [path.removeprefix("http://127.0.0.1:8000") for path in locations(client, "/sitemap-pages.xml")]

    assert {"/", "/archive/", "/about/", "/section/news/"} <= set(paths)
    assert {client.get(path).status_code for path in paths} == {200}


def test_robots_are_kept_from_the_desk_and_shown_the_sitemap(client):
    text = client.get("/robots.txt").content.decode()

    assert "Disallow: /admin/" in text
    assert "Sitemap: http://127.0.0.1:8000/sitemap.xml" in text


def test_the_link_preview_has_a_whole_address_of_a_jpeg(client):
    edition = make_edition(lead=make_image())

    html = client.get(edition.path).content.decode()

    assert '<meta property="og:image" content="http://127.0.0.1:8000/pictures/' in html
    assert ".jpg" in html.split("og:image")[1][:120]
