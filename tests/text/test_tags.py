"""The line of tags, and tags found in a text."""

import random
import string
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text import tags

NAMES = st.text(min_size=1, max_size=20).map(str.strip).filter(bool)


@given(st.lists(NAMES))
def test_what_is_joined_is_split_again(names):
    assert tags.split(tags.join(names)) == sorted(set(names))


def test_commas_separate_and_quotes_hold_together():
    assert tags.split('harbour, "Merrow, Port of",, fish ') == ["Merrow, Port of", "fish", "harbour"]


def test_two_spellings_of_a_tag_have_one_key():
    assert tags.key("  Ｆish \u00a0Market") == tags.key("fish market")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("japan’s plans", "Japan"),
        ("the Defence\nIndustry", "defence industry"),
        ("at AT&T today", "AT&T"),
        ("written in C++.", "C++"),
        ("東京都で", "東京"),
        ("NATO said", "NATO"),
    ],
)
def test_a_tag_that_stands_in_the_text_is_found(text, name):
    assert tags.mentioned(text, [name]) == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Japanese plans", "Japan"),
        ("he told us", "US"),
        ("a nato of", "NATO"),
        ("defence, industry", "defence industry"),
        ("京都", "東京"),
    ],
)
def test_a_tag_that_only_looks_like_it_is_not_found(text, name):
    assert tags.mentioned(text, [name]) == []


def test_tens_of_thousands_of_tags_cost_one_pass_over_the_text():
    dice = random.Random(1)
    known = tags.vocabulary("".join(dice.choices(string.ascii_lowercase, k=7)) for _ in range(40_000))
    text = "Officials from both sides said that the harbour would close for repairs. " * 70
    started = time.perf_counter()

    for _ in range(20):
        tags.mentioned(text, known)

    assert time.perf_counter() - started < 10  # a hundredth of a second; name by name, a minute
