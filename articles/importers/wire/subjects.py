"""Topic codes. The IPTC's old subject codes have eight digits, the first two of which name the field."""

import re

from articles.importers.record import Subject

OLD, MEDIATOPIC = "subj", "medtop"
OLD_CODE = re.compile(r"[0-9]{8}")
ADDRESSES = {"cv.iptc.org/newscodes/mediatopic": MEDIATOPIC, "cv.iptc.org/newscodes/subjectcode": OLD}
# STT names old codes in Finnish, and has some of its own (15031000, ice hockey; 11010992, a party).
_OF_AGENCIES = {"sttsubj": OLD, "stt-subj": OLD}
# IPTC subject codes, top level (http://cv.iptc.org/newscodes/subjectcode/).
FIELDS = {
    "01": "arts, culture and entertainment",
    "02": "crime, law and justice",
    "03": "disaster and accident",
    "04": "economy, business and finance",
    "05": "education",
    "06": "environmental issue",
    "07": "health",
    "08": "human interest",
    "09": "labour",
    "10": "lifestyle and leisure",
    "11": "politics",
    "12": "religion and belief",
    "13": "science and technology",
    "14": "social issue",
    "15": "sport",
    "16": "unrest, conflicts and war",
    "17": "weather",
}


def subject(code, name="", scheme=""):
    """A Subject; an old code without a name is called by its field, and a code of neither scheme is kept as it is."""
    code = code.strip()
    if OLD_CODE.fullmatch(code) and scheme in ("", OLD):
        field = FIELDS.get(code[:2], "")
        return Subject(code, name or field, OLD, broad=bool(field and not name))
    return Subject(code, name, scheme)


def is_listed(scheme, code):
    """Whether the IPTC may have told it: both of its schemes number topics with eight digits."""
    return scheme in (MEDIATOPIC, OLD) and OLD_CODE.fullmatch(code) is not None


def qcode(subject):
    """(scheme, code) by the short names of the IPTC's schemes, however its provider wrote them."""
    scheme, code = subject.scheme.rstrip("/"), subject.code
    if not scheme and ":" in code:
        scheme, _, code = code.partition(":")
    return ADDRESSES.get(scheme.partition("://")[2]) or _OF_AGENCIES.get(scheme, scheme), code
