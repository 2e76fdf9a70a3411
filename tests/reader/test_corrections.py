"""What was put right stands on the story, on a page of its own, in feeds and in structured data."""

import json
import re
from xml.etree import ElementTree

import pytest

from articles.models import Correction
from tests.factories import make_edition

from .papers import correct, hide, rewrite

pytestmark = pytest.mark.django_db
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
UPDATED = "{http://www.w3.org/2005/Atom}updated"
KINDS = {"retraction": True, "apology": True, "correction": True, "clarification": False, "update": False}


def items(client, path="/feeds/rss.xml"):
    return ElementTree.fromstring(client.get(path).content).findall("channel/item")


@pytest.mark.parametrize("kind", KINDS)
def test_a_notice_stands_before_the_text_if_the_text_was_wrong_and_after_it_if_it_adds(client, kind):
    edition = correct(make_edition(), kind, wrong="It said £6.3m.", right="It is <£3.6m>.")

    html = client.get(edition.path).content.decode()
    notice, text = html.index("It is &lt;£3.6m&gt;."), html.index('<div class="body">')

    assert (notice < text) == KINDS[kind]
    assert re.search(rf"<h2[^>]*>{kind.capitalize()} <span><time", html)
    assert "<p>It said £6.3m.</p>" in html


def test_what_only_adds_leaves_no_empty_paragraph(client):
    edition = correct(make_edition(), "update", wrong="", right="The office has answered.")

    asked = (edition.path, "/corrections/", "/feeds/rss.xml", "/corrections/feeds/rss.xml", edition.changes_path)

    assert [
        path for path in asked if re.search(r"(?:<p>|&lt;p&gt;)(?:</p>|&lt;/p)", client.get(path).content.decode())
    ] == []


def test_notices_stay_with_the_story_newest_first(client):
    edition = correct(make_edition(), right="The first thing put right.")
    edition = correct(edition, right="The second thing put right.", headline="The harbour story, told once more")

    html = client.get(rewrite(edition, headline="The harbour story, told again").path).content.decode()

    assert html.index("The second thing") < html.index("The first thing")


def test_a_correction_moves_the_date_that_readers_and_machines_see(client):
    edition = make_edition()
    corrected = correct(edition)

    data = re.search(r'ld\+json">(.*?)</script>', client.get(edition.path).content.decode())[1]
    data = json.loads(data)

    assert data["dateModified"] == corrected.live_from.isoformat(timespec="seconds") > data["datePublished"]
    assert data["correction"] == [
        {
            "@type": "CorrectionComment",
            "text": "We said that it was a gift. It was sold.",
            "datePublished": corrected.live_from.isoformat(timespec="seconds"),
        }
    ]


def test_a_story_without_corrections_says_nothing_of_any(client):
    html = client.get(make_edition().path).content.decode()

    assert "correction" not in html.replace("/corrections/", "").lower().replace(">corrections<", "")


def test_the_item_of_a_corrected_story_says_so_at_its_top_and_keeps_its_name(client):
    edition = make_edition(language="fr", headline="Le bac gratuit a rendu son école à l’île")
    before = items(client)[0]
    correct(edition, wrong="Nous avons écrit « dix ».", right="Il y en a <douze>.")

    after = items(client)[0]
    text = after.findtext(CONTENT)

    assert before.find(UPDATED) is None
    assert after.findtext("guid") == before.findtext("guid")
    assert after.findtext(UPDATED) > edition.published_at.isoformat()
    assert text.index("Rectificatif") < text.index("Il y en a &lt;douze&gt;.") < text.index("The council voted")


def test_the_page_of_corrections_is_newest_first_with_the_stories_as_they_are_now(client):
    older, newer = make_edition(slug="older"), make_edition(slug="newer")
    correct(older, right="The older thing.")
    correct(newer, right="The newer thing.")
    moved = rewrite(older, headline="The harbour story under its new name", slug="moved")

    html = client.get("/corrections/").content.decode()

    assert html.index("The newer thing.") < html.index("The older thing.")
    assert f'<a href="{moved.path}">The harbour story under its new name</a>' in html
    assert older.path not in html


def test_the_page_of_corrections_tells_only_of_stories_that_readers_can_read(client):
    edition = correct(make_edition())
    hide(edition)

    html = client.get("/corrections/").content.decode()

    assert Correction.objects.exists()
    assert "It was sold." not in html
    assert "Nothing has been corrected yet." in html
    assert items(client, "/corrections/feeds/rss.xml") == []


def test_the_page_of_corrections_is_numbered(client, monkeypatch):
    monkeypatch.setattr("articles.views.corrections.ENTRIES", 2)
    edition = make_edition()
    for number in range(3):
        edition = correct(edition, right=f"Put right number {number}.", headline=f"The harbour story number {number}")

    first, second = (client.get(f"/corrections/?page={number}").content.decode() for number in (1, 2))

    assert ("number 2." in first, "number 0." in first, "number 0." in second) == (True, False, True)


def test_the_page_of_corrections_leads_to_the_report_of_an_error(client):
    assert '<a href="/report/">Report an error</a>' in client.get("/corrections/").content.decode()


def test_the_page_of_corrections_shows_one_kind_alone(client):
    correct(make_edition(), "correction", right="It was sold.")
    correct(make_edition(), "update", wrong="", right="The office has answered.")

    html = client.get("/corrections/?kind=update").content.decode()

    assert "The office has answered." in html
    assert "It was sold." not in html
    assert '<a href="/corrections/?kind=update" aria-current="true">Updates</a>' in html
    assert "Retractions" not in html


@pytest.mark.parametrize("kind", ["retraction", "nonsense", "update' OR 1=1", "&page=2"])
def test_a_kind_that_is_not_there_shows_all(client, kind):
    correct(make_edition(), "correction", right="It was sold.")

    assert "It was sold." in client.get("/corrections/", {"kind": kind}).content.decode()


def test_the_numbers_under_one_kind_keep_to_it(client, monkeypatch):
    monkeypatch.setattr("articles.views.corrections.ENTRIES", 1)
    edition = correct(make_edition(), "update", wrong="", right="First.")
    correct(edition, "update", wrong="", right="Second.", headline="The harbour story, told once more")

    html = client.get("/corrections/?kind=update").content.decode()

    assert 'href="?kind=update&amp;page=2"' in html


def test_the_page_of_corrections_follows_a_new_headline(client):
    edition = correct(make_edition())
    etag = client.get("/corrections/")["ETag"]
    rewrite(edition, headline="The harbour story under its new name")

    assert client.get("/corrections/", headers={"If-None-Match": etag}).status_code == 200


def test_the_feed_of_corrections_links_the_story_and_names_each_for_good(client):
    edition = correct(make_edition(), "apology")

    item = items(client, "/corrections/feeds/rss.xml")[0]

    assert item.findtext("title") == f"Apology: {edition.headline}"
    assert item.findtext("link") == f"http://127.0.0.1:8000{edition.path}"
    assert re.fullmatch(r"tag:127\.0\.0\.1,\d{4}-\d\d-\d\d:correction-1", item.findtext("guid"))
    assert "It was sold." in item.findtext(CONTENT)


def test_the_sitemap_has_the_page_of_corrections_once_there_are_any(client):
    edition = make_edition()
    before = client.get("/sitemap-pages.xml").content.decode()
    correct(edition)

    assert "/corrections/" not in before
    assert "/corrections/" in client.get("/sitemap-pages.xml").content.decode()
