"""One plain text into one record."""

import time

import pytest

from articles.importers.plaintext import parse
from articles.importers.record import Credit, Unreadable

from .samples import HEADLINE, OTHER, SENTENCE, codes, record_of


def test_the_first_line_is_the_headline_and_the_rest_the_body():
    record = record_of(HEADLINE, SENTENCE, OTHER)

    assert (record.headline, record.body_html) == (HEADLINE, f"<p>{SENTENCE}</p><p>{OTHER}</p>")


def test_the_headline_said_again_is_taken_out_and_reported():
    record = record_of(HEADLINE, HEADLINE.upper(), f"“{HEADLINE}.”", SENTENCE)

    assert (record.body_html, codes(record).count("headline-repeated")) == (f"<p>{SENTENCE}</p>", 1)


def test_a_line_that_nearly_says_the_headline_again_is_kept_and_flagged():
    record = record_of(HEADLINE, f"{HEADLINE}s.", SENTENCE)

    assert [finding.paragraph for finding in record.findings if finding.code == "headline-nearly-repeated"] == [1]


@pytest.mark.parametrize("label", ["HEADLINE: ", "Title: ", "# "])
def test_a_label_before_the_headline_is_taken_off(label):
    assert record_of(label + HEADLINE, SENTENCE).headline == HEADLINE


@pytest.mark.parametrize("prefix", ["UPDATE 1-", "RPT-UPDATE 2-", "CORRECTED-", "BREAKING:"])
def test_a_wire_prefix_is_kept_apart(prefix):
    record = record_of(f"{prefix}{HEADLINE}", SENTENCE)

    assert (record.headline_prefix, record.headline) == (prefix, HEADLINE)


def test_a_headline_of_more_than_100_characters_is_flagged():
    assert "headline-long" in codes(record_of("Council " * 14, SENTENCE))


@pytest.mark.parametrize(
    ("line", "credits"),
    [
        ("By Isla Wren", [Credit("Isla Wren")]),
        ("By ISLA WREN and Tom d’Hale", [Credit("ISLA WREN"), Credit("Tom d’Hale")]),
        ("By Isla Wren, council reporter", [Credit("Isla Wren", "council reporter")]),
        ("Von Jürgen van der Meer", [Credit("Jürgen van der Meer")]),
        ("By Isla Wren <isla@merrow.example>", [Credit("Isla Wren", "", "isla@merrow.example")]),
    ],
)
def test_a_byline_names_its_people(line, credits):
    record = record_of(HEADLINE, line, SENTENCE)

    assert (record.byline, record.credits, record.body_html) == (line, credits, f"<p>{SENTENCE}</p>")


@pytest.mark.parametrize(
    "line",
    [
        "By the end of the day the pier had gone and nobody could say where.",
        "By Tuesday the pier had gone.",
        "By The Sea",
        "By hand",
    ],
)
def test_a_sentence_that_begins_with_by_is_no_byline(line):
    assert record_of(HEADLINE, line, SENTENCE).byline == ""


def test_a_text_without_a_byline_asks_for_an_author():
    assert "no-byline" in codes(record_of(HEADLINE, SENTENCE))


def test_a_line_under_the_headline_that_ends_no_sentence_is_the_standfirst():
    dek = "Storms, a shortfall and a vote that split the town"

    assert record_of(HEADLINE, dek, SENTENCE, OTHER).standfirst == dek


def test_a_first_sentence_is_no_standfirst():
    assert record_of(HEADLINE, "The vote was six to five.", SENTENCE).standfirst == ""


def test_a_date_line_is_taken_out():
    record = record_of(HEADLINE, "Friday, July 21, 2017", SENTENCE)

    assert (record.extra["dated"], record.body_html) == ("2017-07-21", f"<p>{SENTENCE}</p>")


def test_a_date_that_can_be_read_two_ways_is_flagged_and_not_guessed():
    record = record_of(HEADLINE, "03/04/2025", SENTENCE)

    assert "date-ambiguous" in codes(record) and record.extra["dated"] == "03/04/2025"


@pytest.mark.parametrize(
    ("opening", "dateline"),
    [
        ("PORT MERROW, Wales, Dec. 9 (AP) — ", "PORT MERROW, Wales, Dec. 9 (AP)"),
        ("PORT MERROW, Wales (AP) _ ", "PORT MERROW, Wales (AP)"),
        ("(ANSA) - Rome, October 11 - ", "(ANSA) - Rome, October 11"),
        ("Berlin (dpa) - ", "Berlin (dpa)"),
        ("Paris (ats afp) ", "Paris (ats afp)"),
        ("BOULDER, Colo. -- ", "BOULDER, Colo."),
    ],
)
def test_a_dateline_is_copied_and_stays_in_the_text(opening, dateline):
    record = record_of(HEADLINE, opening + SENTENCE)

    assert (record.dateline, record.body_html) == (dateline, f"<p>{opening}{SENTENCE}</p>".replace("&", "&amp;"))


@pytest.mark.parametrize("opening", ["IBM – the company said ", "NATO — an alliance — said ", "Merrow (pop. 900) - "])
def test_a_name_before_a_dash_is_no_dateline(opening):
    assert record_of(HEADLINE, opening + SENTENCE).dateline == ""


@pytest.mark.parametrize(
    "mark", ["ENDS", "-ENDS-", "-30-", "— 30 —", "###", "***", "(END)", "Reuter\x03", "==Kyodo", "∎"]
)
def test_an_end_mark_is_taken_out(mark):
    assert record_of(HEADLINE, SENTENCE, mark).body_html == f"<p>{SENTENCE}</p>"


@pytest.mark.parametrize("cut", ["ENDS", "Notes to editors", "# dpa Notebook", "The following is not for publication"])
def test_what_stands_under_the_end_is_for_editors_only(cut):
    record = record_of(HEADLINE, SENTENCE, cut, "Call Isla on 0123.")

    assert "Call Isla" in record.ednote and record.body_html == f"<p>{SENTENCE}</p>"


def test_credits_at_the_end_name_their_people():
    record = record_of(HEADLINE, SENTENCE, "(Reporting by Isla Wren; Editing by Tom Hale)")

    assert record.credits == [Credit("Isla Wren", "reporting"), Credit("Tom Hale", "editing")]


@pytest.mark.parametrize(
    "line", ["EMBARGOED UNTIL 00:01 GMT 12 March 2025", "Embargoed until noon", "MANDATORY KILL", "NOT FOR PUBLICATION"]
)
def test_a_held_text_is_withheld_and_the_notice_is_not_its_headline(line):
    record = record_of(line, HEADLINE, SENTENCE)

    assert (record.withheld, record.headline, record.ednote) == (True, HEADLINE, line)


@pytest.mark.parametrize("headline", ["POLICE HOLD TWO AFTER PIER FIRE", "Embargo on cod lifted", "Kill your darlings"])
def test_an_ordinary_headline_with_such_a_word_is_not_withheld(headline):
    assert not record_of(headline, SENTENCE).withheld


def test_an_embargo_is_read_in_its_own_zone():
    record = record_of("EMBARGOED UNTIL 00:01 CET 12 March 2025", HEADLINE, SENTENCE)

    assert record.embargo_until.isoformat() == "2025-03-12T00:01:00+01:00"


def test_an_embargo_without_a_zone_is_read_in_the_one_given_and_flagged():
    record = record_of("EMBARGOED UNTIL 9.30 a.m. July 1, 2025", HEADLINE, SENTENCE, timezone="Europe/London")

    assert record.embargo_until.isoformat() == "2025-07-01T09:30:00+01:00" and "embargo-zone" in codes(record)


def test_an_embargo_that_can_be_read_two_ways_is_not_guessed():
    record = record_of("EMBARGOED UNTIL 00:01 GMT 03/04/2025", HEADLINE, SENTENCE)

    assert record.embargo_until is None and "date-ambiguous" in codes(record)


def test_the_paragraph_of_a_finding_counts_as_the_body_does():
    record = record_of(HEADLINE, "• nets\n• ropes", "12 Quay Street\nPort Merrow", SENTENCE)

    assert [finding.paragraph for finding in record.findings if finding.code == "hard-wrap-unsure"] == [3]


def test_a_headline_with_nothing_under_it_is_flagged():
    assert "no-body" in codes(record_of(HEADLINE))


def test_the_language_given_is_believed():
    record = record_of(HEADLINE, SENTENCE, language="ar")

    assert (record.language, record.direction) == ("ar", "rtl")


def test_markup_in_a_text_is_text():
    assert (
        record_of(HEADLINE, "<script>alert(1)</script> & more.").body_html
        == "<p>&lt;script&gt;alert(1)&lt;/script&gt; &amp; more.</p>"
    )


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b" \n\t\r\n", "empty"),
        (b"\0" * 64, "empty"),
        ("\u3000\n\u00a0".encode(), "empty"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "not-text"),
        (bytes(range(0x80, 0x100)), "encoding-unknowable"),
        (b"word " * 128, "headline-missing"),
    ],
)
def test_what_cannot_become_a_story_is_refused_by_its_code(data, code):
    with pytest.raises(Unreadable) as refused:
        parse(data)

    assert refused.value.code == code


def test_a_missing_headline_is_said_in_plain_words():
    with pytest.raises(Unreadable, match=r"first line is 640 characters; is the headline missing\?"):
        parse(b"x" * 640)


def test_a_file_of_one_line_of_30_megabytes_is_refused_at_once():
    data = b"word " * 6_000_000
    started = time.perf_counter()

    with pytest.raises(Unreadable):
        parse(data)

    assert time.perf_counter() - started < 1
