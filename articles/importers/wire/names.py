"""Names as wires write them: “By Paul Byrne and Almudena Calatrava, Associated Press”."""

import re

from articles.importers.plaintext import bylines
from articles.importers.record import Credit

_WORD = re.compile(r"[^\W_]+")
_OPENING = re.compile(r"(?:By|Von|Par|Por|Da|Di|Door|Av|Af)[:\s]\s*(?=\S)", re.IGNORECASE)
# Whole names of agencies, and what they sign with: a byline of one of these names nobody.
_AGENCIES = frozenset(
    """aap afp ansa ap apa associated press ats belga bloomberg businesswire canadian dpa efe interfax kyodo lusa
    ntb pa pti reuters ritzau sda stt tass the tt upi xinhua agence france-presse news agency staff newsroom
    deutsche presse-agentur business wire association""".split()
)


def credit(record, line, *, role=""):
    """Read a byline into `record.byline` and `record.credits`; an agency in it becomes the provider."""
    line = " ".join((line or "").split()).strip(" =")
    if not line:
        return
    record.byline = record.byline or line
    names, agency = _without_agency(_OPENING.sub("", line, count=1))
    if agency:
        record.provider = record.provider or agency
    if names:
        people = bylines.people(names)
        record.credits += [Credit(name(one.name), one.role or role, one.email) for one in people]


def name(text):
    """PAUL BYRNE as it is written on a page: Paul Byrne. Names with a small letter are left alone."""
    if not text.isupper() or len(text) < 4:
        return text
    return _WORD.sub(lambda word: word[0].capitalize(), text)


def is_agency(text):
    words = re.findall(r"[\w-]+", text.casefold())
    return bool(words) and all(word in _AGENCIES for word in words)


def _without_agency(line):
    """(the names, the agency) of a byline; the agency stands alone, after the last comma or in brackets."""
    if is_agency(line):
        return "", line
    head, comma, tail = line.rpartition(",")
    if comma and is_agency(tail):
        return head.strip(), tail.strip()
    bracketed = re.fullmatch(r"(.+?)\s*\(([^()]{2,40})\)", line)
    if bracketed and is_agency(bracketed[2]):
        return bracketed[1], bracketed[2]
    return line, ""
