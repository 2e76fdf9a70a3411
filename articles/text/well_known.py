"""What a paper says in files that everybody knows where to find: security.txt, trust.txt, ads.txt.

Each `against_` takes a text and says what its rules have against it, a sentence a line, with what to write instead.
"""

import re
from datetime import UTC, datetime, timedelta

TRUST = (
    "member",
    "belongto",
    "control",
    "controlledby",
    "social",
    "vendor",
    "customer",
    "disclosure",
    "contact",
    "datatrainingallowed",
)
_ADDRESSES = ("member", "belongto", "control", "controlledby", "social", "vendor", "customer", "disclosure")
_PAIR = re.compile(r"([a-z]+)=(\S.*)")
_FIELD = re.compile(r"([A-Za-z-]+):\s+(\S.*)")
_RECORD = re.compile(
    r"[a-z0-9.-]+\.[a-z]{2,}\s*,\s*[^,\s]+\s*,\s*(?:DIRECT|RESELLER)(?:\s*,\s*[^,\s]+)?", re.IGNORECASE
)
_VARIABLE = re.compile(r"(?:OWNERDOMAIN|MANAGERDOMAIN|CONTACT|SUBDOMAIN|INVENTORYPARTNERDOMAIN)=\S.*", re.I)
_CONTACT = ("https://", "mailto:", "tel:")
A_YEAR = timedelta(days=366)


def against_trust(text):
    """https://journallist.net/reference-document-for-trust-txt-specifications"""
    for number, line in _lines(text):
        pair = _PAIR.fullmatch(line)
        if pair is None or pair[1] not in TRUST:
            yield f"Line {number} of trust.txt is not name=value with one of {', '.join(TRUST)}: {line}"
        elif pair[1] in _ADDRESSES and not pair[2].startswith("https://"):
            yield f"Line {number} of trust.txt needs an address that begins with https://: {line}"
        elif pair[1] == "datatrainingallowed" and pair[2] not in ("yes", "no"):
            yield f"Line {number} of trust.txt is datatrainingallowed=yes or datatrainingallowed=no: {line}"


def against_ads(text):
    """https://iabtechlab.com/ads-txt/"""
    for number, line in _lines(text):
        said = line.partition("#")[0].strip()
        if not (_RECORD.fullmatch(said) or _VARIABLE.fullmatch(said)):
            yield (
                f"Line {number} of ads.txt is not “domain, account, DIRECT or RESELLER” nor OWNERDOMAIN=… "
                f"or MANAGERDOMAIN=…: {line}"
            )


def against_security(text, now):
    """RFC 9116, 2.5: at least one way to write, and one moment, within a year, until which this holds."""
    yield from (
        f"Line {number} of security.txt is not Name: value: {line}"
        for number, line in _lines(text)
        if not _FIELD.fullmatch(line)
    )
    contacts = _values(text, "contact")
    if not contacts or not all(value.startswith(_CONTACT) for value in contacts):
        yield "security.txt needs a line Contact: mailto:security@example.org (or https://…, tel:…)."
    ends = [_moment(value) for value in _values(text, "expires")]
    if len(ends) != 1 or ends[0] is None or not now < ends[0] < now + A_YEAR:
        day = now + timedelta(days=180)
        yield f"security.txt needs one line Expires: {day:%Y-%m-%d}T00:00:00Z, within a year from now."


def expired(text, now):
    """Whether a security.txt is past its own end, after which nobody may rely on it."""
    ends = [_moment(value) for value in _values(text, "expires")]
    return not ends or ends[0] is None or ends[0] <= now


def _values(text, name):
    """What stands after each field of that name."""
    fields = [_FIELD.fullmatch(line) for _, line in _lines(text)]
    return [field[2] for field in fields if field and field[1].lower() == name]


def _moment(text):
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def _lines(text):
    """(number, line) of what says something: no empty lines, no comments."""
    stripped = ((number, line.strip()) for number, line in enumerate(text.splitlines(), 1))
    return [(number, line) for number, line in stripped if line and not line.startswith("#")]
