"""What readers are shown of earlier editions: whether, which, and in which words."""

from datetime import timedelta

import pytest
from django.core.checks import run_checks
from django.utils import timezone

from articles import publishing
from articles.text import changes_in_words
from articles.text.changes_in_words import Fate
from tests.factories import make_edition

from .papers import correct, hide, rewrite

pytestmark = pytest.mark.django_db
BODY = "<p>The council met on Tuesday.</p><p>Work begins in March.</p><p>The ferry is sold.</p>"
REWRITTEN = "<p>The council met on Monday.</p><p>The ferry is sold.</p><p>Nobody spoke against it at the end.</p>"


def changes_of(client, edition):
    return client.get(edition.changes_path).content.decode()


def is_shown(client, edition):
    """Whether there is a page, which the story's own page must link or not link alike."""
    linked = f'href="{edition.changes_path}"' in client.get(edition.path).content.decode()
    assert client.get(edition.changes_path).status_code == (200 if linked else 404)
    return linked


def test_a_change_is_told_in_plain_words_with_the_correction_that_went_with_it(client):
    edition = make_edition(body=BODY, headline="Port Merrow votes to save its ferry")
    edition = correct(edition, body=REWRITTEN, headline="Port Merrow votes to buy its ferry")

    html = changes_of(client, edition)

    for sentence in (
        "The headline was changed.",
        "1 paragraph was added.",
        "1 paragraph was removed.",
        "1 paragraph was reworded.",
        "1 change that readers saw",
        "1 paragraph unchanged",
        "It was sold.",
    ):
        assert sentence in html
    assert '<del><span class="vh">removed: </span>save<' in html
    assert '<ins><span class="vh">added: </span>buy<' in html


def test_a_change_is_told_in_the_language_of_the_story(client):
    edition = correct(make_edition(body=BODY, language="ar"), body=REWRITTEN)

    html = changes_of(client, edition)

    assert '<html lang="ar" dir="rtl">' in html
    assert "أُضيفت فقرة واحدة." in html


@pytest.mark.parametrize(
    ("paper", "story", "corrected", "shown"),
    [
        ("corrected", "", False, False),
        ("corrected", "", True, True),
        ("corrected", "always", False, True),
        ("corrected", "never", True, False),
        ("always", "", False, True),
        ("always", "never", True, False),
        ("never", "", True, False),
        ("never", "always", False, True),
    ],
)
def test_changes_are_shown_as_the_story_says_or_else_as_the_paper_does(
    client, settings, paper, story, corrected, shown
):
    settings.PUBLIC_CHANGES = paper
    edition = make_edition(public_changes=story)

    edition = correct(edition) if corrected else rewrite(edition, headline="The harbour story, told again")

    assert is_shown(client, edition) == shown


def test_a_story_of_one_edition_has_no_changes(client, settings):
    settings.PUBLIC_CHANGES = "always"

    assert not is_shown(client, make_edition())


def test_only_editions_that_readers_saw_are_compared(client, settings):
    settings.PUBLIC_CHANGES = "always"
    edition = rewrite(make_edition(), headline="The harbour story, told again")
    rewrite(edition, headline="The quinquereme story", at=timezone.now() + timedelta(hours=1))
    publishing.cancel(edition.article, by=None)
    rewrite(edition, headline="The trireme story", at=timezone.now() + timedelta(hours=2))

    html = changes_of(client, edition)

    assert "told again" in html
    assert "quinquereme" not in html
    assert "trireme" not in html


def test_what_stood_before_a_kill_is_never_shown_again(client, settings):
    settings.PUBLIC_CHANGES = "always"
    first = correct(make_edition(headline="The quinquereme story of the harbour"), standfirst="A quinquereme sails")
    publishing.kill(first.article, by=None, notice="Withdrawn.", reason="Court")
    publishing.revive(first.article, by=None, reason="Rewritten")
    second = rewrite(first, headline="The plain story of the harbour", standfirst="Nothing sails", slug="plain")

    alone = is_shown(client, second)
    third = rewrite(second, headline="The plain story of the harbour, told again")

    assert (alone, is_shown(client, third)) == (False, True)
    assert "quinquereme" not in changes_of(client, third)
    assert "first published" not in changes_of(client, third)


def test_a_story_that_readers_do_not_have_has_no_changes(client):
    edition = correct(make_edition())
    hide(edition)

    assert client.get(edition.changes_path).content == client.get("/no/such/address/").content


def test_the_newsroom_chooses_which_parts_are_compared(client, settings):
    settings.PUBLIC_CHANGES_OF = ["headline"]
    edition = make_edition(body=BODY, headline="Port Merrow votes to save its ferry")
    edition = correct(edition, body=REWRITTEN, headline="Port Merrow votes to buy its ferry")

    html = changes_of(client, edition)

    assert "The headline was changed." in html
    assert "paragraph" not in html


def test_an_edition_that_reads_the_same_is_no_change(client, settings):
    settings.PUBLIC_CHANGES = "always"
    edition = rewrite(make_edition(kicker="Before"), headline="The harbour story, told again")
    edition = rewrite(edition, kicker="After")

    assert "1 change that readers saw" in changes_of(client, edition)


def test_changes_are_numbered_and_cost_the_same_on_every_page(client, settings, monkeypatch, django_assert_num_queries):
    settings.PUBLIC_CHANGES = "always"
    monkeypatch.setattr("articles.views.changes.STEPS", 2)
    edition = make_edition()
    for number in range(3):
        edition = rewrite(edition, headline=f"The harbour story, told {number} times")

    with django_assert_num_queries(4):
        first = client.get(edition.changes_path).content.decode()
    with django_assert_num_queries(4):
        second = client.get(f"{edition.changes_path}?page=2").content.decode()
    with django_assert_num_queries(3):  # held ready: no text is read, nothing compared
        client.get(f"{edition.changes_path}?page=2")

    assert ("first published" in first, "first published" in second) == (False, True)


def test_the_page_of_changes_is_not_for_search_engines(client):
    html = changes_of(client, correct(make_edition()))

    assert '<meta name="robots" content="noindex">' in html
    assert "ld+json" not in html


def test_an_old_address_leads_to_the_changes_and_the_data_of_the_new_one(client):
    old = make_edition(slug="the-old-name")
    new = correct(old, slug="the-new-name")

    assert client.get(old.changes_path)["Location"] == new.changes_path
    assert client.get(old.data_path)["Location"] == new.data_path


@pytest.mark.parametrize(
    ("name", "value", "code"),
    [("PUBLIC_CHANGES", "sometimes", "newsroom.E002"), ("PUBLIC_CHANGES_OF", ["byline"], "newsroom.E003")],
)
def test_a_word_that_the_settings_do_not_know_is_an_error(settings, name, value, code):
    setattr(settings, name, value)

    assert code in [error.id for error in run_checks()]


@pytest.mark.parametrize(
    ("old", "new", "fates"),
    [
        ("<p>One thing.</p>", "<p>One thing.</p>", {}),
        ("<p>One thing.</p>", "<p>One thing.</p><p>Quite another matter.</p>", {Fate.ADDED: 1}),
        ("<p>One thing.</p><p>Quite another matter.</p>", "<p>One thing.</p>", {Fate.REMOVED: 1}),
        ("<p>One thing was said.</p>", "<p>One thing was heard.</p>", {Fate.REWORDED: 1}),
        ("<p>One thing was said.</p>", "<p>One <em>thing</em> was said.</p>", {Fate.RESTYLED: 1}),
        ("", "<p>One thing.</p>", {Fate.ADDED: 1}),
    ],
)
def test_the_fates_of_paragraphs_are_counted(old, new, fates):
    counted = changes_in_words.of_body("body", old, new).fates

    assert {fate: count for fate, count in counted.items() if fate != Fate.SAME} == fates


@pytest.mark.parametrize(
    ("old", "new", "fate"),
    [("", "New", Fate.ADDED), ("Old", "", Fate.REMOVED), ("Old", "New", Fate.REWORDED), ("Old", "Old", Fate.SAME)],
)
def test_a_line_comes_goes_or_changes(old, new, fate):
    assert changes_in_words.of_line("standfirst", old, new).fate == fate


def test_the_paragraphs_are_numbered_as_the_newer_text_has_them():
    part = changes_in_words.of_body("body", BODY, REWRITTEN)

    assert [(place.fate, place.number) for place in part.places if place.fate != Fate.SAME] == [
        (Fate.REWORDED, 1),
        (Fate.REMOVED, 0),
        (Fate.ADDED, 3),
    ]
