"""Times as people and systems write them become moments, to the second."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from articles.importers.formats import Asked
from articles.importers.moments import read_moment
from articles.importers.record import Record

AT = datetime(2011, 11, 28, 12, 32, 24, tzinfo=UTC)
NEW_YORK = ZoneInfo("America/New_York")


def moment(written, **asked):
    return read_moment(Record(), written, asked=Asked(**asked), what="date")


@pytest.mark.parametrize(
    "written",
    [
        "2011-11-28 8:32:24 -0400",
        "2011-11-28 08:32:24 -0400",
        "2011-11-28  8:32:24  -04:00",
        "2011-11-28T8:32:24-04:00",
        "2011-11-28T12:32:24Z",
        "2011-11-28 12:32:24 UTC",
        "2011-11-28 12:32:24.000000+00:00",
        "2011-11-28 8:32:24-0400",
        "Mon, 28 Nov 2011 08:32:24 -0400",
        "Mon, 28 Nov 2011 8:32:24 -0400",
        "28 November 2011, 12:32:24 GMT",
        "November 28, 2011 8:32:24 am EDT",
        "November 28, 2011 12:32:24 p.m. UTC",
        "28 Nov 2011 1:32:24 pm CET",
    ],
)
def test_a_time_in_any_shape_is_the_same_moment_to_the_second(written):
    assert moment(written) == AT


@pytest.mark.parametrize("written", ["2011-11-28 7:32:24", "2011-11-28T7:32:24", "November 28, 2011 7:32:24 am"])
def test_a_time_without_a_zone_is_read_where_the_operator_says(written):
    assert moment(written, timezone=NEW_YORK) == AT


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2011-1-8 8:32:24Z", datetime(2011, 1, 8, 8, 32, 24, tzinfo=UTC)),
        ("2011-1-8", datetime(2011, 1, 8, tzinfo=UTC)),
        ("2011-11-28 0:05 -0400", datetime(2011, 11, 28, 4, 5, tzinfo=UTC)),
        ("2011-11-28 23:59:59 +0000", datetime(2011, 11, 28, 23, 59, 59, tzinfo=UTC)),
        ("20111128T083224Z", datetime(2011, 11, 28, 8, 32, 24, tzinfo=UTC)),
    ],
)
def test_digits_are_read_as_they_stand(written, expected):
    assert moment(written) == expected


@pytest.mark.parametrize("written", ["2011-13-8 8:32:24", "2011-11-28 8:72", "2011-11-28 25:00:00", "03/04/2011 8:32"])
def test_what_is_no_time_is_not_guessed(written):
    assert moment(written) is None
