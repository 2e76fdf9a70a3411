"""Turns the bytes of a text file into text, and says how sure it is of the encoding."""

import codecs
import re
from dataclasses import dataclass

import chardet

from . import signatures


@dataclass(frozen=True, slots=True)
class Decoded:
    text: str
    encoding: str
    certain: bool


class Undecodable(ValueError):
    """The bytes are not text, or not in the encoding named. `line` and `column` count from 1 where known."""

    def __init__(self, message, *, code, line=None, column=None):
        super().__init__(message)
        self.code, self.line, self.column = code, line, column


# UTF-32 first: its little-endian mark begins with the one of UTF-16.
_MARKS = [
    (codecs.BOM_UTF32_LE, "utf-32-le", {"utf-32", "utf-32-le"}),
    (codecs.BOM_UTF32_BE, "utf-32-be", {"utf-32", "utf-32-be"}),
    (codecs.BOM_UTF8, "utf-8", {"utf-8", "utf-8-sig"}),
    (codecs.BOM_UTF16_LE, "utf-16-le", {"utf-16", "utf-16-le"}),
    (codecs.BOM_UTF16_BE, "utf-16-be", {"utf-16", "utf-16-be"}),
]
_NOT_FOR_FILES = frozenset({"idna", "punycode", "undefined", "unicode-escape", "raw-unicode-escape"})
_SAMPLE = 1 << 16
_HIGH = bytes(range(0x80, 0x100))
# What Western newsrooms write beyond ASCII: €‚„…‹Œ, quotes and dashes, ™›œ, and Latin-1's upper half.
_WESTERN = bytes([0x80, 0x82, 0x84, 0x85, 0x8B, 0x8C, *range(0x91, 0x98), 0x99, 0x9B, 0x9C, *range(0xA0, 0x100)])
_LETTERS = bytes([*range(0x41, 0x5B), *range(0x61, 0x7B)])
_QUOTES_AND_DASHES = bytes([0x85, *range(0x91, 0x98), 0xA0])
# Controls that no text holds in number: everything below the space but tab, line ends, form feed and escape.
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
# ISO 2022 (Japanese and Korean mail) is made of ASCII bytes and escape sequences like these.
_SHIFTS = re.compile(rb"\x1b\$[)]?[@-F]")
_SIGNALS = bytes([*range(0x09), *range(0x0E, 0x20), 0x7F])  # a wire's controls make chardet see a program
_WESTERN_NAME = re.compile(r"windows-1252|cp1252|iso-?8859-15?$|ascii", re.IGNORECASE)
_CANNOT_TELL = "cannot tell the encoding; try --encoding (for example --encoding cp1252)"


def decode(data, encoding=None):
    """Decode `data`: the encoding named, else its byte order mark, else UTF-8, else a guess marked uncertain.

    Raises Undecodable.
    """
    if kind := signatures.kind_of(data):
        raise Undecodable(f"this is {kind}, not a text file; {signatures.remedy(data)} first", code="not-text")
    decoded = _as_named(data, encoding) if encoding else _as_found(data)
    _refuse_binary(decoded.text)
    return decoded


def _as_named(data, encoding):
    name = _known(encoding)
    for mark, marked, fitting in _MARKS:
        if data.startswith(mark):
            if name not in fitting:
                message = f"the file is marked as {marked}, but --encoding says {name}; leave --encoding out"
                raise Undecodable(message, code="encoding-contradicted")
            return Decoded(_strictly(data[len(mark) :], marked), marked, certain=True)
    return Decoded(_strictly(data, name), name, certain=True)


def _known(encoding):
    try:
        name = codecs.lookup(encoding).name
        b" ".decode(name, "replace")  # Python also lists codecs that are no text encoding (hex, rot13)
    except (LookupError, ValueError):
        name = ""
    if not name or name in _NOT_FOR_FILES:
        message = f"there is no encoding called “{encoding}”; try --encoding utf-8, cp1252 or shift_jis"
        raise Undecodable(message, code="encoding-unknown")
    return name


def _strictly(data, encoding):
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as problem:
        line_start = data.rfind(b"\n", 0, problem.start) + 1
        message = f"byte {problem.start + 1} is not {encoding}; the file is in another encoding, try --encoding"
        raise Undecodable(
            message,
            code="encoding-wrong",
            line=data.count(b"\n", 0, problem.start) + 1,
            column=problem.start - line_start + 1,
        ) from None


def _as_found(data):
    for mark, marked, _ in _MARKS:
        if data.startswith(mark):
            return Decoded(_strictly(data[len(mark) :], marked), marked, certain=True)
    return _utf_8(data) or _utf_16_by_its_zeros(data) or _western(data) or _guessed(data)


def _try(data, encoding, *, certain):
    try:
        return Decoded(data.decode(encoding), encoding, certain)
    except (UnicodeDecodeError, LookupError):
        return None


def _utf_8(data):
    if b"\0" in data or _SHIFTS.search(data[:_SAMPLE]):
        return None
    return _try(data, "utf-8", certain=True)


def _utf_16_by_its_zeros(data):
    """ASCII text in UTF-16 has a zero in every other byte; other scripts have one at each space and digit."""
    half = len(data) // 2 or 1
    even, odd = data[0::2].count(0) / half, data[1::2].count(0) / half
    if max(even, odd) < 0.3 or min(even, odd) > max(even, odd) / 3:
        return _try(data, "utf-8", certain=False) if b"\0" in data else None
    return _try(data, "utf-16-be" if even > odd else "utf-16-le", certain=True)


def _share(data, of):
    return (len(data) - len(data.translate(None, of))) / (len(data) or 1)


def _western(data):
    """Windows-1252, when what is not ASCII is typographers' quotes, or is rare among ASCII words and agreed on."""
    sample = data[:_SAMPLE]
    high, letters = _share(sample, _HIGH), _share(sample, _LETTERS)
    if not high or high > letters / 3 or _share(sample, _WESTERN) < 0.9 * high:
        return None
    if _share(sample, _QUOTES_AND_DASHES) < 0.7 * high and not _reads_as_western(sample):
        return None
    return _try(data, "cp1252", certain=False)


def _reads_as_western(sample):
    # A high sign between two ASCII letters that is no letter in cp1252 ("by³a") is another code page's letter.
    text = sample.decode("cp1252", "replace")
    inside = re.findall(r"(?<=[a-z])[^\x00-\x7f](?=[a-z])", text)
    if any(not sign.isalpha() and sign not in "’‘­–—" for sign in inside):
        return False
    found = chardet.detect(sample.translate(None, _SIGNALS))["encoding"]
    return not found or len(text) < 200 or bool(_WESTERN_NAME.match(found))


def _guessed(data):
    found = chardet.detect(data[:_SAMPLE])
    decoded = found["encoding"] and found["confidence"] > 0.5 and _try(data, found["encoding"].lower(), certain=False)
    if not decoded:
        raise Undecodable(_CANNOT_TELL, code="encoding-unknowable")
    return decoded


def _refuse_binary(text):
    sample = text[:_SAMPLE]
    controls = len(_CONTROLS.findall(sample))
    if controls > 8 and controls > len(sample) / 20 and sample.strip("\0 \t\r\n"):
        message = "this is not a text file: much of it is control characters; save it as plain text first"
        raise Undecodable(message, code="not-text")
