"""Times as wires write them: ISO 8601 in every dress, sometimes without a zone, sometimes meaning none."""

from datetime import UTC, datetime

_NEVER = 1  # 0001-01-01 is how some systems write that there is no such time


def moment(record, name, text, asked):
    """An aware moment, or None. A time without a zone is read in `asked.timezone`, else as UTC, and flagged;
    what is no time at all is kept in `record.extra` under `name`.
    """
    text = (text or "").strip()
    if not text:
        return None
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        record.extra[name] = text
        record.note("time-unreadable", f"{name} says “{text[:60]}”, which is no time. Set it by hand.", excerpt=text)
        return None
    if found.year == _NEVER:
        return None
    return found if found.tzinfo else _placed(record, name, found, asked)


def _placed(record, name, found, asked):
    zone = asked.timezone or UTC
    if not any(finding.code == "time-without-zone" for finding in record.findings):
        where = "was read in that of --timezone" if asked.timezone else "was read as UTC; give --timezone if it is not"
        record.note("time-without-zone", f"{name} names no time zone and {where}.", excerpt=found.isoformat())
    return found.replace(tzinfo=zone)
