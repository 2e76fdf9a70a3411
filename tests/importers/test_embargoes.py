"""An embargo in a wire's field and one in the words of its note: the later one counts, and both are told."""

import json
import time
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from articles.importers.formats import Asked
from articles.importers.record import Record
from articles.importers.wire.embargoes import hear_note

from .conftest import read_all

TUESDAY_NOON = datetime(2018, 10, 23, 12, tzinfo=UTC)
FRIDAY_NOON = datetime(2018, 10, 26, 12, tzinfo=UTC)
SENT = datetime(2018, 10, 22, 9, tzinfo=UTC)


def heard(note, until=TUESDAY_NOON, *, sent=SENT, **asked):
    record = Record(ednote=note, embargo_until=until, updated_at=sent)
    hear_note(record, asked=Asked(**asked))
    return record


def codes(record):
    return [finding.code for finding in record.findings]


@pytest.mark.parametrize(
    "note",
    [
        "NOT FOR PUBLICATION UNTIL 12noon on Friday, October 26",
        "Embargoed until 12:00 Friday",
        "STRICTLY EMBARGOED. Not for public release until 12 noon GMT on Oct. 26, 2018.",
        "embargo: 26 Oct 2018 12:00",
        "Hold for release until 2018-10-26T12:00Z",
        "Under embargo until 1200 Friday. Photos follow on Monday.",
        "Sperrfrist: Freitag, 26. Oktober, 12 Uhr",
        "Sous embargo jusqu’au vendredi 26 octobre à 12h00",
        "Embargo hasta el viernes 26 de octubre a las 12:00",
        "Embargoed until 7 am EST, 26 October",
    ],
)
def test_words_that_name_a_later_moment_are_followed_and_told(note):
    record = heard(note)

    assert record.embargo_until == FRIDAY_NOON
    assert codes(record) == ["embargo-disagrees"]
    assert not record.withheld


def test_what_is_told_names_both_moments():
    (finding,) = heard("Embargoed until 12:00 Friday").findings

    assert "Tuesday 2018-10-23 12:00" in finding.message
    assert "Friday 2018-10-26 12:00" in finding.message


@pytest.mark.parametrize("note", ["Embargoed until 0001 Tuesday", "Embargo: 22 October 2018", "Embargoed to Monday"])
def test_words_that_name_an_earlier_moment_are_told_and_not_followed(note):
    record = heard(note)

    assert record.embargo_until == TUESDAY_NOON
    assert codes(record) == ["embargo-disagrees"]


@pytest.mark.parametrize(
    "note",
    [
        "Embargoed until 12 noon Tuesday",
        "Embargoed until Tuesday",
        "embargo: 23 Oct 2018 12:00",
        "Embargoed until 8 am EDT on Tuesday, October 23",
        "Embargoed until further notice",
        "Embargo: lifted on Friday",
        "EU embargo to be voted on Friday",
        "Not for publication: call Ana on Friday",
        "Eds: With photos.",
        "",
    ],
)
def test_words_that_agree_or_speak_of_something_else_change_nothing(note):
    record = heard(note)

    assert (record.embargo_until, record.findings) == (TUESDAY_NOON, [])


def test_a_day_without_an_hour_that_is_later_counts_from_its_beginning():
    assert heard("Embargoed until Friday").embargo_until == datetime(2018, 10, 26, tzinfo=UTC)


def test_midnight_is_the_end_of_the_day_it_is_said_of():
    assert heard("Embargoed until midnight on Friday").embargo_until == datetime(2018, 10, 27, tzinfo=UTC)


def test_words_are_read_in_the_zone_that_was_asked_for():
    record = heard("Embargoed until 0900 Tuesday", timezone=ZoneInfo("America/New_York"))

    assert record.embargo_until == datetime(2018, 10, 23, 13, tzinfo=UTC)


def test_words_are_read_by_the_clock_of_a_field_that_has_one():
    local = datetime(2018, 10, 23, 0, 1, tzinfo=ZoneInfo("Europe/London"))

    assert heard("Embargoed to 0001 Tuesday", local, timezone=ZoneInfo("Europe/Helsinki")).findings == []


def test_a_weekday_that_does_not_fit_its_own_date_is_told():
    record = heard("Not for release until 12noon on Friday, October 23, 2018.")

    assert record.embargo_until == TUESDAY_NOON
    assert codes(record) == ["embargo-disagrees"]


def test_a_version_sent_after_its_embargo_is_not_held_again():
    assert heard("Embargoed until 12:00 Tuesday", sent=datetime(2018, 11, 1, tzinfo=UTC)).findings == []


@pytest.mark.parametrize(
    ("note", "until"),
    [
        ("Embargoed until 12:00 on Friday", FRIDAY_NOON),
        ("Embargo: October 26, 12:00", FRIDAY_NOON),
        ("Embargoed until Friday", None),
        ("STRICTLY EMBARGOED", None),
        ("Embargoed until 03/04/2019", None),
    ],
)
def test_an_embargo_in_words_alone_holds_the_story(note, until):
    record = heard(note, None)

    assert record.withheld
    assert record.embargo_until == until
    assert codes(record) == ["embargo-in-words"]


def test_words_of_a_story_that_says_nowhere_when_it_was_sent_hold_it_all_the_same():
    record = heard("Embargoed until 12:00 on Friday, October 26", None, sent=None)

    assert (record.withheld, record.embargo_until) == (True, None)


@pytest.mark.parametrize("year", [1, 9999])
def test_the_ends_of_the_calendar_are_no_trouble(year):
    until = datetime(year, 12, 31, 23, 59, tzinfo=UTC)

    heard("Embargoed until midnight Friday 31 December 9999", until, timezone=ZoneInfo("Asia/Tokyo"))


NOTE = "Embargoed until 12:00 on Friday"
WIRES = {
    "ninjs": json.dumps({"uri": "x", "versioncreated": "2018-10-22T09:00:00Z", "headline": "Ferry", "ednote": NOTE}),
    "newsml-g2": "<newsItem guid='x'><itemMeta><versionCreated>2018-10-22T09:00:00Z</versionCreated>"
    f"<edNote>{NOTE}</edNote></itemMeta></newsItem>",
    "nitf": f"<nitf><head><docdata><date.issue norm='2018-10-22T09:00:00Z'/><ed-msg info='{NOTE}'/></docdata></head>"
    "</nitf>",
    "iptc7901": f"\x01eca062 2 i 211\n\x02Ferry bought =\n\n   Berlin (dpa) - It is bought.\n\nNotes to editors\n"
    f"{NOTE}\n\x03220900 GMT Oct 18\n\x04",
    "anpa": f"\x16\x16\x01W2870\x1f\nf l BC 1\n\x02^BC,1<\n^Ferry<\n^Eds: {NOTE}<\n\tOSLO (AP) _ So.\n"
    "\x03AP-WF-10-22-18 0900GMT<",
}


@pytest.mark.parametrize("form", WIRES)
def test_the_note_of_every_wire_is_heard(form):
    (record,) = read_all(WIRES[form])

    assert record.withheld
    assert record.embargo_until == FRIDAY_NOON
    assert "embargo-in-words" in codes(record)


@pytest.mark.parametrize("piece", ["embargoed ", "embargo: ", "not for release until ", "embargoed until 1", "e " * 9])
def test_a_long_note_of_any_kind_takes_no_time(piece):
    started = time.process_time()

    heard(piece * 100_000)

    assert time.process_time() - started < 1
