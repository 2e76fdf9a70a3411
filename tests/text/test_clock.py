"""The desk's clock: times on the wall that are one moment, two or none, and moments told in words."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text import clock
from articles.text.clock import NoSuchTime

JOHANNESBURG, LONDON, NEW_YORK, LORD_HOWE, APIA = map(
    ZoneInfo, "Africa/Johannesburg Europe/London America/New_York Australia/Lord_Howe Pacific/Apia".split()
)
NOW = datetime(2026, 11, 24, 5, 48, tzinfo=JOHANNESBURG)

# In each: a time on the wall, the moments it is (hours from UTC), or the last minute before and the first after.
TWICE = [
    (LONDON, "2026-10-25T01:30", "2026-10-25T01:30+01:00", "2026-10-25T01:30+00:00"),
    (LONDON, "2027-10-31T01:00", "2027-10-31T01:00+01:00", "2027-10-31T01:00+00:00"),
    (NEW_YORK, "2026-11-01T01:30", "2026-11-01T01:30-04:00", "2026-11-01T01:30-05:00"),
    (NEW_YORK, "2027-11-07T01:59", "2027-11-07T01:59-04:00", "2027-11-07T01:59-05:00"),
    (LORD_HOWE, "2026-04-05T01:30", "2026-04-05T01:30+11:00", "2026-04-05T01:30+10:30"),
    (LORD_HOWE, "2027-04-04T01:59", "2027-04-04T01:59+11:00", "2027-04-04T01:59+10:30"),
]
NEVER = [
    (LONDON, "2026-03-29T01:30", "2026-03-29T00:59+00:00", "2026-03-29T02:00+01:00"),
    (LONDON, "2027-03-28T01:00", "2027-03-28T00:59+00:00", "2027-03-28T02:00+01:00"),
    (NEW_YORK, "2026-03-08T02:30", "2026-03-08T01:59-05:00", "2026-03-08T03:00-04:00"),
    (NEW_YORK, "2027-03-14T02:59", "2027-03-14T01:59-05:00", "2027-03-14T03:00-04:00"),
    (LORD_HOWE, "2026-10-04T02:15", "2026-10-04T01:59+10:30", "2026-10-04T02:30+11:00"),
    (LORD_HOWE, "2027-10-03T02:00", "2027-10-03T01:59+10:30", "2027-10-03T02:30+11:00"),
    (APIA, "2011-12-30T12:00", "2011-12-29T23:59-10:00", "2011-12-31T00:00+14:00"),
]
ONCE = [
    (LONDON, "2026-03-29T00:59", "2026-03-29T00:59+00:00"),
    (LONDON, "2026-03-29T02:00", "2026-03-29T02:00+01:00"),
    (LONDON, "2026-10-25T00:59", "2026-10-25T00:59+01:00"),
    (LONDON, "2026-10-25T02:00", "2026-10-25T02:00+00:00"),
    (LORD_HOWE, "2026-04-05T02:00", "2026-04-05T02:00+10:30"),
    (APIA, "2011-12-31T00:00", "2011-12-31T00:00+14:00"),
    (JOHANNESBURG, "2026-03-29T01:30", "2026-03-29T01:30+02:00"),
]
CHANGES = TWICE + NEVER


def wall(text):
    return datetime.fromisoformat(text)


def written(moments):
    return [moment.isoformat(timespec="minutes") for moment in moments]


@pytest.mark.parametrize(("zone", "time", "moment"), ONCE)
def test_a_time_on_the_wall_is_one_moment(zone, time, moment):
    assert written(clock.resolve(wall(time), zone)) == [moment]


@pytest.mark.parametrize(("zone", "time", "earlier", "later"), TWICE)
def test_when_the_clocks_go_back_a_time_is_two_moments_earlier_first(zone, time, earlier, later):
    assert written(clock.resolve(wall(time), zone)) == [earlier, later]


@pytest.mark.parametrize(("zone", "time", "before", "after"), NEVER)
def test_when_the_clocks_go_forward_the_times_at_both_ends_of_the_gap_are_offered(zone, time, before, after):
    assert clock.resolve(wall(time), zone) == []
    assert written(clock.around_gap(wall(time), zone)) == [before, after]


def test_the_ends_of_a_gap_are_full_minutes_whatever_was_asked_for():
    assert [choice.time().isoformat() for choice in clock.around_gap(wall("2026-03-29T01:30:07.5"), LONDON)] == [
        "00:59:00",
        "02:00:00",
    ]


def test_nothing_is_offered_for_a_time_that_exists():
    assert clock.around_gap(wall("2026-10-25T01:30"), LONDON) == []


@given(st.sampled_from(CHANGES), st.timedeltas(timedelta(hours=-3), timedelta(hours=3)))
def test_every_moment_is_among_those_its_time_on_the_wall_stands_for(change, span):
    zone, moment = change[0], wall(change[2]).astimezone(UTC) + span
    shown = moment.astimezone(zone).replace(tzinfo=None)

    assert moment in [found.astimezone(UTC) for found in clock.resolve(shown, zone)]


@pytest.mark.parametrize(
    ("span", "words"),
    [
        ({"seconds": 0.4}, "now"),
        ({"seconds": -0.4}, "now"),
        ({"seconds": 45}, "in 45 s"),
        ({"seconds": 59.6}, "in 1 min"),
        ({"minutes": 59, "seconds": 29}, "in 59 min"),
        ({"minutes": 59, "seconds": 30}, "in 1 h"),
        ({"hours": 3, "minutes": 12}, "in 3 h 12 min"),
        ({"minutes": -65}, "1 h 5 min ago"),
        ({"hours": 23, "minutes": 59, "seconds": 40}, "in 1 day"),
        ({"days": 2, "hours": 4, "minutes": 10}, "in 2 days 4 h"),
        ({"days": 1, "hours": 23, "minutes": 45}, "in 2 days"),
        ({"days": -6, "hours": -23, "minutes": -40}, "7 days ago"),
        ({"days": 7, "hours": 5}, "in 7 days"),
        ({"days": 400, "hours": 5}, "in 400 days"),
    ],
)
def test_the_time_until_a_moment_is_told_in_words(span, words):
    assert clock.until_in_words(NOW + timedelta(**span), NOW) == words


def test_the_hour_that_is_lost_at_night_is_not_counted():
    now, moment = wall("2026-03-29T00:30").replace(tzinfo=LONDON), wall("2026-03-29T02:30").replace(tzinfo=LONDON)

    assert clock.until_in_words(moment, now) == "in 1 h"


@given(st.timedeltas(timedelta(days=-9), timedelta(days=9)))
def test_words_for_a_span_are_never_full_of_a_smaller_unit(span):
    words = clock.until_in_words(NOW + span, NOW).split()

    assert not {("60", "s"), ("60", "min"), ("24", "h")} & set(pairwise(words))


@pytest.mark.parametrize(
    ("zone", "place"),
    [
        ("Africa/Johannesburg", "Johannesburg"),
        ("America/New_York", "New York"),
        ("America/Argentina/Buenos_Aires", "Buenos Aires"),
        ("UTC", "UTC"),
        ("Etc/GMT+3", "UTC-3"),
    ],
)
def test_a_zone_is_called_by_its_place(zone, place):
    assert clock.place_of(ZoneInfo(zone)) == place


@pytest.mark.parametrize(
    ("moment", "zone", "words"),
    [
        ("2026-11-24T09:00+02:00", JOHANNESBURG, "Tuesday 09:00, Johannesburg"),
        ("2026-11-30T23:59+02:00", JOHANNESBURG, "Monday 23:59, Johannesburg"),
        ("2026-12-01T00:00+02:00", JOHANNESBURG, "Tuesday 1 December 2026, 00:00, Johannesburg"),
        ("2026-11-18T00:00+02:00", JOHANNESBURG, "Wednesday 00:00, Johannesburg"),
        ("2026-11-17T23:59+02:00", JOHANNESBURG, "Tuesday 17 November 2026, 23:59, Johannesburg"),
        ("2026-11-24T00:30+00:00", NEW_YORK, "Monday 19:30, New York"),
        ("2026-11-30T12:00-05:00", NEW_YORK, "Monday 30 November 2026, 12:00, New York"),
        ("2026-10-25T00:30+00:00", LONDON, "Sunday 25 October 2026, 01:30 (UTC+1), London"),
        ("2026-10-25T01:30+00:00", LONDON, "Sunday 25 October 2026, 01:30 (UTC), London"),
        ("2026-10-25T02:00+00:00", LONDON, "Sunday 25 October 2026, 02:00, London"),
        ("2026-04-04T15:15+00:00", LORD_HOWE, "Sunday 5 April 2026, 01:45 (UTC+10:30), Lord Howe"),
    ],
)
def test_a_moment_is_told_by_its_weekday_near_by_and_its_date_further_off(moment, zone, words):
    assert clock.told(wall(moment), zone, NOW) == words


def test_a_coming_moment_makes_a_sentence():
    moment = wall("2026-11-24T09:00+02:00")

    assert clock.sentence(moment, JOHANNESBURG, NOW) == "goes live in 3 h 12 min, Tuesday 09:00, Johannesburg"


def test_the_second_of_two_equal_hours_is_still_to_come_in_the_first():
    first, second = clock.resolve(wall("2026-10-25T01:30"), LONDON)

    assert clock.sentence(second, LONDON, first, verb="ends") == "ends in 1 h, Sunday 01:30 (UTC), London"


def test_no_sentence_is_made_of_the_past():
    with pytest.raises(ValueError, match="has passed"):
        clock.sentence(NOW - timedelta(seconds=1), JOHANNESBURG, NOW)


def test_a_moment_is_shown_in_each_zone_once():
    shown = clock.in_zones(wall("2026-11-24T09:00+02:00"), [JOHANNESBURG, NEW_YORK, JOHANNESBURG, ZoneInfo("UTC")], NOW)

    assert shown == [
        ("Johannesburg", "Tue 24 Nov 2026, 09:00 (UTC+2)"),
        ("New York", "Tue 24 Nov 2026, 02:00 (UTC-5)"),
        ("UTC", "Tue 24 Nov 2026, 07:00 (UTC)"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-24T09:00",
        " 2026-11-24 09:00:00 ",
        "2026-11-24T09:00+02:00",
        "2026-11-24t07:00z",
        "20261124T020000-0500",
    ],
)
def test_a_moment_is_read_with_its_offset_or_else_on_the_wall_of_the_zone(text):
    assert written([clock.parse_moment(text, JOHANNESBURG)]) == ["2026-11-24T09:00+02:00"]


def test_an_offset_settles_a_time_that_happens_twice():
    assert written([clock.parse_moment("2026-10-25T01:30+00:00", LONDON)]) == ["2026-10-25T01:30+00:00"]


@pytest.mark.parametrize(
    ("time", "message"),
    [
        (
            "2026-03-29T01:30",
            "01:30 on Sunday 29 March 2026 does not exist in London: the clocks go forward past it."
            " Write 2026-03-29T00:59+00:00 or 2026-03-29T02:00+01:00.",
        ),
        (
            "2026-10-25T01:30",
            "01:30 on Sunday 25 October 2026 happens twice in London: the clocks go back."
            " Write 2026-10-25T01:30+01:00 or 2026-10-25T01:30+00:00.",
        ),
    ],
)
def test_a_time_that_is_not_one_moment_is_refused_with_what_to_write_instead(time, message):
    with pytest.raises(NoSuchTime) as refused:
        clock.parse_moment(time, LONDON)

    assert str(refused.value) == message
    assert all(choice.isoformat(timespec="minutes") in message for choice in refused.value.choices)
    assert len(refused.value.choices) == 2


CAIRO, HAVANA = ZoneInfo("Africa/Cairo"), ZoneInfo("America/Havana")


@pytest.mark.parametrize(
    ("text", "zone", "moment"),
    [
        ("2026-11-24", JOHANNESBURG, "2026-11-24T00:00+02:00"),
        (" 20261124 ", NEW_YORK, "2026-11-24T00:00-05:00"),
        ("2026-11-24T09:00", JOHANNESBURG, "2026-11-24T09:00+02:00"),
        ("2026-04-24", CAIRO, "2026-04-24T01:00+03:00"),
        ("2026-11-01", HAVANA, "2026-11-01T00:00-04:00"),
        ("2011-12-30", APIA, "2011-12-31T00:00+14:00"),
    ],
    ids=["a day", "written closely", "with a time", "it has no midnight", "it has two", "it has none at all"],
)
def test_a_date_alone_is_the_beginning_of_its_day(text, zone, moment):
    assert written([clock.parse_beginning(text, zone)]) == [moment]


@pytest.mark.parametrize("text", ["", "tomorrow", "2026-02-30", "0001-01-01"])
def test_what_is_neither_a_day_nor_a_moment_is_refused(text):
    with pytest.raises(ValueError, match="is not a date and time"):
        clock.parse_beginning(text, JOHANNESBURG)


@pytest.mark.parametrize(
    "text", ["", "tomorrow", "2026-11-24", "20261124", "09:00", "2026-02-30T09:00", "0001-01-01T00:00", "\ud800"]
)
def test_what_cannot_be_read_is_refused_with_how_to_write_it(text):
    with pytest.raises(ValueError, match=r"Write it as 2026-11-24T09:00 or 2026-11-24T09:00\+02:00\.$"):
        clock.parse_moment(text, JOHANNESBURG)
