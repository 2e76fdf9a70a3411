"""Reading takes time in proportion to the text, also on text made to slow it down."""

from time import process_time

import pytest

from articles.copydesk import RULES

from .stories import make_story, told

HARD = {
    "no spaces": "a" * 12,
    "apostrophes": "a'a'",
    "the same word": "the ",
    "openings": "“a ",
    "closings": "a” ",
    "quoted days": "“today” ",
    "straight marks": 'a "b ',
    "guillemets": "« a ",
    "placeholders": "XXX [CHECK ?? ",
    "garble": "Ã©à€â",
    "digits": "today 1 ",
    "commas": "a , ",
    "no-break spaces": "\u00a0" * 8,
}


def seconds_to_read(story):
    assert story.passages
    start = process_time()
    for rule in RULES.values():
        rule(story)
    return process_time() - start


@pytest.mark.parametrize("piece", HARD)
def test_a_text_four_times_as_long_takes_about_four_times_as_long(piece):
    short, long = (told("a" + HARD[piece] * (size // len(HARD[piece])) + "b") for size in (50_000, 200_000))

    assert seconds_to_read(long) < 0.5 + 10 * seconds_to_read(short)


def test_a_rule_stops_after_fifty_findings():
    assert len(RULES["placeholder"](told("TK " * 1000))) == 50


def test_a_long_headline_is_compared_once_with_each_paragraph():
    story = make_story(headline="a" * 100_000, body=f"<p>{'a' * 99_999}b</p>" * 5)

    assert seconds_to_read(story) < 20  # with each character it would be hours
