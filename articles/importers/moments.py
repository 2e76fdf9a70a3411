"""Reads the times that formats write: ISO 8601, mail headers, and dates in words. A time without a zone is told."""

import re
from datetime import UTC, date, datetime, time
from email.utils import parsedate_to_datetime
from zoneinfo import ZoneInfo

from articles.importers.plaintext import dates

# 2011-1-8 8:32:24 has one digit where ISO has two.
_DIGITS = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:([ T]+)(\d{1,2})(?=:\d))?")
_HALF_DAY = re.compile(r"\d\s?[ap]\.?m\b", re.IGNORECASE)
_NONE = ("", "0000-00-00", "0000-00-00 00:00:00", "0001-01-01T00:00:00", "null", "none")


def read_moment(record, written, *, asked, what):
    """The aware moment of `written`, None if there is none. What is unclear is a finding on `record` about `what`, and
    stays in `extra`.
    """
    written = " ".join(str(written or "").split())[:100]
    if written.lower() in _NONE or written.startswith("0001-01-01"):
        return None
    moment = _iso(written) or _mail(written) or _in_words(written)
    if moment is None:
        record.extra.setdefault("unclear", {})[what] = written
        record.note("date-unclear", f"The {what} “{written}” was not understood; set it by hand.", excerpt=written)
    elif moment.tzinfo is None:
        moment = moment.replace(tzinfo=asked.timezone or UTC)
        if ":" in written:
            zone = moment.tzinfo.key if isinstance(moment.tzinfo, ZoneInfo) else "UTC"
            message = f"The {what} names no time zone; it was read in {zone}."
            record.note("time-zone", message, level="hint", excerpt=written)
    return _in_years_we_have(moment)


def _iso(written):
    """`2014-05-21 8:32:24 -0400` has blanks that ISO has not, and lacks a digit."""
    written = _DIGITS.sub(_in_two_digits, written, count=1) if _DIGITS.match(written) else written
    head, _, offset = written.rpartition(" ")
    joined = f"{head}{offset}" if head and offset[:1] in "+-" and offset[1:].replace(":", "").isdigit() else written
    try:
        return datetime.fromisoformat(joined.removesuffix(" UTC") + "Z" * joined.endswith(" UTC"))
    except ValueError:
        return None


def _in_two_digits(found):
    year, month, day, between, hour = found.groups()
    return f"{year}-{month:0>2}-{day:0>2}" + (f"{between[0]}{hour:0>2}" if hour else "")


def _mail(written):
    if _HALF_DAY.search(written):  # mail has none, and its reader takes 8 p.m. for 8
        return None
    try:
        return parsedate_to_datetime(written)
    except (ValueError, TypeError, IndexError):
        return None


def _in_words(written):
    day = dates.written_date(written)
    if not day or not isinstance(day.day, date):
        return None
    if ":" not in written:
        return datetime.combine(day.day, time())
    moment = dates.moment(written, zone=UTC)
    return moment if not moment or dates.zone_in(written) else moment.replace(tzinfo=None)


def _in_years_we_have(moment):
    """None for a time that falls out of the calendar once it is turned to UTC."""
    try:
        return moment and moment.astimezone(UTC) and moment
    except (OverflowError, ValueError):
        return None
