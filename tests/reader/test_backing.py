"""How a story was reported stands under it; what a machine did stands beside the byline; machines are told both."""

import json
import re

import pytest

from tests.factories import make_edition

from .papers import BACKING, rewrite

pytestmark = [pytest.mark.django_db, pytest.mark.once]


def page(client, edition):
    return client.get(edition.path).content.decode()


def data(html):
    return json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)[1])


def below(html):
    return re.search(r'<section class="how".*?</section>', html, re.DOTALL)[0]


def test_a_story_says_how_it_was_reported(client):
    html = below(page(client, make_edition(**BACKING, reply_on="2026-11-03")))

    assert "<p>We sat through the meeting and read its minutes.</p>" in html
    assert '<a href="https://council.example/minutes" rel="nofollow"><bdi>Minutes of the council</bdi></a>' in html
    assert "<li><bdi>Four people who were there</bdi></li>" in html
    assert "We asked for the other side on 3 November 2026." in html
    assert "The board said that it would answer in May." in html
    assert "The board is our landlord." in html
    assert "Fact-checked by Hedda Quill." in html


def test_a_source_for_the_desk_alone_is_not_in_the_edition_at_all(client):
    edition = make_edition(**BACKING)

    assert "The night porter" not in page(client, edition)
    assert "The night porter" not in json.dumps(edition.backing)


def test_a_story_that_says_nothing_has_no_empty_box(client):
    html = page(client, make_edition())

    assert "How we reported this" not in html
    assert 'class="ai"' not in html


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"ai_use": "assisted", "ai_purpose": "to transcribe <it>"}, "AI was used to transcribe &lt;it&gt;."),
        ({"ai_use": "assisted"}, "AI helped with this story."),
        (
            {"ai_use": "generated", "ai_reviewer": "Hedda Quill"},
            "This text was written by AI. Reviewed by Hedda Quill before publication.",
        ),
    ],
    ids=str,
)
def test_what_a_machine_did_is_said_before_the_text(client, fields, words):
    html = page(client, make_edition(**fields))

    said = re.search(rf'<p class="ai">\s*{re.escape(words)}\s*</p>', html)
    assert said.start() < html.index('<div class="body"')
    assert "How we reported this" not in html


def test_machines_are_told_what_readers_are(client):
    told = data(page(client, make_edition(**BACKING, licence="by-nd")))

    assert told["backstory"].startswith("We sat through the meeting")
    assert "The board is our landlord." in told["backstory"]
    assert told["citation"] == [
        {"@type": "CreativeWork", "name": "Minutes of the council", "url": "https://council.example/minutes"},
        {"@type": "CreativeWork", "name": "Four people who were there"},
    ]
    assert told["digitalSourceType"] == "https://schema.org/AlgorithmicallyEnhancedDigitalSource"
    assert told["license"] == "https://creativecommons.org/licenses/by-nd/4.0/"


def test_machines_are_told_nothing_of_what_is_not_said(client):
    assert not {"backstory", "citation", "digitalSourceType", "license"} & data(page(client, make_edition())).keys()


def test_a_new_account_of_how_it_was_reported_is_a_new_page_and_no_update(client):
    edition = make_edition(**BACKING)
    etag = client.get(edition.path)["ETag"]

    newer = rewrite(edition, method="We read the minutes, and then the other minutes.")

    assert client.get(edition.path)["ETag"] != etag
    assert "and then the other minutes" in page(client, newer)
    assert newer.updated_at is None


def test_the_box_speaks_the_language_of_the_story(client):
    html = below(page(client, make_edition(language="fr", method="Nous avons lu le procès-verbal.")))

    assert "Comment nous avons travaillé" in html
