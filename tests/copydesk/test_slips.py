"""Slips of the keyboard and of the encoding."""

import pytest

from articles.copydesk import read

from .stories import excerpts, told


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("He saw the the bridge.", "the the"),
        ("The the bridge.", "The the"),
        ("He saw the<br>the bridge.", "the\nthe"),
        ("It is a big, big bridge by by the river.", "by by"),
        ("He doesn’t doesn’t know.", "doesn’t doesn’t"),
    ],
)
def test_a_word_typed_twice_is_quoted(text, quoted):
    assert excerpts(told(text), "doubled-word") == [quoted]


@pytest.mark.parametrize(
    "text",
    [
        "He had had enough, and that that was so was very very clear.",
        "They flew to Bora Bora and Walla Walla.",
        "Download the The Bridge app.",
        "He is an A A Milne reader.",
        "Rates fell to 10 10 times.",
        "A face-to-face to end it.",
        "The law of the.the site.",
    ],
)
def test_doubling_on_purpose_is_left_alone(text):
    assert excerpts(told(text), "doubled-word") == []


def test_french_doubles_its_pronouns():
    assert excerpts(told("Nous nous levons et vous vous taisez.", language="fr"), "doubled-word") == []


def test_a_doubled_word_is_found_in_french():
    assert excerpts(told("Il a vu le le pont.", language="fr"), "doubled-word") == ["le le"]


def test_turkish_doubles_words_as_grammar():
    assert excerpts(told("Köprü yavaş yavaş yıkılıyor.", language="tr"), "doubled-word") == []


def test_two_words_across_paragraphs_are_not_doubled():
    assert excerpts(told("It ends with bridge", "bridge begins this one."), "doubled-word") == []


def test_an_excerpt_grows_until_it_can_be_found():
    assert excerpts(told("He saw the theatre, the the bridge."), "doubled-word") == ["theatre, the the"]


def test_two_spaces_are_one_hint_however_many_there_are():
    story = told("It was  closed. It is  closed.")

    (finding,) = read(story, only=["doubled-space"])

    assert (finding.excerpt, "and 1 more" in finding.message) == ("was  closed.", True)


def test_spaces_in_listings_and_tables_are_left_alone():
    after = "<pre>a  b</pre><table><tr><td>a  b</td><td>c</td></tr></table>"

    assert excerpts(told(after=after), "doubled-space") == []


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("The mayorâ€™s bridge", "mayorâ€™s"),
        ("A cafÃ© by the river", "cafÃ©"),
        ("It costs Â£10.", "Â£10."),
        ("A caf\ufffd by the river", "caf\ufffd"),
        ("The mayor\x92s bridge", "mayor\x92s"),
        ("ÐœÐ¾ÑÑ‚ is closed", "ÐœÐ¾ÑÑ‚"),
        ("A caf√© by the river", "caf√©"),
    ],
)
def test_garbled_text_is_an_error(text, quoted):
    assert excerpts(told(text), "mojibake") == [quoted]


@pytest.mark.parametrize(
    "text",
    [
        "“NÃO, SÓ AMANHÃ”, disse a IRMÃ…",
        "Le PÂTÉ, l’ÂME et l’Âge d’or",
        "Ærø, Ørsted og Ðað",
        "İstanbul’da 5 √2 ve 20 €",
        "Мост закрыт. 橋は閉鎖。 الجسر مغلق",
        "São João é bãêñ",
    ],
)
def test_accented_and_foreign_text_is_not_garbled(text):
    assert excerpts(told(text), "mojibake") == []


def test_a_space_before_a_comma_is_a_hint_in_english():
    assert excerpts(told("The bridge , they say."), "space-before-punctuation") == ["bridge ,"]


@pytest.mark.parametrize("text", ["They use .NET at .gov sites.", "We paid .5 percent :)", "And then … it fell"])
def test_a_space_before_a_name_or_number_is_right(text):
    assert excerpts(told(text), "space-before-punctuation") == []


def test_french_sets_a_space_before_high_punctuation():
    assert excerpts(told("Qui a fermé le pont ? Le maire : lui !", language="fr"), "space-before-punctuation") == []
