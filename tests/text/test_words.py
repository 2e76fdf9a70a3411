"""Texts and questions are taken apart by the same rules."""

import pytest

from articles.text.folding import fold
from articles.text.words import forms, stems

PAIRS = [
    ("elections", "Election"),
    ("Élysée", "elysee"),
    ("Straße", "strasse"),
    ("Łódź", "Lodz"),
    ("Ærø", "aero"),
    ("ёлка", "елка"),
    ("Αθήνα", "αθηνα"),
    ("U.S.", "US"),
    ("1,000,000", "1000000"),
    ("the ferry's", "the ferry"),
    ("ｆｅｒｒｙ", "ferry"),
    ("co\u00adoperate", "cooperate"),
    ("الانتخابات", "انتخابات"),
    ("مُحَمَّد", "محمد"),
    ("إسلام", "اسلام"),
    ("١٢٣", "123"),
    ("שָׁלוֹם", "שלום"),
    ("русского", "русский"),
]


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_two_spellings_of_a_word_are_one(one, other):
    assert stems(one, "en-gb") == stems(other, "en-gb") != []


@pytest.mark.parametrize(("one", "other"), [("news", "new"), ("universe", "universal cat")])
def test_two_words_stay_two(one, other):
    assert stems(one, "en") != stems(other, "en")


def test_a_run_of_wide_signs_gives_its_pairs_and_its_last_sign():
    assert stems("東京都", "ja") == ["東京", "京都", "都"]


def test_latin_letters_among_wide_signs_are_a_word():
    assert stems("日本NATO加盟", "ja") == ["日本", "本", "nato", "加盟", "盟"]


def test_hindi_words_keep_their_vowels():
    assert forms("हिन्दी भाषा") == ["हिन्दी", "भाषा"]


def test_the_language_of_the_paper_decides_how_latin_words_are_cut():
    assert stems("maisons", "fr") == stems("maison", "fr")


def test_a_language_without_a_stemmer_is_cut_in_english():
    assert stems("elections", "cy") == stems("election", "cy")


def test_folding_is_done_once_and_for_all():
    text = "Ünïcödé ß œ ﬁ Ⅻ"

    assert fold(fold(text)) == fold(text)
