"""The envelope of the old wires: SOH header STX text ETX trailer EOT, and the times in their trailers."""

import re
from datetime import UTC, datetime

SOH, STX, ETX = b"\x01", b"\x02", b"\x03"
_FIRST = 64  # bytes that may stand before SOH: idle signs, blank lines
_HEADER = 400
_MONTHS = {name: number for number, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)}
_MONTHS |= {"mai": 5, "okt": 10, "dez": 12}
# 131137 GMT Nov 13: day, hour, minute, month, year
_IPTC = re.compile(
    r"(?P<day>\d{2})(?P<hour>\d{2})(?P<minute>\d{2})(?: (?P<zone>GMT))? (?P<month>[A-Za-z]{3}) (?P<year>\d{2})"
)
# AP-WF-11-13-13 1509GMT<: month, day, year, hour, minute
_ANPA = re.compile(r"(?P<month>\d{2})-(?P<day>\d{2})-(?P<year>\d{2}) (?P<hour>\d{2})(?P<minute>\d{2})(?P<zone>GMT)?")


def header_of(head):
    """The header between SOH and STX as text, None where there is no envelope."""
    start = head.find(SOH, 0, _FIRST)
    end = head.find(STX, start, start + _HEADER) if start >= 0 else -1
    return head[start + 1 : end].decode("latin-1") if end > 0 else None


def sent_at(trailer, asked):
    """When the wire sent it, an aware moment; None where the trailer says nothing that can be read."""
    found = _IPTC.search(trailer) or _ANPA.search(trailer)
    if not found:
        return None
    month = _MONTHS.get(found["month"].lower()) if found["month"].isalpha() else int(found["month"])
    zone = UTC if found["zone"] else asked.timezone or UTC
    try:
        return datetime(2000 + int(found["year"]), month, *map(int, found.group("day", "hour", "minute")), tzinfo=zone)
    except (TypeError, ValueError):
        return None
