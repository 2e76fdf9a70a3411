"""Reads names from a byline: “By Isla Wren and Tom Hale, council reporter”."""

import re
from dataclasses import dataclass, field

from articles.importers.record import Credit

_MOST_WORDS = 12
_LONGEST = 120
_OPENING = re.compile(
    r"(?:(?:By|BY|Von|VON|Par|PAR|Por|POR|Da|Di|Door|DOOR|Av|AV|Af|AF)[:\s]\s*|(?:文|記者)\s?[=＝:：\s]\s*|(?:بقلم|كتبت?)[:\s]\s*)(?=\S)"
)
_PARTICLES = "van von de der den del della di da dos das do du la le el al bin ibn ter ten y e zu af av st"
_JOINERS = "and & und et och og en with mit avec con in for"
_INSIDE_NAMES = frozenset(f"{_PARTICLES} {_JOINERS}".split())
# “By The Sea”, “By March”: words that begin no name. May, April and June begin many.
_OPENS_NO_NAME = """The A An This That These Those Our My Now Then Far Day Night Law Monday Tuesday Wednesday
    Thursday Friday Saturday Sunday January February March July August September October November
    December"""
_NO_NAME = frozenset(_OPENS_NO_NAME.split())
_ELIDED = re.compile(r"[dlo]['’]\w")  # d’Hale
_SPLIT = re.compile(r"\s+(?:and|&|und|et|och|og|with|mit|avec)\s+|\s+y\s+|\s+e\s+|\s*[;·・、/]\s*")
_EMAIL = re.compile(r"[<(]?\b([\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+)\b[>)]?")
_ROLE = re.compile(
    r"\b(?:reporter|correspondent|editor|writer|staff|photographer|columnist|bureau|chief|agency|dpa|ap|afp|reuters|press"
    r"|redakteur\w*|korrespondent\w*|journalist\w*)\b",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Byline:
    text: str
    credits: list[Credit] = field(default_factory=list)


def byline(line):
    """The Byline of a line that is one and nothing else, else None. A sentence beginning “By …” is none."""
    opening = _OPENING.match(line)
    if not opening or len(line) > _LONGEST or len(line.split()) > _MOST_WORDS or _ends_a_sentence(line):
        return None
    names = line[opening.end() :]
    email = _EMAIL.search(names)
    if not _is_named(_EMAIL.sub("", names).strip(" ,")):
        return None
    return Byline(line, people(names, email=email[1] if email else ""))


def people(names, *, email=""):
    """The people of “Ann Lee, Bo Ek and Cy Orr, staff writers”, in order; one address goes to the first of them."""
    names, role = _role_apart(_EMAIL.sub("", names).strip(" ,=()").rstrip("."))
    found = [name.strip() for part in names for name in _SPLIT.split(part) if name.strip()]
    return [Credit(name, role, email if not index else "") for index, name in enumerate(found)]


def is_email(line):
    return bool(_EMAIL.fullmatch(line))


def email_of(line):
    return _EMAIL.search(line)[1]


def _role_apart(names):
    parts = [part.strip() for part in names.split(",") if part.strip()]
    cut = next((index for index, part in enumerate(parts) if index and not _looks_a_name(part)), len(parts))
    return parts[:cut], ", ".join(parts[cut:])


def _looks_a_name(part):
    words = part.split()
    return len(words) >= 2 and not _ROLE.search(part) and words[0] not in _NO_NAME and _is_named(part)


def _ends_a_sentence(line):
    last = line.split()[-1]
    return line.endswith((".", "!", "?", ":", ",")) and len(last.rstrip(".")) > 2


def _is_named(names):
    """Whether the words before the first comma are capitalised like names, or written in ideographs."""
    words = names.partition(",")[0].split()
    if not words or words[0] in _NO_NAME or not any(word[0].isalpha() for word in words):
        return False
    return all(map(_may_stand_in_a_name, words)) and not words[0][0].isdigit()


def _may_stand_in_a_name(word):
    return word in _INSIDE_NAMES or not word[0].islower() or bool(_ELIDED.match(word))
