"""Rules about the headline."""

from .stories import codes, excerpts, make_story, told


def test_a_story_without_headline_is_an_error():
    assert codes(make_story(headline=" ")) == ["no-headline"]


def test_a_headline_of_more_than_100_characters_is_long():
    assert codes(make_story(headline="a" * 50 + " " + "b" * 50)) == ["headline-long"]


def test_a_headline_of_100_characters_is_not_long():
    assert codes(make_story(headline="a" * 50 + " " + "b" * 49)) == []


def test_a_headline_in_capitals_is_remarked_on():
    assert codes(make_story(headline="COUNCIL CLOSES BRIDGE")) == ["headline-capitals"]


def test_a_greek_headline_in_capitals_is_remarked_on():
    assert codes(make_story(headline="ΚΛΕΙΝΕΙ Η ΓΕΦΥΡΑ", language="el")) == ["headline-capitals"]


def test_one_short_word_in_capitals_does_not_shout():
    assert codes(make_story(headline="NASA")) == []


def test_acronyms_in_a_japanese_headline_do_not_shout():
    assert codes(make_story(headline="NATOとEUの首脳会議、WTO改革を協議", language="ja")) == []


def test_an_arabic_headline_has_no_capitals():
    assert codes(make_story(headline="إغلاق الجسر القديم أمام السيارات لمدة عام", language="ar")) == []


def test_the_headline_in_the_text_is_found_whatever_its_case_and_quotes():
    story = told("Why “The Bridge” Closed", headline="WHY 'THE BRIDGE' closed!")

    assert excerpts(story, "headline-repeated") == ["Why “The Bridge” Closed"]


def test_a_japanese_headline_in_the_text_is_found_in_its_wide_form():
    story = told("ＮＡＴＯ、日本と協力", headline="NATO 日本と協力", language="ja")

    assert excerpts(story, "headline-repeated") == ["ＮＡＴＯ、日本と協力"]


def test_a_first_sentence_that_begins_like_the_headline_is_not_a_repetition():
    story = told("Council closes the old bridge to cars, and to buses.")

    assert excerpts(story, "headline-repeated") == []


def test_a_headline_of_punctuation_repeats_nothing():
    assert excerpts(told("—", headline="…"), "headline-repeated") == []
