"""A story as ninjs: valid, complete, and canceled once it is killed."""

import json

import pytest

from articles import publishing
from articles.models import Page
from tests.corpora import corpus_folder
from tests.factories import make_article, make_edition

from .papers import correct, hide, whole_paper

pytestmark = pytest.mark.django_db


@pytest.fixture
def refuse():
    """Says what the IPTC's schema has against an item."""
    jsonschema = pytest.importorskip("jsonschema", reason="jsonschema is not installed")
    schema = json.loads((corpus_folder("iptc-ninjs") / "specification" / "ninjs-schema_3.1.json").read_text())
    checker = jsonschema.Draft202012Validator(schema)
    return lambda item: [error.message for error in checker.iter_errors(item)]


def item_of(client, edition):
    return json.loads(client.get(edition.data_path).content)


def killed():
    edition = correct(make_edition())
    publishing.kill(edition.article, by=None, notice="Withdrawn, and we apologise.", reason="Court")
    return edition


def test_a_story_with_all_its_parts_is_valid_and_so_is_a_bare_one(client, refuse):
    bare = make_edition(standfirst="", bylines=[], tags=[], section=None)

    assert refuse(item_of(client, whole_paper())) == []
    assert refuse(item_of(client, bare)) == []


def test_a_killed_story_is_valid_and_canceled(client, refuse):
    edition = killed()

    answer = client.get(edition.data_path)
    item = json.loads(answer.content)

    assert (answer.status_code, answer["Content-Type"]) == (410, "application/json")
    assert refuse(item) == []
    assert item["pubStatus"] == "canceled"
    assert item["edNote"] == "Withdrawn, and we apologise."
    assert item.keys() == {"uri", "type", "versionCreated", "pubStatus", "edNote", "standard"}


def test_a_story_keeps_its_name_from_edition_to_edition_and_when_it_is_killed(client):
    first = make_edition(slug="the-old-name")
    names = [item_of(client, first)["uri"]]
    second = correct(first, slug="the-new-name")
    names.append(item_of(client, second)["uri"])
    publishing.kill(first.article, by=None, notice="Withdrawn.", reason="Court")
    names += [json.loads(client.get(edition.data_path).content)["uri"] for edition in (first, second)]

    assert len(set(names)) == 1


def test_what_the_page_says_is_in_the_item(client):
    edition = whole_paper()

    item = item_of(client, edition)

    assert item["headlines"][0]["value"] == edition.headline
    assert item["version"] == str(edition.number)
    assert [body["contentType"] for body in item["bodies"]] == ["text/html", "text/plain"]
    assert item["located"] == "Port Merrow"
    assert item["copyrightNotice"] == "All rights reserved"
    assert [person["name"] for person in item["people"]] == ["Isla Wren"]
    assert [subject["uri"] for subject in item["subjects"]] == [
        f"http://127.0.0.1:8000/tag/{slug}/" for slug in ("council", "harbour")
    ]
    assert "We said that it was a gift. It was sold." in item["edNote"]
    assert client.get(item["associations"][0]["renditions"][0]["href"]).status_code == 200


def test_how_it_was_reported_and_who_may_print_it_is_in_the_item(client, refuse):
    Page.objects.create(title="Ethics", slug="how-we-work", role="ethics")
    edition = make_edition(
        source_line="Merrow Press",
        sources="Minutes of 3 November https://council.example/minutes\nThe harbour master",
        ai_use="assisted",
        ai_purpose="to transcribe interviews",
        licence="by",
    )

    item = item_of(client, edition)

    assert refuse(item) == []
    assert item["infoSources"] == [
        {"name": "Merrow Press", "role": "supplier"},
        {"name": "Minutes of 3 November", "role": "source", "uri": "https://council.example/minutes"},
        {"name": "The harbour master", "role": "source"},
    ]
    assert item["digitalSourceType"]["uri"].endswith("/algorithmicallyEnhanced")
    assert [one["href"] for one in item["trustIndicators"]] == ["http://127.0.0.1:8000/about/how-we-work/"]


def test_a_policy_that_gets_a_page_is_in_the_item_at_once(client):
    edition = make_edition()
    etag = client.get(edition.data_path)["ETag"]
    Page.objects.create(title="Ethics", slug="ethics", role="ethics")

    assert client.get(edition.data_path, headers={"If-None-Match": etag}).status_code == 200


def test_the_page_names_the_item(client):
    edition = make_edition()

    html = client.get(edition.path).content.decode()

    assert f'type="application/json" title="ninjs" href="http://127.0.0.1:8000{edition.data_path}"' in html


def test_an_item_is_kept_and_known_like_a_page(client):
    edition = make_edition()
    answer = client.get(edition.data_path)

    again = client.get(edition.data_path, headers={"If-None-Match": answer["ETag"]})
    correct(edition)

    assert answer["Content-Type"] == "application/json"
    assert again.status_code == 304
    assert client.get(edition.data_path)["ETag"] != answer["ETag"]


def test_what_readers_do_not_have_is_not_found_as_any_page_is(client):
    gone = make_edition()
    hide(gone)
    draft = publishing.path_of(make_article(slug="still-being-written")).removesuffix("/") + ".json"

    answers = [client.get(path) for path in (gone.data_path, draft, "/no/such/address/")]

    assert {answer.status_code for answer in answers} == {404}
    assert len({answer.content for answer in answers}) == 1
