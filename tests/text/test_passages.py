"""The place in a text where the words stand that were asked for."""

from hypothesis import given
from hypothesis import strategies as st

from articles.text import passages
from articles.text.questions import read

TEXT = "First words that nobody asked for. " * 20 + "The ferry leaves Port Merrow at noon. " + "Then more. " * 40


def what(typed, language="en"):
    return passages.wanted(read(typed, language).wanted, language)


def hits(pieces):
    return [piece.text for piece in pieces if piece.hit]


def said(pieces):
    return "".join(piece.text for piece in pieces)


def test_a_word_is_marked_in_whatever_form_it_stands():
    assert hits(passages.marked("Votes, voting and a Vote's end", what("vote"))) == ["Votes", "voting", "Vote's"]


def test_all_of_the_text_is_there_once():
    assert said(passages.marked("A ferry, a <b>ferry</b>", what("ferry"))) == "A ferry, a <b>ferry</b>"


def test_the_passage_begins_with_the_sentence_that_answers():
    assert said(passages.passage(TEXT, what("ferry noon"))).startswith("… The ferry leaves Port Merrow")


def test_a_passage_is_short_and_ends_between_words():
    shown = said(passages.passage(TEXT, what("ferry")))

    assert len(shown) <= passages.LONGEST + 4
    assert shown.endswith((". …", "more …", "Then …"))


def test_a_text_without_the_words_has_no_passage():
    assert passages.passage(TEXT, what("zebra")) == []


def test_the_place_with_most_of_the_words_is_shown():
    text = "A ferry. " + "Nothing. " * 60 + "The ferry burns at night."

    assert hits(passages.passage(text, what("ferry burns"))) == ["ferry", "burns"]


def test_wide_signs_are_marked_where_they_stand():
    assert hits(passages.marked("新しい東京都の港", what("東京都", "ja"))) == ["東京都"]


@given(st.text(), st.text())
def test_no_text_and_no_question_is_too_much(text, typed):
    asked = read(typed, "en").wanted

    assert said(passages.marked(text, passages.wanted(asked, "en"))) == text.replace("\n", " ")
