"""The publication clock of the desk: which moments a time on the wall stands for, and how a moment is told.

Python compares and subtracts two times of one zone by what the wall shows, so 01:30 and the next 01:30 of the night the
clocks go back are equal to it. Whatever is counted here is counted in UTC.
"""

from bisect import bisect_right
from datetime import UTC, date, datetime, time, timedelta

SECOND, MINUTE, HOUR, DAY = timedelta(seconds=1), timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
HOW_TO_WRITE = "Write it as 2026-11-24T09:00 or 2026-11-24T09:00+02:00."


class NoSuchTime(ValueError):
    """The wall shows this time never, or twice; `choices` are the moments to offer instead, earliest first."""

    def __init__(self, message, choices):
        super().__init__(message)
        self.choices = choices


def resolve(naive, zone):
    """The moments at which the wall shows `naive`: one, or none (clocks go forward), or two (back), earlier first."""
    moments = {moment.astimezone(UTC): moment for moment in _readings(naive, zone)}
    return [moment for instant, moment in moments.items() if _wall(instant.astimezone(zone)) == _wall(naive)]


def around_gap(naive, zone):
    """The last minute before the gap that `naive` falls in and the first moment after it; empty if it exists."""
    if resolve(naive, zone):
        return []
    # In a gap the two readings come out on either side of the change (PEP 495), the later one first.
    after, before = (moment.astimezone(UTC) for moment in _readings(naive.replace(microsecond=0), zone))

    def offset(seconds):
        return (before + seconds * SECOND).astimezone(zone).utcoffset()

    change = before + SECOND * bisect_right(range((after - before) // SECOND), offset(0), key=offset)
    return [(change - MINUTE).astimezone(zone), change.astimezone(zone)]


def settle(naive, zone):
    """The one moment at which the wall shows `naive`. Raise NoSuchTime if there is none, or a choice."""
    moments = resolve(naive, zone)
    if len(moments) == 1:
        return moments[0]
    shown = f"{naive:%H:%M} on {_day(naive)}"
    if moments:
        raise NoSuchTime(f"{shown} happens twice in {place_of(zone)}: the clocks go back.", moments)
    raise NoSuchTime(
        f"{shown} does not exist in {place_of(zone)}: the clocks go forward past it.", around_gap(naive, zone)
    )


def parse_moment(text, zone):
    """Read ISO 8601 as a moment told in `zone`; without an offset it is a time on the wall there.

    Raise NoSuchTime as `settle` does, and a plain ValueError for what cannot be read.
    """
    try:
        read = _read(text.strip().upper())
        return read.astimezone(zone) if read.tzinfo else settle(read, zone)
    except NoSuchTime as error:
        raise NoSuchTime(f"{error} Write {' or '.join(map(_iso, error.choices))}.", error.choices) from None
    except (ValueError, OverflowError):  # overflow: an hour before the year 1, or after 9999
        raise ValueError(f"“{text}” is not a date and time. {HOW_TO_WRITE}") from None


def parse_beginning(text, zone):
    """As `parse_moment`, and a date alone is the first moment of its day in `zone`, whatever clocks do at midnight."""
    try:
        midnight = datetime.combine(date.fromisoformat(text.strip()), time.min)
        return (resolve(midnight, zone) or around_gap(midnight, zone)[1:])[0]
    except (ValueError, OverflowError):
        return parse_moment(text, zone)


def until_in_words(moment, now):
    """In the two largest units that matter: in 45 s, in 3 h 12 min, 2 days 4 h ago; days alone from a week on."""
    span = _span(now, moment)
    words = _span_in_words(abs(span))
    if not words:
        return "now"
    return f"in {words}" if span > timedelta(0) else f"{words} ago"


def place_of(zone):
    """Johannesburg, New York, UTC."""
    if zone.key.startswith("Etc/"):  # POSIX counts westwards there: Etc/GMT+2 is UTC-2
        return _offset(datetime(2000, 1, 1, tzinfo=zone))
    return zone.key.rpartition("/")[2].replace("_", " ")


def told(moment, zone, now):
    """Tuesday 09:00, Johannesburg; with the date beyond six days, with the offset in an hour that happens twice."""
    local, today = moment.astimezone(zone), now.astimezone(zone).date()
    near = abs(local.date() - today) < 7 * DAY
    twice = len(resolve(_wall(local), zone)) == 2
    time = f"{local:%H:%M}" + f" ({_offset(local)})" * twice
    return f"{local:%A} {time}, {place_of(zone)}" if near else f"{_day(local)}, {time}, {place_of(zone)}"


def sentence(moment, zone, now, verb="goes live"):
    """Goes live in 3 h 12 min, Tuesday 09:00, Johannesburg. Of the past it says nothing: ValueError."""
    if _span(now, moment) < timedelta(0):
        raise ValueError(f"{moment.isoformat()} has passed.")
    return f"{verb} {until_in_words(moment, now)}, {told(moment, zone, now)}"


def in_zones(moment, zones, now):
    """(place, Tue 24 Nov 2026, 09:00 (UTC+2)) for each zone, once."""
    return [(place_of(zone), _in_full(moment.astimezone(zone))) for zone in {zone.key: zone for zone in zones}.values()]


def _readings(naive, zone):
    """Both meanings of a time on the wall: under the offset before a change and under the one after it."""
    return [naive.replace(tzinfo=zone, fold=fold) for fold in (0, 1)]


def _wall(moment):
    return moment.replace(tzinfo=None)


def _read(text):
    """A date alone is refused: nobody means midnight by it."""
    read = datetime.fromisoformat(text)
    try:
        date.fromisoformat(text)
    except ValueError:
        return read
    raise ValueError("There is no time in it.")


def _iso(moment):
    return moment.isoformat(timespec="auto" if moment.second or moment.microsecond else "minutes")


def _span(start, end):
    return end.astimezone(UTC) - start.astimezone(UTC)


def _span_in_words(span):
    """Rounded before the unit is chosen, so that it never says 60 s, 60 min or 24 h. Empty under half a second."""
    if (seconds := _nearest(span, SECOND)) < 60:
        return _parts((seconds, "s"))
    if (minutes := _nearest(span, MINUTE)) < 24 * 60:
        return _parts((minutes // 60, "h"), (minutes % 60, "min"))
    if (hours := _nearest(span, HOUR)) < 7 * 24:
        return _parts((hours // 24, "day"), (hours % 24, "h"))
    return _parts((_nearest(span, DAY), "day"))


def _nearest(span, unit):
    return (span + unit / 2) // unit


def _parts(*counted):
    return " ".join(f"{n} {unit}" + "s" * (unit == "day" and n > 1) for n, unit in counted if n)


def _day(local):
    return f"{local:%A} {local.day} {local:%B %Y}"


def _in_full(local):
    return f"{local:%a} {local.day} {local:%b %Y, %H:%M} ({_offset(local)})"


def _offset(local):
    """UTC, UTC+2, UTC-3:30."""
    offset = local.utcoffset()
    hours, minutes = divmod(abs(offset) // MINUTE, 60)
    if not hours and not minutes:
        return "UTC"
    return f"UTC{'-' if offset < timedelta(0) else '+'}{hours}" + f":{minutes:02}" * bool(minutes)
