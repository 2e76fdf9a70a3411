"""A moment as somebody typed it: a date and a time in a zone. Read, and answered with what is wrong or to choose."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta

from articles.text import clock
from articles.text.clock import NoSuchTime

PARTS = ("date", "time", "exact")
LONGEST = 40
FURTHEST = timedelta(days=365 * 50)
TWICE, NEVER = ("the first time", "the second time"), ("the last minute before", "the first moment after")


@dataclass(frozen=True)
class Choice:
    """`value` is the moment with its offset, `told` the same for people, `which` of the two it is."""

    value: str
    told: str
    which: str
    chosen: bool


@dataclass
class Typed:
    """`moment` is what was meant, None while it is missing or wrong; then `error` says why, `part` where.

    `unreadable` is the part that no picker could show. `choices` are there for a time that the clocks show never or
    twice; `exact` is the one that was made.
    """

    name: str
    date: str = ""
    time: str = ""
    exact: str = ""
    moment: datetime | None = None
    error: str = ""
    part: str = "date"
    unreadable: str = ""
    choices: list = field(default_factory=list)

    @property
    def is_empty(self):
        return not (self.date or self.time)


def read(data, name, zone, now):
    """The moment in the fields `name`-date, -time and -exact of a form, told in `zone`."""
    posted = [data.get(f"{name}-{part}", "").replace("\0", "").strip()[:LONGEST] for part in PARTS]
    typed = Typed(name, *posted)
    if not typed.is_empty:
        _settle(typed, zone, now)
    return typed


def filled(moment, name, zone, now):
    """The fields as they stand when `moment` is what is planned."""
    local = moment.astimezone(zone)
    values = (f"{local:%Y-%m-%d}", f"{local:%H:%M}", local.isoformat())
    return read(dict(zip((f"{name}-{part}" for part in PARTS), values, strict=True)), name, zone, now)


def _settle(typed, zone, now):
    try:
        wall = datetime.combine(_date(typed), _time(typed))
        moment = clock.settle(wall, zone).astimezone(UTC)
    except NoSuchTime as error:
        moment = _chosen(typed, error, zone, now)
    except (ValueError, OverflowError) as error:  # overflow: an hour before the year 1, or after 9999
        typed.error = str(error)
        return
    if moment is not None:
        _refuse(typed, moment, now)


def _date(typed):
    try:
        return date.fromisoformat(typed.date)
    except ValueError:
        typed.part, typed.unreadable = "date", "date" if typed.date else ""
        told = f"“{typed.date}” is not a date. Write it as 2026-11-24." if typed.date else "The date is missing."
        raise ValueError(told) from None


def _time(typed):
    try:
        read = time.fromisoformat(typed.time)
    except ValueError:
        read = None
    if read is None or read.tzinfo:
        typed.part, typed.unreadable = "time", "time" if typed.time else ""
        raise ValueError(f"“{typed.time}” is not a time. Write it as 09:00." if typed.time else "The time is missing.")
    return read


def _chosen(typed, error, zone, now):
    """The moment that was chosen of those there are; None, and the choice is offered."""
    exact = _exact(typed.exact)
    moments = [moment.astimezone(UTC) for moment in error.choices]
    which = TWICE if len({moment.astimezone(zone).time() for moment in moments}) == 1 else NEVER
    tellings = [clock.in_zones(moment, [zone], now)[0][1] for moment in moments]
    values = [moment.astimezone(zone).isoformat(timespec="minutes") for moment in moments]
    chosen = [moment == exact for moment in moments]
    typed.choices = [Choice(*told) for told in zip(values, tellings, which, chosen, strict=True)]
    if exact not in moments:
        typed.part, typed.error = "time", f"{error} Choose which moment you mean."
        return None
    return exact


def _exact(text):
    """The moment that a choice stands for: with its offset, or it is none."""
    try:
        read = datetime.fromisoformat(text)
    except ValueError:
        return None
    return read.astimezone(UTC) if read.tzinfo and read.year > 1 else None


def _refuse(typed, moment, now):
    """The minute that runs is not past: who types 19:42 at 19:42:30 means at once."""
    if moment <= now - clock.MINUTE:
        typed.error = "That has passed. Choose a time to come."
    elif moment - now > FURTHEST:
        typed.error = "That is more than fifty years away. Look at the year once more."
    else:
        typed.moment = moment
