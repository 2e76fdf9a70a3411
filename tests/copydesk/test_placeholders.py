"""Notes to oneself that must not reach readers."""

import pytest

from articles.copydesk import Picture

from .stories import excerpts, make_story, told


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("It cost TK, the mayor said.", "TK"),
        ("It cost TKTK.", "TKTK"),
        ("Councillor XXX voted against.", "XXX"),
        ("A rise of XX.X percent.", "XX.X"),
        ("A rise of XX percent.", "XX"),
        ("It cost $XX million.", "$XX"),
        ("The bridge [CHECK] opened in 1901.", "[CHECK]"),
        ("The bridge [CHECK with Ada] opened in 1901.", "[CHECK with Ada]"),
        ("It opened in ??.", "??"),
        ("Quote from the mayor TO COME.", "TO COME"),
        ("The date is TBC.", "TBC"),
        ("Lorem ipsum dolor sit amet.", "Lorem ipsum dolor"),
        ("Lorem ipsum", "Lorem ipsum"),
    ],
)
def test_a_placeholder_is_an_error(text, quoted):
    assert excerpts(told(text), "placeholder") == [quoted]


@pytest.mark.parametrize(
    "text",
    [
        "Super Bowl XXX was played in Tempe.",
        "The Games of the XXX Olympiad were held in London.",
        "The shop is a TK Maxx.",
        "Flight TK1980 landed early.",
        "He won by TKO.",
        "Write your number as XXX-XX-1234 or 555-XXXX.",
        "The rapper is called XXXTentacion.",
        "“You did what??” she asked.",
        "The worst is yet to come.",
        "THE WORST IS YET TO COME FOR US",
        "Printers have used lorem ipsum since the 1500s.",
        "TBC Bank has opened a branch.",
        "See note [a] and [Name].",
    ],
)
def test_what_only_looks_like_a_placeholder_is_left_alone(text):
    assert excerpts(told(text), "placeholder") == []


def test_a_spanish_ordinal_is_a_numeral():
    assert excerpts(told("Se celebra el XXX aniversario.", language="es"), "placeholder") == []


def test_four_times_x_is_no_numeral_in_any_language():
    assert excerpts(told("El alcalde XXXX votó en contra.", language="es"), "placeholder") == ["XXXX"]


def test_placeholders_are_found_around_the_text_too():
    story = make_story(headline="Bridge costs TK", lead=Picture(alt="Bridge", caption="By XXX", credit="Ada"))

    assert excerpts(story, "placeholder") == ["TK", "XXX"]


def test_a_listing_of_code_holds_no_placeholders():
    assert excerpts(told(after="<pre>mktemp /tmp/XXX ??</pre>"), "placeholder") == []
