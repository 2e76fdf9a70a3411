"""Line ends, control characters, composition."""

import time

import pytest

from articles.text import cleaning
from articles.text.composing import nfc


@pytest.mark.parametrize("end", ["\r\n", "\r", "\x85", "\u2028", "\x0c", "\r\r\n"])
def test_every_line_end_becomes_one_line_feed(end):
    assert cleaning.line_ends(f"a{end}b") == "a\nb"


@pytest.mark.parametrize(
    ("sign", "reason"),
    [
        ("\x03", "control-characters"),
        ("\x00", "control-characters"),
        ("\u202e", "bidi-removed"),
        ("\u200b", "zero-width"),
    ],
)
def test_signs_that_mislead_are_taken_out_and_kept_record_of(sign, reason):
    cleaned = cleaning.clean(f"a{sign}b")

    assert (cleaned.text, [why for why, _ in cleaned.removed]) == ("ab", [reason])


@pytest.mark.parametrize("sign", ["’", "“", "…", "½", "ﬁ", "\u00a0", "\u202f", "\u200d", "\u200c", "\u200f", "\t"])
def test_signs_that_mean_something_stay(sign):
    assert cleaning.clean(f"a{sign}b").text == f"a{sign}b"


def test_a_letter_that_was_lost_on_its_way_shows_where_it_stood():
    assert cleaning.clean("Jim\x92s").text == "Jim\ufffds"


def test_a_script_without_spaces_keeps_its_zero_width_spaces():
    assert cleaning.clean("ภาษา\u200bไทย").text == "ภาษา\u200bไทย"


def test_a_removed_control_character_is_kept_as_its_picture():
    assert cleaning.clean("a\x00b").removed == [("control-characters", "␀")]


def test_wrongly_decoded_quotes_are_seen():
    assert cleaning.mojibake("he said itâ€™s done")


def test_right_text_is_not_called_wrong():
    assert not cleaning.mojibake("“It’s naïve”, said Zoë – déjà vu à São Paulo")


def test_letters_are_composed():
    assert nfc("e\u0301te\u0301") == "été"


def test_a_heap_of_marks_on_one_letter_does_not_hold_the_desk_up():
    started = time.perf_counter()

    nfc("a" + "\u0301\u0323" * 200_000)

    assert time.perf_counter() - started < 10  # a hundredth of a second; mark by mark, two minutes
