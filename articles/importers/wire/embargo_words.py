"""Reads what a note to editors says of an embargo: "NOT FOR PUBLICATION UNTIL 12noon on Friday, October 26"."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from itertools import islice

from articles.importers.plaintext import dates

_UNTIL = r"(?:until|till?|before|to|for|bis|vor|ab|jusqu['’](?:à|au)|avant|hasta|antes de)\b"
_NOUN_UNTIL = r"(?:until\b|till?\b|bis\b|jusqu|hasta\b|(?:to|for)\s+\d)"  # and no embargo to or for a country
_ABOUT = re.compile(
    rf"embargoed\b|(?:under|strict(?:ly)?|sous|bajo) embargo\b|embargo(?=\s*:|\s+{_NOUN_UNTIL})"
    r"|sperrfrist\b|gesperrt bis\b|embargad[oa]\b"
    r"|(?:not for (?:\w+ )?(?:publication|release|use|broadcast)|hold(?: for release)?) (?=until\b|till?\b)",
    re.IGNORECASE,
)
_OVER = re.compile(r"[^.!?\n]{0,40}\b(?:lifted|expired|over|aufgehoben|levé|levantado)\b", re.IGNORECASE)
_FROM = re.compile(rf"\b{_UNTIL}|:", re.IGNORECASE)
_WINDOW, _SAID, _MANY = 160, 80, 10
_WEEKDAYS = {
    name: number
    for number, names in enumerate(
        """monday mon montag lundi lunes, tuesday tues tue dienstag mardi martes, wednesday wed mittwoch mercredi
        miércoles, thursday thurs thu donnerstag jeudi jueves, friday fri freitag vendredi viernes, saturday sat samstag
        sonnabend samedi sábado, sunday sun sonntag dimanche domingo""".split(",")
    )
    for name in names.split()
}
_WORD = re.compile(r"[^\W\d_]{3,12}")
_DAYS = (
    re.compile(r"(?<!\d)(?P<day>\d{1,2})(?:st|nd|rd|th|er|\.)? (?:de |of )?(?P<month>[^\W\d_]{3,12})"),
    re.compile(r"(?P<month>[^\W\d_]{3,12})\.? (?P<day>\d{1,2})(?:st|nd|rd|th)?(?![\d:.h])"),
)
_CLOCK = re.compile(
    r"(?P<noon>\b(?:12 ?)?(?:noon|midday|mittag|midi|mediodía)\b)"
    r"|(?P<midnight>\b(?:12 ?)?(?:midnight|mitternacht|minuit)\b)"
    r"|(?<!\d)(?P<h>\d{1,2})(?:[:.h](?P<m>\d\d))?(?!\d)\s*(?:(?P<half>[ap])\.?m\b|(?:uhr|heures?|horas?|hrs|hours|h)\b)"
    r"|(?<!\d)(?P<h2>\d{1,2})[:.h](?P<m2>\d\d)(?!\d)"
    r"|(?<!\d)(?P<h3>[01]\d|2[0-3])(?P<m3>[0-5]\d)(?!\d)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Said:
    """An embargo in words: what of it was understood. `day` is a date, (month, day) of an unknown year, or None;
    `after` is the number of days behind it (midnight ends a day).
    """

    text: str
    day: date | tuple[int, int] | None
    weekday: int | None
    clock: time | None
    zone: tzinfo | None
    after: int = 0

    def date(self, near):
        """The day that is meant, seen from the day `near`: None where the words name none."""
        if isinstance(self.day, tuple):
            found = [day for year in (-1, 0, 1) if (day := _date(near.year + year, *self.day))]
            return min(found, key=lambda day: abs(day - near), default=None)
        if self.day is None and self.weekday is not None:
            return near + timedelta((self.weekday - near.weekday()) % 7)
        return self.day

    def moment(self, day, zone):
        """The moment on `day`; its beginning where the words name no time of day."""
        return datetime.combine(day + timedelta(self.after), self.clock or time(), tzinfo=self.zone or zone)


def said_of(note):
    """The first sentence about an embargo that names a day, else the first at all; None if there is none."""
    found = [_read(note[about.start() : about.start() + _WINDOW]) for about in islice(_ABOUT.finditer(note), _MANY)]
    found = list(filter(None, found))
    return next((said for said in found if said.day or said.weekday is not None), found[0] if found else None)


def _read(window):
    window = " ".join(window.split("\n\n")[0].split())
    if _OVER.match(window):
        return None
    start = _FROM.search(window)
    said = window[start.end() :][:_SAID] if start else window
    written = dates.written_date(said)
    without = said.replace(written.text, " ") if written else said
    day = written.day if written else _month_and_day(said)
    clock, after = _clock(without)
    return Said(window, day, _weekday(said), clock, dates.zone_in(said), after)


def _month_and_day(said):
    for form in _DAYS:
        for found in form.finditer(said):
            if month := dates.month_named(found["month"]):
                return (month, int(found["day"])) if _date(2024, month, int(found["day"])) else None
    return None


def _weekday(said):
    words = (word[0].casefold() for word in _WORD.finditer(said))
    return next((_WEEKDAYS[word] for word in words if word in _WEEKDAYS), None)


def _clock(said):
    """(the time of day or None, the number of days to add)."""
    found = _CLOCK.search(said)
    if not found or found["noon"]:
        return (time(12) if found else None), 0
    if found["midnight"]:
        return time(), 1
    hour, minute = int(found["h"] or found["h2"] or found["h3"]), int(found["m"] or found["m2"] or found["m3"] or 0)
    if half := (found["half"] or "").lower():
        hour = hour % 12 + 12 * (half == "p")
    return (time(hour, minute) if hour < 24 and minute < 60 else None), 0


def _date(year, month, day):
    try:
        return date(year, month, day)
    except ValueError:
        return None
