"""Anything can stand in the search field."""

import pytest

from articles.text.questions import LONGEST, MOST, Term, read


def wanted(typed, language="en-gb"):
    return [" ".join(term.stems) for term in read(typed, language).wanted]


def unwanted(typed):
    return [" ".join(term.stems) for term in read(typed, "en-gb").unwanted]


@pytest.mark.parametrize("quoted", ['"Port Merrow"', "“Port Merrow”", "„Port Merrow“", "«Port Merrow»"])
def test_words_in_quotes_stand_together(quoted):
    assert wanted(quoted) == ["port merrow"]


def test_a_quotation_that_does_not_end_is_words():
    assert wanted('"port merrow') == ["port", "merrow"]


def test_a_dash_before_a_word_or_a_quotation_leaves_it_out():
    assert unwanted('ferry -council -"port merrow"') == ["council", "port merrow"]


@pytest.mark.parametrize("typed", ["well-known", "covid-19"])
def test_a_dash_inside_a_word_does_not(typed):
    assert (unwanted(typed), len(wanted(typed))) == ([], 1)


def test_a_number_below_zero_is_a_number():
    assert (wanted("-5"), unwanted("-5")) == (["5"], [])


def test_small_words_are_left_away():
    assert wanted("what happened to the ferry") == ["ferri"]


def test_small_words_alone_are_all_there_is():
    assert wanted("the who") == ["the", "who"]


def test_small_words_in_quotes_are_meant():
    assert wanted('"the who" concert') == ["the who", "concert"]


def test_a_french_article_is_no_part_of_its_word():
    assert wanted("l’élection", "fr") == wanted("élections", "fr")


def test_a_single_wide_sign_is_the_beginning_of_a_pair():
    assert read("猫", "ja").wanted == (Term(("猫",), begins=True),)


@pytest.mark.parametrize("typed", ["", " ", '"', "-", '""', "***", "( ) ^ : ~", "\0", '-""', "。、"])
def test_signs_alone_ask_for_nothing(typed):
    assert not read(typed, "en-gb")


def test_more_words_than_are_looked_for_are_cut_and_it_says_so():
    question = read(" ".join(f"word{n}" for n in range(100)), "en")

    assert (len(question.wanted), question.cut) == (MOST, True)


def test_a_question_as_long_as_a_book_is_cut_and_it_says_so():
    question = read("x" * 10_000, "en")

    assert (len(question.text), question.cut) == (LONGEST, True)
