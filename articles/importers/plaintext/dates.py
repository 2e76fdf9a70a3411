"""Reads dates and times that a person wrote. A date that can be read two ways is never guessed."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone

_MONTHS = {
    name: number
    for number, names in enumerate(
        [
            "january jan januar januari janvier enero gennaio janeiro",
            "february feb februar februari février febrero febbraio fevereiro",
            "march mar märz maart mars marzo março",
            "april apr avril abril aprile",
            "may mai mei maj mayo maggio maio",
            "june jun juni juin junio giugno junho",
            "july jul juli juillet julio luglio julho",
            "august aug augustus augusti août agosto",
            "september sep sept septembre septiembre settembre setembro",
            "october oct oktober okt oktobar octobre octubre ottobre outubro",
            "november nov novembre noviembre novembro",
            "december dec dezember dez desember décembre diciembre dicembre dezembro",
        ],
        1,
    )
    for name in names.split()
}
_WORD = r"[^\W\d_]{3,12}"
_DATE = re.compile(
    rf"(?P<y1>\d{{4}})-(?P<m1>\d\d)-(?P<d1>\d\d)"
    rf"|(?P<y2>\d{{4}})年(?P<m2>\d{{1,2}})月(?P<d2>\d{{1,2}})日"
    rf"|\b(?P<n3>{_WORD})\.? (?P<d3>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<y3>\d{{4}})\b"
    rf"|\b(?P<d4>\d{{1,2}})(?:st|nd|rd|th|\.)? (?:de |of )?(?P<n4>{_WORD})\.?,? (?:de )?(?P<y4>\d{{4}})\b"
    rf"|\b(?P<a5>\d{{1,2}})[/.](?P<b5>\d{{1,2}})[/.](?P<y5>\d{{4}})\b"
)
_HALF = r"[ap]\.?m\b\.?"
_CLOCK = re.compile(
    rf"\b(?P<h>\d{{1,2}})[:.h](?P<m>\d\d)(?:[:.](?P<s>\d\d)(?!\d))?\s*(?P<half>{_HALF})?"
    rf"|\b(?P<h2>\d{{1,2}})\s*(?P<half2>{_HALF})"
    r"|\b(?P<h3>[01]\d|2[0-3])(?P<m3>[0-5]\d)\s?(?=hrs|hours|[A-Z]{3,4}\b)"
    r"|(?P<noon>\bnoon\b)",
    re.IGNORECASE,
)
_OFFSET = re.compile(r"(?<=\d)\s?(?:(?P<sign>[+-])(?P<h>\d\d):?(?P<m>\d\d)\b|Z\b)")
_OFFSETS = """GMT=0 UTC=0 WET=0 BST=1 WEST=1 CET=1 MEZ=1 CEST=2 MESZ=2 EET=2 EEST=3 MSK=3 JST=9 KST=9 AEST=10 AEDT=11
    EST=-5 EDT=-4 CST=-6 CDT=-5 MST=-7 MDT=-6 PST=-8 PDT=-7"""
_ZONES = {name: int(hours) for name, _, hours in (pair.partition("=") for pair in _OFFSETS.split())}
_ZONE = re.compile(rf"\b(?:{'|'.join(_ZONES)})\b")
_WEEKDAY = re.compile(
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch"
    r"|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo),?\s+",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Written:
    """A date found in a line. `day` is None where it can be read two ways (03/04/2025)."""

    text: str
    day: date | None


def written_date(line):
    """The first date in `line` as Written, else None."""
    for found in _DATE.finditer(line[:200]):
        parts = _parts(found)
        if parts == "ambiguous":
            return Written(found[0], None)
        if parts:
            return Written(found[0], parts)
    return None


def is_date_line(line):
    """Whether `line` holds a date and nothing else but its weekday."""
    if len(line) > 60 or not any(map(str.isdigit, line)):
        return False
    found = written_date(line)
    return bool(found) and not _WEEKDAY.sub("", line).replace(found.text, "").strip(" .,")


def moment(line, *, zone):
    """The moment (date, time of day, zone) a line names, or None unless all but the zone are there."""
    day, clock = written_date(line), _clock(line)
    if not day or not day.day or clock is None:
        return None
    return datetime.combine(day.day, clock, tzinfo=zone_in(line) or zone or UTC)


def zone_in(line):
    """The zone that `line` itself names (GMT, CET, +01:00), else None."""
    if offset := _OFFSET.search(line):
        hours, minutes = int(offset["h"] or 0), int(offset["m"] or 0)
        return timezone(timedelta(hours=hours, minutes=minutes) * (-1 if offset["sign"] == "-" else 1))
    name = _ZONE.search(line)
    return timezone(timedelta(hours=_ZONES[name[0]])) if name else None


def month_named(word):
    """The number of the month that is called so in one of our languages, else None."""
    return _MONTHS.get(word.lower())


def _parts(found):
    if found["y5"]:
        return _numeric(int(found["a5"]), int(found["b5"]), int(found["y5"]))
    for form in "1234":
        if year := found[f"y{form}"]:
            named = f"n{form}" in found.groupdict()
            month = month_named(found[f"n{form}"]) if named else int(found[f"m{form}"])
            return _day(int(year), month, int(found[f"d{form}"]))
    return None


def _numeric(first, second, year):
    if first <= 12 and second <= 12 and first != second:
        return "ambiguous"
    return _day(year, second, first) if first > 12 or first == second else _day(year, first, second)


def _day(year, month, day):
    try:
        return date(year, month, day) if month else None
    except ValueError:
        return None


def _clock(line):
    found = _CLOCK.search(line)
    if not found:
        return None
    if found["noon"]:
        return time(12)
    hour = int(found["h"] or found["h2"] or found["h3"])
    half = (found["half"] or found["half2"] or "").lower()
    if half:
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    minute, second = int(found["m"] or found["m3"] or 0), int(found["s"] or 0)
    return time(hour, minute, second) if hour < 24 and minute < 60 and second < 60 else None
