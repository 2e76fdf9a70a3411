"""What pages weigh before anybody scrolls, as a server that compresses sends them: the budgets of the design."""

import re
from pathlib import Path

import brotli
import pytest

from tests.factories import make_edition, make_image

from .papers import pages, whole_paper

pytestmark = [pytest.mark.django_db, pytest.mark.once]
FACE = Path(__file__).parents[2] / "static" / "fonts" / "newsreader-latin.woff2"
STORY, LIST = 14_000, 24_000
WORDS = "The council voted on the ferry after a long night, and the harbour office counted what it had cost so far. "


def weight(html):
    return len(brotli.compress(html))


def test_a_long_story_fits_the_first_flight_of_packets(client):
    body = "".join(f"<h2>Part {n}</h2>" + f"<p>{WORDS * 4} {n}</p>" * 6 for n in range(8))
    edition = make_edition(body=body, lead=make_image(), tags=["Harbour", "Council"])

    html = client.get(edition.path).content

    assert len(re.findall(rb"\w+", html)) > 3000
    assert weight(html) <= STORY
    assert html.count(b"<") / 2 <= 700


def test_no_page_weighs_more_than_its_budget(client):
    first = whole_paper()
    for n in range(24):
        make_edition(headline=f"{WORDS[:60]} {n}", lead=make_image(), tags=["Harbour"], weight=1 + n % 5)

    heavy = {name: size for name, path in pages(first).items() if (size := weight(client.get(path).content)) > LIST}

    assert heavy == {}


def test_one_picture_comes_at_once_and_the_rest_when_they_are_near(client):
    for n in range(12):
        make_edition(lead=make_image(), weight=2 + n % 3)

    images = re.findall(r"<img [^>]*>", client.get("/").content.decode())

    assert [image for image in images if 'loading="lazy"' not in image] == images[:1]
    assert 'fetchpriority="high"' in images[0]
    assert all(re.search(r' width="\d+" height="\d+"', image) for image in images)


def test_a_page_asks_for_one_stylesheet_one_face_and_no_script(client):
    answer = client.get(whole_paper().path)
    html = answer.content.decode()

    assert html.count('rel="stylesheet"') == 1
    assert re.findall(r"<script(?![^>]*ld\+json)", html) == []
    assert answer["Link"].count("as=font") == 1
    assert FACE.stat().st_size <= 24_000
