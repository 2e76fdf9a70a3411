"""Topic codes. The IPTC's old subject codes have eight digits, the first two of which name the field."""

import re

from articles.importers.record import Subject

OLD, MEDIATOPIC = "subj", "medtop"
_OLD_CODE = re.compile(r"\d{8}")
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
    if _OLD_CODE.fullmatch(code) and scheme in ("", OLD):
        return Subject(code, name or FIELDS.get(code[:2], ""), OLD)
    return Subject(code, name, scheme)
