"""Rules about quotations."""

import pytest

from .stories import excerpts, make_story, told

OPENING = "<p>“We waited,” said Ada Lind, who chairs the committee for works.</p>"


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("“We waited, said Ada Lind.", "“We waited, said Ada Lind."),
        ("We waited,” said Ada Lind.", "We waited,”"),
        ('"We waited, said Ada Lind.', '"We waited, said Ada Lind.'),
        ("« Nous attendions, dit Ada.", "« Nous attendions, dit Ada."),
        ("„Wir warten, sagte Ada.", "„Wir warten, sagte Ada."),
        ("市長は「待っていたと述べた。", "「待っていたと述べた。"),
    ],
)
def test_a_mark_without_partner_is_quoted_with_its_words(text, quoted):
    assert excerpts(told(text), "quotes-unpaired") == [quoted]


@pytest.mark.parametrize(
    "text",
    [
        "“We waited,” said Ada Lind. “No more.”",
        '"We waited," said Ada Lind.',
        "„Wir warten“, sagte Ada. „Nicht mehr.“",
        "”Vi väntar”, sade Ada.",
        "»Vi venter«, sagde Ada.",
        "« Nous attendions », dit Ada.",
        "市長は「『橋』を待っていた」と述べた。",
        'قالت "انتظرنا" ثم "انتهى".',
        "It’s the ’90s, and the workers’ bridge isn’t shut.",
        'She is 5\'10" and the pipe is 6" wide.',
        'A 27" screen.',
        "The “class of 2010” and “2011”.",
        'צה"ל הודיע',
    ],
)
def test_marks_that_pair_or_are_no_quotation_marks_are_left_alone(text):
    assert excerpts(told(text), "quotes-unpaired") == []


def test_a_quotation_that_runs_on_may_open_again_in_each_paragraph():
    story = told("“We waited long,” said Ada. “And then", "“we waited more", "“until it was done.”")

    assert excerpts(story, "quotes-unpaired") == []


def test_a_spanish_quotation_that_runs_on_takes_the_closing_mark_up_again():
    story = told("«Esperamos mucho, dijo Ada", "»y luego terminó».", language="es")

    assert excerpts(story, "quotes-unpaired") == []


def test_a_quotation_that_runs_on_without_a_mark_is_one_finding():
    story = told("“We waited long,” said Ada. “And then", "we waited more until it was done.”")

    assert excerpts(story, "quotes-unpaired") == ["“And then"]


def test_a_japanese_quotation_runs_on_without_a_mark():
    assert excerpts(told("「待っていた。", "橋は閉鎖された」", language="ja"), "quotes-unpaired") == []


def test_a_headline_is_paired_by_itself():
    story = told("” said nobody.", headline="“We waited")

    assert len(excerpts(story, "quotes-unpaired")) == 2


def test_straight_and_curly_marks_in_one_story_are_a_hint():
    assert excerpts(told('"We waited," said Ada.', "“Long,” she said."), "quotes-mixed") == ['"We waited,"']


def test_inches_beside_curly_marks_are_not_mixed():
    assert excerpts(told('A 27" screen.', "“Long,” she said."), "quotes-mixed") == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "“Nobody has told us a thing so far.” The bridge is old."),
        ("fr", "« Personne ne nous a rien raconté encore. » Le pont est vieux."),
        ("es", "«Nadie nos ha contado nada todavía.» El puente es viejo."),
        ("de", "„Niemand hat uns bisher etwas erzählt.“ Die Brücke ist alt."),
    ],
)
def test_a_quotation_nobody_says_is_a_hint(language, text):
    story = make_story(body=f"<p>{text}</p>", language=language)

    assert len(excerpts(story, "quote-without-speaker")) == 1


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "“Nobody has told us a thing so far,” she said."),
        ("en", "“Nobody has told us a thing so far.” For Ada Lind, that was it."),
        ("en", "It was “a bridge too far for all of us” in the end."),
        ("en", "“The Lord of the Rings: The Two Towers” is long."),
        ("fr", "« Personne ne nous a rien raconté encore », dit-elle."),
        ("es", "«Nadie nos ha contado nada todavía», según ella."),
        ("de", "„Niemand hat uns bisher etwas erzählt“, sagte sie."),
        ("ja", "「まだ誰も私たちに何も話していないし、これからも話さないだろう」。橋は古い。"),
        ("ar", "“لم يخبرنا أحد بأي شيء حتى الآن يا سيدي”. الجسر قديم."),
        ("pl", "„Nikt nam jeszcze nic nie powiedział.” Most jest stary."),
    ],
)
def test_a_quotation_with_a_speaker_or_in_another_language_is_left_alone(language, text):
    story = make_story(body=f"<p>{text}</p>", language=language)

    assert excerpts(story, "quote-without-speaker") == []


def test_a_speaker_in_the_next_paragraph_is_near_enough():
    story = make_story(body="<p>“Nobody has told us a thing so far.”</p>" + OPENING)

    assert excerpts(story, "quote-without-speaker") == []


def test_an_arabic_quotation_in_a_story_marked_as_english_is_left_alone():
    story = make_story(body="<p>“لم يخبرنا أحد بأي شيء حتى الآن يا سيدي”. الجسر قديم.</p>")

    assert excerpts(story, "quote-without-speaker") == []
