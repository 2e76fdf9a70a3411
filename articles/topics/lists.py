"""Reads a list of topics. No database.

Two forms are known: IPTC's Media Topics or Subject Codes as the IPTC serves them, in SKOS JSON
(https://iptc.org/std/NewsCodes/guidelines/), and one JSON object of old subject codes, {"15054000": "soccer"}.
"""

import json
import re
import unicodedata
from dataclasses import dataclass
from functools import partial

from articles.importers.wire.subjects import ADDRESSES, OLD, OLD_CODE
from articles.text.languages import LANGUAGE_TAG

LARGEST = 50 * 1024 * 1024  # bytes; Media Topics have 2 million
MOST, LONGEST = 20_000, 200  # topics of a list, characters of a name
OLD_LANGUAGE = "en-GB"  # the old codes were named in British English alone
_ADDRESS = re.compile(rf"https?://(cv\.iptc\.org/newscodes/[a-z]+)/({OLD_CODE.pattern})")
_UNKEPT = {"Cc", "Cs"}  # control characters and halves of characters: databases refuse them
_UNUSUAL = {"se": "sv", "dk": "da"}  # IPTC's list of 2019 writes so what BCP 47 calls Swedish and Danish
_GET_IT = "Get Media Topics from https://cv.iptc.org/newscodes/mediatopic?format=json&lang=x-all"


class Unfit(Exception):
    """The file is no list of topics: the message names it, says what is wrong and what to do."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A topic as a list tells it. `names` is {language: name}, `matches` are the old codes that mean the very same."""

    scheme: str
    code: str
    names: dict
    matches: tuple = ()
    retired: bool = False


def read(path):
    """The entries of the list at `path`, each code once. Raises Unfit."""
    told = _json(path)
    if isinstance(told, dict) and isinstance(told.get("conceptSet"), list):
        make, rows = _of_concept, told["conceptSet"]
    elif isinstance(told, dict) and any(map(OLD_CODE.fullmatch, told)):
        make, rows = _of_old_code, told.items()
    else:
        raise Unfit(f"{path} is no list of topics: it has no “conceptSet” and no codes of eight digits. {_GET_IT}.")
    if not 0 < len(rows) <= MOST:
        raise Unfit(f"{path} has {len(rows)} topics; a list has 1 to {MOST}. {_GET_IT}.")
    entries = [make(row, partial(_unfit, path, number)) for number, row in enumerate(rows, 1)]
    return list({(entry.scheme, entry.code): entry for entry in entries}.values())


def _json(path):
    try:
        with open(path, "rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        raise Unfit(f"{path} cannot be read ({error.strerror}). Name a file of JSON.") from error
    if len(data) > LARGEST:
        raise Unfit(f"{path} is larger than {LARGEST // 1024**2} MB, and no list of topics is. {_GET_IT}.")
    try:
        return json.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise Unfit(f"{path} is not written in UTF-8. Convert it first.") from error
    except json.JSONDecodeError as error:
        raise Unfit(f"{path}:{error.lineno}: this is no JSON ({error.msg}). Fetch the file again.") from error
    except (RecursionError, ValueError) as error:
        raise Unfit(f"{path}: this JSON is nested deeper than any list of topics. {_GET_IT}.") from error


def _unfit(path, number, message):
    return Unfit(f"{path}: topic {number} {message}. Nothing was loaded; fetch the file again.")


def _of_concept(told, unfit):
    scheme, code = _at(told.get("uri")) if isinstance(told, dict) else ("", "")
    if not scheme:
        raise unfit("has no address of a Media Topic or Subject Code (“uri”)")
    names = told.get("prefLabel", {})  # a list in one language leaves out what is not translated
    if not isinstance(names, dict):
        raise unfit("has no names by language (“prefLabel”)")
    return Entry(scheme, code, _names(names, unfit), _old_codes(told), retired=bool(told.get("retired")))


def _at(address):
    """(scheme, code) by an address of the IPTC's, both empty for any other."""
    found = _ADDRESS.fullmatch(address) if isinstance(address, str) else None
    scheme = ADDRESSES.get(found[1], "") if found else ""
    return (scheme, found[2]) if scheme else ("", "")


def _of_old_code(told, unfit):
    code, name = told
    if not OLD_CODE.fullmatch(code):
        raise unfit(f"“{code[:40]}” is no code of eight digits")
    return Entry(OLD, code, _names({OLD_LANGUAGE: name}, unfit))


def _names(told, unfit):
    return {_language(tag, unfit): _name(name, unfit) for tag, name in told.items()}


def _language(tag, unfit):
    if not re.search(LANGUAGE_TAG, tag):
        raise unfit(f"has a name in “{tag[:40]}”, which is no language")
    return _UNUSUAL.get(tag, tag)


def _name(told, unfit):
    signs = told if isinstance(told, str) else ""
    shown = (sign for sign in signs if sign.isspace() or unicodedata.category(sign) not in _UNKEPT)
    name = " ".join("".join(shown).split())
    if not 0 < len(name) <= LONGEST:
        raise unfit(f"has a name that is empty or longer than {LONGEST} characters")
    return name


def _old_codes(told):
    matches = told.get("exactMatch") or []
    found = map(_at, matches if isinstance(matches, list) else [matches])
    return tuple(code for scheme, code in found if scheme == OLD)
