"""What a link preview shows: the story's picture, or a card that was drawn when it was published."""

import io
import json
import re
from urllib.parse import quote
from xml.etree import ElementTree

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from PIL import Image as Picture

from articles import cards, publishing
from articles.cards import typesetting
from tests.factories import make_author, make_edition, make_image

from .papers import correct, hide, rewrite
from .scripts import STORIES

pytestmark = [pytest.mark.django_db, pytest.mark.once]
SITE = "http://127.0.0.1:8000"


def metas(client, edition):
    html = client.get(edition.path).content.decode()
    found = {}
    for name, content in re.findall(r'<meta (?:property|name)="([^"]+)" content="([^"]*)">', html):
        found.setdefault(name, []).append(content)
    return found


def card(**fields):
    told = {"paper": "The Gazette", "headline": "Ferry sunk", "over": "News", "ink": "red", "direction": "ltr"}
    return cards.Card(**(told | fields))


def test_a_story_without_a_picture_has_a_card_of_the_size_it_says(client):
    edition = make_edition()

    told = metas(client, edition)
    answer = client.get(told["og:image"][0].removeprefix(SITE))

    size = Picture.open(io.BytesIO(b"".join(answer))).size
    assert (answer.status_code, answer["Content-Type"]) == (200, "image/jpeg")
    assert (told["og:image:width"], told["og:image:height"]) == (["1200"], ["630"])
    assert size == (1200, 630)
    assert told["twitter:card"] == ["summary_large_image"]
    assert told["og:image:alt"] == [edition.headline]


def test_a_story_with_a_picture_shows_it(client):
    edition = make_edition(lead=make_image())

    assert edition.card_path == ""
    assert metas(client, edition)["og:image"][0].startswith(f"{SITE}/pictures/")


def test_a_link_preview_says_who_wrote_it_where_it_stands_and_what_it_is_about(client):
    edition = make_edition(bylines=[(make_author("Isla Wren"), ""), (make_author("Ada Reed"), "")], tags=["B", "A"])

    told = metas(client, edition)

    assert told["article:author"] == [f"{SITE}/author/isla-wren/", f"{SITE}/author/ada-reed/"]
    assert (told["article:section"], told["article:tag"]) == (["News"], ["A", "B"])


def test_a_new_headline_has_a_new_card_and_the_old_one_is_gone(client):
    first = make_edition()
    second = rewrite(first, headline="Port Merrow thinks again about its ferry")

    assert first.card_path != second.card_path
    assert client.get(second.card_path).status_code == 200
    assert client.get(first.card_path).status_code == 404


@pytest.mark.parametrize("end", ["unpublished", "killed"])
def test_the_card_goes_with_the_story(client, end):
    edition = make_edition()
    if end == "killed":
        publishing.kill(edition.article, by=None, notice="Withdrawn.", reason="Court")
    else:
        hide(edition)

    answer = client.get(edition.card_path)

    nothing = client.get("/2020/01/01/nothing-was-ever-here/")
    assert (answer.status_code, answer.content) == (404, nothing.content)


def test_a_card_is_drawn_when_the_story_is_published_and_not_when_it_is_read(client, monkeypatch):
    edition = make_edition()
    monkeypatch.setattr(cards, "draw", lambda card: pytest.fail("it was drawn"))

    assert client.get(edition.card_path).status_code == 200
    assert client.get(edition.path).status_code == 200


def test_the_same_card_is_drawn_once(monkeypatch):
    drawn = []
    monkeypatch.setattr(cards, "draw", lambda card: drawn.append(card) or b"jpeg\xff\xd9")

    names = {cards.keep(card()), cards.keep(card()), cards.keep(card(ink="blue"))}

    assert (len(names), len(drawn)) == (2, 2)
    assert all(default_storage.exists(name) for name in names)


def test_a_card_that_a_crash_cut_short_is_drawn_again():
    name = cards.keep(card())
    with default_storage.open(name) as file:
        whole = file.read()
    default_storage.delete(name)
    default_storage.save(name, ContentFile(whole[:1000]))

    cards.keep(card())

    with default_storage.open(name) as file:
        assert file.read() == whole


def test_a_newsroom_can_do_without_cards(client, settings):
    settings.SHARE_PICTURES = False

    edition = make_edition()

    assert edition.card_path == ""
    assert metas(client, edition)["twitter:card"] == ["summary"]


@pytest.mark.parametrize(
    ("language", "face"),
    [
        ("fr", "NotoSerif-Bold.ttf"),
        ("el", "NotoSerif-Bold.ttf"),
        ("uk", "NotoSerif-Bold.ttf"),
        ("ar", "NotoNaskhArabic-Bold.ttf"),
        ("he", "NotoSerifHebrew-Bold.ttf"),
        ("hi", None),
        ("ko", None),
        ("ja", None),
    ],
)
def test_a_headline_is_set_in_a_face_that_has_all_its_letters_or_not_at_all(language, face):
    assert typesetting.face_of(STORIES[language]["headline"]) == face


def test_letters_that_join_are_not_set_by_what_cannot_join_them(monkeypatch):
    monkeypatch.setattr(typesetting, "has_raqm", lambda: False)

    assert typesetting.face_of(STORIES["ar"]["headline"]) is None
    assert typesetting.face_of(STORIES["fr"]["headline"]) == "NotoSerif-Bold.ttf"


@pytest.mark.parametrize("words", [3, 12, 40, 90])
def test_a_headline_of_any_length_stays_on_the_card(words):
    setting = typesetting.fit("harbour " * words, across=1056, down=340, direction="ltr")

    assert max(setting.font.getlength(line) for line in setting.lines) <= 1056
    assert len(setting.lines) * setting.leading <= 340
    assert setting.lines[-1].endswith("…") == (words >= 40)


def test_a_headline_that_cannot_be_set_leaves_the_name_of_the_paper():
    assert cards.draw(card(headline=STORIES["ja"]["headline"])) == cards.draw(card(headline=STORIES["ko"]["headline"]))
    assert cards.draw(card(headline=STORIES["ja"]["headline"])) != cards.draw(card())


def embedded(client, edition, **query):
    told = {"url": SITE + edition.path, **query}
    return client.get("/oembed?" + "&".join(f"{name}={quote(value, safe='')}" for name, value in told.items()))


def test_another_site_is_told_what_to_show_of_a_story(client):
    edition = make_edition(bylines=[(make_author("Isla Wren"), "")])

    answer = embedded(client, edition)

    told = json.loads(answer.content)
    assert answer["Content-Type"] == "application/json"
    assert {name: told[name] for name in ("version", "type", "title", "author_name", "provider_name")} == {
        "version": "1.0",
        "type": "rich",
        "title": edition.headline,
        "author_name": "Isla Wren",
        "provider_name": "The Test Gazette",
    }
    assert told["thumbnail_url"] == SITE + edition.card_path
    assert f'href="{SITE}{edition.path}"' in told["html"]
    assert "<script" not in told["html"]


def test_it_is_told_in_xml_too(client):
    edition = make_edition(headline="Fish & chips <b>: 3 > 2")

    answer = embedded(client, edition, format="xml")

    assert answer["Content-Type"] == "text/xml; charset=utf-8"
    assert ElementTree.fromstring(answer.content).findtext("title") == edition.headline


def test_it_takes_no_more_room_than_there_is(client):
    told = json.loads(embedded(client, make_edition(), maxwidth="320", maxheight="90").content)

    assert (told["width"], told["height"]) == (320, 90)


def test_a_form_that_is_none_is_not_implemented_whatever_is_asked_for(client):
    edition = make_edition()
    answers = [embedded(client, edition, format="yaml"), client.get("/oembed?format=yaml&url=http://else.where/")]

    assert {(answer.status_code, answer.content) for answer in answers} == {(501, b"format is json or xml\n")}


@pytest.mark.parametrize(
    "asked", ["", "?url=", "?url=http://elsewhere.example/", "?url=//x", "?url=%00", "?url=http://["]
)
def test_what_is_no_story_of_ours_is_not_found(client, asked):
    assert client.get(f"/oembed{asked}").content == client.get("/nothing/").content


def test_a_story_that_moved_is_told_from_where_it_stood(client):
    first = make_edition(slug="one-name")
    second = rewrite(first, slug="another-name")

    assert f"{SITE}{second.path}" in json.loads(embedded(client, first).content)["html"]


def test_what_another_site_shows_is_known_until_it_changes(client):
    edition = make_edition()
    answer = embedded(client, edition)
    again = client.get(
        answer.request["PATH_INFO"], {"url": SITE + edition.path}, headers={"If-None-Match": answer["ETag"]}
    )
    correct(edition)

    assert again.status_code == 304
    assert embedded(client, edition)["ETag"] != answer["ETag"]


def test_a_page_leads_to_what_others_may_show_of_it(client):
    edition = make_edition()

    html = client.get(edition.path).content.decode()

    link = re.search(r'<link rel="alternate" type="application/json\+oembed" title="[^"]*" href="([^"]+)">', html)[1]
    assert json.loads(client.get(link.replace("&amp;", "&").removeprefix(SITE)).content)["title"] == edition.headline
