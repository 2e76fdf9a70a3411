"""Others may print a story where the licence says so, with its credit; nowhere else is there even a page."""

import html
import re

import pytest

from articles import republishing
from articles.models import Licence, Paper
from tests.factories import make_edition

from .papers import correct, hide, rewrite

pytestmark = [pytest.mark.django_db, pytest.mark.once]


def house(licence, terms=""):
    Paper.objects.update_or_create(defaults={"licence": licence, "licence_terms": terms})


def copies(client, edition):
    """(HTML, text) as they are to be copied."""
    page = client.get(edition.republish_path).content.decode()
    return [html.unescape(area) for area in re.findall(r"<textarea[^>]*>(.*?)</textarea>", page, re.DOTALL)]


@pytest.mark.parametrize(
    ("house_says", "story", "given"),
    [
        ("none", {}, ""),
        ("by-nd", {}, "by-nd"),
        ("by-nd", {"licence": "none"}, ""),
        ("by-nd", {"licence": "by"}, "by"),
        ("none", {"licence": "by"}, "by"),
        ("by", {"source_line": "Merrow Press"}, ""),
        ("by", {"rights": "All rights reserved"}, ""),
        ("by", {"kind": "sponsored"}, ""),
        ("by", {"source_line": "Merrow Press", "licence": "by-nd"}, "by-nd"),
        ("own", {}, ""),
    ],
    ids=str,
)
def test_the_house_gives_what_is_ours_alone_and_a_story_can_say_otherwise(client, house_says, story, given):
    house(house_says)
    edition = make_edition(**story)

    assert republishing.licence_of(edition, Paper.objects.get()) == given
    assert client.get(edition.republish_path).status_code == (200 if given else 404)
    assert (edition.republish_path in client.get(edition.path).content.decode()) == bool(given)


def test_terms_of_our_own_stand_above_the_text(client):
    house(Licence.OWN, "Ask us <first>.")
    edition = make_edition()

    page = client.get(edition.republish_path).content.decode()

    assert "<p>Ask us &lt;first&gt;.</p>" in page
    assert "creativecommons" not in page


def test_the_html_to_copy_has_the_text_its_writers_and_the_credit_with_a_link_back(client, settings):
    edition = make_edition(
        licence="by-nd",
        headline="The ferry <& the road>",
        body='<p>It <a href="/2026/11/03/other/">sails</a>.</p><figure><img src="picture:7" alt=""></figure>',
    )

    copy, _ = copies(client, edition)

    assert copy.startswith("<h1>The ferry &lt;&amp; the road&gt;</h1>")
    assert "<p>By Isla Wren</p>" in copy
    assert f'<p>It <a href="{settings.SITE_URL}/2026/11/03/other/">sails</a>.</p>' in copy
    assert f'<a href="{settings.SITE_URL}{edition.path}" rel="canonical">The Test Gazette</a>' in copy
    assert '<a href="https://creativecommons.org/licenses/by-nd/4.0/" rel="license">CC BY-ND 4.0</a>' in copy
    assert not re.search(r"<img|<figure|<script|style=|pixel", copy)


def test_the_text_to_copy_has_no_markup_and_the_same_credit(client, settings):
    edition = make_edition(licence="by", body="<p>One &amp; two.</p><p>Three.</p>")

    _, copy = copies(client, edition)

    assert "One & two.\n\nThree." in copy
    assert f"{settings.SITE_URL}{edition.path}" in copy
    assert copy.endswith("Licence: CC BY 4.0 https://creativecommons.org/licenses/by/4.0/.")
    assert "<" not in copy


def test_what_was_put_right_goes_along_with_the_text(client):
    edition = correct(make_edition(licence="by"), right="It was sold & paid for.")

    html_copy, text = copies(client, edition)

    assert "It was sold &amp; paid for." in html_copy
    assert re.search(r"Correction, \d+ \w+ 20\d\d: We said that it was a gift. It was sold & paid for.", text)


def test_the_page_is_for_people_and_points_to_the_story(client, settings):
    page = client.get(make_edition(licence="by").republish_path).content.decode()

    assert '<meta name="robots" content="noindex">' in page
    assert re.search(rf'<link rel="canonical" href="{settings.SITE_URL}/\d{{4}}/\d\d/\d\d/[^/]+/">', page)
    assert page.count("readonly") == 2


def test_a_story_that_moved_takes_its_page_along_and_one_that_is_gone_has_none(client):
    edition = make_edition(licence="by")
    moved = rewrite(edition, slug="another-name", headline="The ferry under another name")

    assert client.get(edition.republish_path)["Location"] == moved.republish_path
    hide(moved)
    assert client.get(moved.republish_path).status_code == 404


def test_a_house_that_changes_its_licence_changes_every_page_at_once(client):
    house("by")
    edition = make_edition()
    assert client.get(edition.republish_path).status_code == 200

    Paper.objects.get().delete()
    house("none")

    assert client.get(edition.republish_path).status_code == 404
    assert edition.republish_path not in client.get(edition.path).content.decode()
