"""Addresses out of headlines."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text.slugs import slug_of


@pytest.mark.parametrize(
    ("headline", "slug"),
    [
        ("Straße in Łódź: Ærø’s “naïve” café", "strasse-in-lodz-aeros-naive-cafe"),
        ("Россия и Украина", "rossiya-i-ukraina"),
        ("Αθήνα: η πόλη", "athina-i-poli"),
        ("ラーメン しゃっくり マッチャ", "ramen-shakkuri-matcha"),
        ("قال جو", "qal-jw"),
        ("admin", "admin-story"),
    ],
)
def test_a_headline_in_a_known_alphabet_is_written_in_latin_letters(headline, slug):
    assert slug_of(headline) == slug


@pytest.mark.parametrize("headline", ["岩手の母娘行方不明事件", "!!!", ""])
def test_what_has_no_latin_form_gets_a_stable_number(headline):
    assert re.fullmatch(r"story-[0-9a-f]{6}", slug_of(headline))


def test_a_long_headline_is_cut_at_a_word():
    assert slug_of("harbour " * 20) == "-".join(["harbour"] * 10)


@given(st.text(max_size=300))
def test_every_slug_is_an_address_part(headline):
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug_of(headline)) and len(slug_of(headline)) <= 86
