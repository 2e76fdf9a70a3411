"""Dates that depend on the day of reading."""

import pytest

from .stories import excerpts, make_story


def undated(text, **changes):
    return make_story(body=f"<p>{text}</p><p>Cars must go round by the new one.</p>", **changes)


@pytest.mark.parametrize(
    ("language", "text", "quoted"),
    [
        ("en", "The bridge closed yesterday.", "yesterday"),
        ("en", "The bridge closed on Thursday.", "on Thursday"),
        ("en", "Last week the bridge closed.", "Last week"),
        ("fr", "Le pont a fermé aujourd’hui.", "aujourd’hui"),
        ("fr", "Le pont a fermé jeudi dernier.", "jeudi dernier"),
        ("es", "El puente cerró ayer.", "ayer"),
        ("es", "El puente cerró el jueves.", "el jueves"),
    ],
)
def test_a_relative_date_in_a_story_without_a_date_is_remarked_on(language, text, quoted):
    assert excerpts(undated(text, language=language), "relative-date") == [quoted]


@pytest.mark.parametrize(
    "date",
    ["3 May", "May 3", "Sept. 3", "3rd of May", "2024-05-03", "3/5/2024", "3 mai", "1er avril", "3 de mayo", "3. März"],
)
def test_any_fixed_date_settles_the_relative_ones(date):
    assert excerpts(undated(f"The bridge closed yesterday, {date}, for a year."), "relative-date") == []


@pytest.mark.parametrize("number", ["In 1901, 20 years on,", "With 3 marches", "At 3 sites"])
def test_a_number_is_not_a_date(number):
    assert excerpts(undated(f"{number} the bridge closed yesterday."), "relative-date") == ["yesterday"]


def test_a_dateline_settles_the_relative_dates():
    assert excerpts(undated("The bridge closed yesterday.", dateline="LUND, 3 May"), "relative-date") == []


def test_what_a_speaker_calls_today_is_the_speakers():
    assert excerpts(undated("“It closed today,” said Ada."), "relative-date") == []


def test_only_the_first_place_is_quoted():
    assert excerpts(undated("It closed yesterday, not today or tomorrow."), "relative-date") == ["yesterday"]


@pytest.mark.parametrize("text", ["In today’s world bridges close.", "They met at the last Thursdays club."])
def test_words_that_only_look_like_a_date_are_left_alone(text):
    assert excerpts(undated(text), "relative-date") == []


def test_a_language_without_a_list_of_words_is_left_alone():
    assert excerpts(undated("Most zamknięto on Thursday, today.", language="pl"), "relative-date") == []
