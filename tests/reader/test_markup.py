"""What is written into a page stays text, in the right language, with no style or script of its own."""

import json
import re
from pathlib import Path

import pytest

from tests.factories import make_author, make_edition, make_section

from .papers import everything, whole_paper

pytestmark = [pytest.mark.django_db, pytest.mark.once]
ROOT = Path(__file__).parent.parent.parent
PUBLIC = [
    path for folder in ("pages", "components", "chrome", "icons") for path in (ROOT / "templates" / folder).iterdir()
]
PAYLOAD = "</title></script><script>alert(1)</script>\"'&<b>"


@pytest.fixture
def hostile():
    """A story whose every field tries to be markup."""
    return make_edition(
        headline=f"A story {PAYLOAD}",
        standfirst=f"About {PAYLOAD}",
        kicker=PAYLOAD[:50],
        dateline=PAYLOAD,
        source_line=PAYLOAD,
        rights=PAYLOAD,
        tags=["Harbour"],
        bylines=[(make_author(f"Ann {PAYLOAD}", slug="ann", role=PAYLOAD, bio=PAYLOAD), "")],
        section=make_section(f"News {PAYLOAD}"[:60], slug="news", description=PAYLOAD),
    )


def test_nothing_a_person_types_becomes_markup(client, hostile):
    pages = {path for path in everything(hostile).values() if not path.endswith(".json")}  # nobody reads JSON as markup
    for path in pages:
        html = client.get(path).content.decode()
        assert "<script>alert" not in html, path
        assert "</title></script>" not in html, path


def test_the_data_block_says_what_was_typed_and_cannot_end_early(client, hostile):
    html = client.get(hostile.path).content.decode()

    block = re.search(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)[1]

    assert not set("<>&") & set(block)
    assert json.loads(block)["headline"] == hostile.headline


def test_no_page_has_a_style_or_a_script_of_its_own(client):
    edition = whole_paper()

    for path in everything(edition).values():
        html = client.get(path).content.decode()
        assert not re.search(r"<style|\sstyle=|\son[a-z]+=|javascript:", html), path
        ours = r'<script type="(application/ld\+json"|module" src="/static/site/[^"]+")>'
        assert all(re.fullmatch(ours, tag) for tag in re.findall(r"<script[^>]*>", html)), path


def test_a_string_is_trusted_in_one_place_only():
    trusting = [path.name for path in PUBLIC if re.search(r"\|\s*safe\b|autoescape|safeseq", path.read_text())]

    assert trusting == ["body.html"]


def test_every_template_says_in_its_first_line_what_it_is():
    silent = [path.name for path in PUBLIC if not re.match(r"\{# [a-z0-9 ]+: .+ #\}\n", path.read_text())]

    assert silent == []


def test_the_stylesheet_knows_no_left_and_right():
    css = (ROOT / "static" / "site" / "site.css").read_text()
    sides = r"(margin|padding|border|inset)-(left|right|top|bottom)|[^-](left|right|top|bottom|width|height):\s"

    assert not re.search(sides + "|text-align: (left|right)", css)
    assert "!important" not in css


def test_a_page_and_a_card_have_the_language_and_direction_of_their_story(client):
    arabic = make_edition(headline="نجّار قوارب يعلّم أبناء المدينة صنعة أجداده", slug="boats", language="ar")
    make_edition(headline="A story in the language of the paper", language="en")

    story, front = (client.get(path).content.decode() for path in (arabic.path, "/"))

    assert '<html lang="ar" dir="rtl">' in story
    assert '<html lang="en-gb" dir="ltr">' in front
    assert 'lang="ar" dir="rtl"><a href' in front
    assert "نُشر في" in story
    assert front.count("<h2") >= 1


def test_a_story_in_french_is_dated_in_french(client):
    edition = make_edition(headline="Le bac gratuit a rendu son école à l’île", slug="bac", language="fr")

    html = client.get(edition.path).content.decode()

    assert '<html lang="fr" dir="ltr">' in html
    assert "Publié le" in html


@pytest.mark.parametrize("language", ["xx", "zz-Unknown", "en-US", "zh-Hant"])
def test_a_language_we_have_no_words_for_is_still_marked(client, language):
    edition = make_edition(language=language)

    answer = client.get(edition.path)

    assert answer.status_code == 200
    assert f'<html lang="{language}"' in answer.content.decode()
