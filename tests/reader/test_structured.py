"""What search engines and archives are told, against schema.org's own definitions."""

import json
import re
from urllib.parse import urlsplit

import pytest

from articles.models import Article, Page
from tests.corpora import corpus_folder
from tests.factories import make_author, make_edition, make_image, make_section

from .papers import correct, pages, whole_paper

pytestmark = [pytest.mark.django_db, pytest.mark.once]
SITE = "http://127.0.0.1:8000"
ISO = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)")
TEXTS = {"Text", "URL", "Date", "DateTime", "Distance"}


def blocks(client, path):
    html = client.get(path).content.decode()
    return [json.loads(block) for block in re.findall(r'<script type="application/ld\+json">(.*?)</script>', html)]


def article(client, edition):
    return blocks(client, edition.path)[0]


class Vocabulary:
    """schema.org as it is published: what is a kind of what, and which property stands on what and holds what."""

    def __init__(self, graph):
        self.terms = {node["@id"].removeprefix("schema:"): node for node in graph}

    def kinds(self, name):
        """A type and all that it is a kind of."""
        above = self._names(self.terms[name], "rdfs:subClassOf")
        return {name}.union(*(self.kinds(other) for other in above if other in self.terms))

    def against(self, value, where="", known=None):
        """What the vocabulary has against a value, as sentences."""
        known = known if known is not None else set(_ids(value))
        if isinstance(value, list):
            return [said for one in value for said in self.against(one, where, known)]
        if not isinstance(value, dict) or value.keys() == {"@id"}:
            return []
        types = value["@type"] if isinstance(value["@type"], list) else [value["@type"]]
        unknown = [f"{where}: no type {name}" for name in types if name not in self.terms]
        if unknown:
            return unknown
        kinds = set().union(*map(self.kinds, types))
        told = {name: inner for name, inner in value.items() if not name.startswith("@")}
        return [said for name, inner in told.items() for said in self._property(name, inner, kinds, where, known)]

    def _property(self, name, value, kinds, where, known):
        if name not in self.terms:
            return [f"{where}: no property {name}"]
        domain, range_ = (self._names(self.terms[name], f"schema:{side}Includes") for side in ("domain", "range"))
        if not set(domain) & kinds:
            return [f"{where}: {name} does not stand on {sorted(kinds)}"]
        values = value if isinstance(value, list) else [value]
        wrong = [f"{where}.{name}: {one!r} is none of {range_}" for one in values if not self._fits(one, range_, known)]
        return [*wrong, *self.against(value, f"{where}.{name}", known)]

    def _fits(self, value, range_, known):
        if isinstance(value, bool):
            return "Boolean" in range_
        if isinstance(value, int):
            return bool({"Integer", "Number"} & set(range_))
        if isinstance(value, dict) and value.keys() == {"@id"}:
            return value["@id"] in known
        if isinstance(value, dict):
            types = value["@type"] if isinstance(value["@type"], list) else [value["@type"]]
            return bool(set(range_) & set().union(*map(self.kinds, types)))
        return self._text_fits(value, range_)

    def _text_fits(self, text, range_):
        _, ours, name = text.partition("https://schema.org/")
        if ours and self.terms.get(name, {}).get("@type", "").removeprefix("schema:") in range_:
            return True
        if "Text" in range_ or ("Distance" in range_ and re.fullmatch(r"\d+ px", text)):
            return True
        if {"URL", "Thing"} & set(range_) and urlsplit(text).scheme:
            return True
        return bool({"Date", "DateTime"} & set(range_) and ISO.fullmatch(text))

    def _names(self, node, key):
        found = node.get(key, [])
        return [one["@id"].removeprefix("schema:") for one in (found if isinstance(found, list) else [found])]


def _ids(value):
    if isinstance(value, list):
        for one in value:
            yield from _ids(one)
    elif isinstance(value, dict):
        if len(value) > 1 and "@id" in value:
            yield value["@id"]
        for one in value.values():
            yield from _ids(one)


@pytest.fixture(scope="module")
def vocabulary():
    file = corpus_folder("standards") / "schema.org" / "schemaorg-all-https.jsonld"
    return Vocabulary(json.loads(file.read_text(encoding="utf-8"))["@graph"])


def test_the_vocabulary_finds_what_is_wrong(vocabulary):
    """Or the tests below would prove nothing."""
    wrong = {
        "@type": "NewsArticle",
        "dateline": "Here",
        "isAccessibleForFree": "False",
        "author": {"@type": "Place", "name": "X"},
        "correktion": "y",
        "copyrightHolder": {"@id": "#nobody"},
    }

    assert len(vocabulary.against(wrong)) == 4
    assert vocabulary.against({"@type": "SatiricalArticle", "dateline": "Here"})


@pytest.mark.parametrize("kind", Article.Kind.values)
def test_a_story_of_every_kind_is_valid(client, vocabulary, kind):
    edition = correct(make_edition(kind=kind, lead=make_image(), dateline="Port Merrow", rights="All rights reserved"))
    agency = make_edition(kind=kind, source_line="Merrow Press", bylines=[], section=None, standfirst="")

    for one in (edition, agency):
        for block in blocks(client, one.path):
            assert vocabulary.against(block) == []


def test_every_page_that_tells_machines_something_tells_it_validly(client, vocabulary):
    edition = whole_paper()
    for role in filter(None, Page.Role.values):
        Page.objects.create(title=role, slug=role, role=role)
    paths = {**pages(edition), "policy": "/about/ethics/"}

    told = {name: blocks(client, path) for name, path in paths.items()}

    assert {name for name, found in told.items() if found} >= {"front", "story", "section", "tag", "author", "about"}
    assert [said for found in told.values() for block in found for said in vocabulary.against(block)] == []


@pytest.mark.parametrize(
    ("kind", "types"),
    [
        ("news", ["NewsArticle", "ReportageNewsArticle"]),
        ("opinion", ["NewsArticle", "OpinionNewsArticle"]),
        ("satire", "SatiricalArticle"),
        ("sponsored", "AdvertiserContentArticle"),
    ],
)
def test_a_story_says_what_kind_of_piece_it_is_and_fiction_is_no_news(client, kind, types):
    edition = make_edition(kind=kind, dateline="Port Merrow")

    data = article(client, edition)

    assert data["@type"] == types
    assert ("dateline" in data) == ("NewsArticle" in types)


def test_the_people_are_those_of_the_byline_in_order_with_their_pages(client):
    edition = make_edition(bylines=[(make_author("Isla Wren"), "council reporter"), (make_author("Ada Reed"), "")])

    assert article(client, edition)["author"] == [
        {"@type": "Person", "name": "Isla Wren", "url": f"{SITE}/author/isla-wren/", "jobTitle": "council reporter"},
        {"@type": "Person", "name": "Ada Reed", "url": f"{SITE}/author/ada-reed/"},
    ]


def test_the_picture_comes_in_three_shapes_says_how_it_was_made_and_each_is_there(client):
    edition = make_edition(lead=make_image(size=(2000, 1500), origin="generated"))

    found = article(client, edition)["image"]

    assert [(one["width"], one["height"]) for one in found] == [
        ("1200 px", "675 px"),
        ("1200 px", "900 px"),
        ("1200 px", "1200 px"),
        ("1200 px", "630 px"),
    ]
    assert {one["digitalSourceType"] for one in found} == {"https://schema.org/TrainedAlgorithmicMediaDigitalSource"}
    assert {client.get(one["url"].removeprefix(SITE)).status_code for one in found} == {200}


def test_dates_are_in_order_and_readers_see_the_same(client):
    edition = correct(make_edition())

    data, html = article(client, edition), client.get(edition.path).content.decode()

    assert data["dateModified"] >= data["datePublished"]
    assert data["isAccessibleForFree"] is True
    for date in (data["datePublished"], data["dateModified"]):
        assert f'datetime="{date[:16]}Z"' in html


def test_every_correction_of_the_story_is_told(client):
    edition = correct(correct(make_edition(), right="It was 14."), "update", wrong="", right="The office has answered.")

    assert [(one["@type"], one["text"]) for one in article(client, edition)["correction"]] == [
        ("CorrectionComment", "The office has answered."),
        ("CorrectionComment", "We said that it was a gift. It was 14."),
    ]


def test_the_paper_names_the_policies_that_have_a_page_and_no_others(client):
    edition = make_edition()
    before = article(client, edition)["publisher"]
    Page.objects.create(title="Ethics", slug="ethics", role="ethics")
    Page.objects.create(title="Our history", slug="history")

    after = article(client, edition)["publisher"]

    assert "ethicsPolicy" not in before
    assert after["ethicsPolicy"] == f"{SITE}/about/ethics/"
    assert after.keys() - before.keys() == {"ethicsPolicy"}
    assert blocks(client, "/")[0]["publisher"] == after


def test_whose_text_it_is_stays_told(client):
    ours = article(client, make_edition(rights="Ours"))
    theirs = article(client, make_edition(source_line="Merrow Press", bylines=[], rights="Theirs"))
    paid = article(client, make_edition(kind="sponsored", source_line="Ferry Ltd"))

    assert ours["copyrightHolder"] == {"@id": f"{SITE}/#paper"} == {"@id": ours["publisher"]["@id"]}
    assert "copyrightHolder" not in theirs
    assert theirs["sourceOrganization"]["name"] == theirs["author"][0]["name"] == "Merrow Press"
    assert paid["sponsor"]["name"] == "Ferry Ltd"


def test_how_a_story_was_reported_is_told_validly(client, vocabulary):
    edition = make_edition(
        method="Two councillors, and the minutes.",
        sources="Minutes of 3 November https://council.example/minutes\nThe harbour master",
        ai_use="generated",
        ai_reviewer="Ada Reed",
        licence="by",
    )

    data = article(client, edition)

    assert vocabulary.against(data) == []
    assert data["backstory"] == "Two councillors, and the minutes."
    assert [one["name"] for one in data["citation"]] == ["Minutes of 3 November", "The harbour master"]
    assert data["digitalSourceType"] == "https://schema.org/TrainedAlgorithmicMediaDigitalSource"


def test_what_machines_are_told_is_worked_out_only_where_the_page_is_made(client, monkeypatch):
    edition = make_edition()
    etag = client.get(edition.path)["ETag"]
    monkeypatch.setattr("articles.structured.news_article", lambda *_, **__: pytest.fail("it was worked out"))

    assert client.get(edition.path, headers={"If-None-Match": etag}).status_code == 304


def test_a_translation_says_of_what_and_the_original_into_what(client, vocabulary):
    original = make_edition(headline="The ferry is free", language="en")
    french = make_edition(headline="Le bac est gratuit", language="fr", translation_of=original.article)

    ours, theirs = article(client, original), article(client, french)

    assert [one["url"] for one in ours["workTranslation"]] == [SITE + french.path]
    assert theirs["translationOfWork"]["url"] == theirs["isBasedOn"] == SITE + original.path
    assert vocabulary.against([ours, theirs]) == []


def test_the_way_to_a_story_leads_over_pages_that_answer(client):
    edition = make_edition(section=make_section("Harbour"))

    way = blocks(client, edition.path)[1]

    steps = [(one["position"], one["item"].removeprefix(SITE)) for one in way["itemListElement"]]
    assert steps == [(1, "/"), (2, "/section/harbour/"), (3, edition.path)]
    assert {client.get(path).status_code for _, path in steps} == {200}


def test_a_writers_page_says_who_they_are_and_what_they_wrote(client):
    writer = make_author("Isla Wren", role="reporter", bio="She reports.")
    edition = make_edition(bylines=[(writer, "")])

    data = blocks(client, "/author/isla-wren/")[0]

    assert data["@type"] == "ProfilePage"
    assert (data["mainEntity"]["name"], data["mainEntity"]["jobTitle"]) == ("Isla Wren", "reporter")
    assert [one["url"] for one in data["hasPart"]] == [SITE + edition.path]


def test_every_address_is_whole(client):
    edition = make_edition(tags=["مرفأ"], slug="قارب", headline="نجّار قوارب", language="ar", lead=make_image())

    def addresses(value):
        if isinstance(value, list):
            return [found for one in value for found in addresses(one)]
        if isinstance(value, dict):
            return [found for name, one in value.items() if name != "@context" for found in addresses(one)]
        return [value] if isinstance(value, str) and "://" in value else []

    found = addresses(blocks(client, edition.path))

    assert len(found) > 8
    assert [one for one in found if not one.isascii()] == []
