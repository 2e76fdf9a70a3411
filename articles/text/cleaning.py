"""First aid for any text: one kind of line end, no control characters, nothing taken away unrecorded."""

import re
from dataclasses import dataclass, field

from .garble import garbled

_LINE_ENDS = [
    ("\r\r\n", "\n"),  # a file sent twice through a text-mode transfer
    ("\r\n", "\n"),
    ("\r", "\n"),
    ("\x0b", "\n"),
    ("\x0c", "\n"),
    ("\x85", "\n"),
    ("\u2028", "\n"),
    ("\u2029", "\n\n"),
]
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f]+")
_LOST = re.compile("[\x80-\x9f]")  # C1: letters that were read in the wrong encoding on their way
_OVERRIDES = re.compile("[\u202a-\u202e]+")
_BYTE_ORDER = re.compile("\ufeff+")
_ZERO_WIDTH = re.compile("[\u200b\u2060\ufeff]+")
# Thai, Lao, Tibetan, Burmese and Khmer write no spaces: there the zero-width space says where a line may break.
_NEEDS_ZERO_WIDTH = re.compile("[\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff]")
_PICTURES = {code: 0x2400 + code for code in range(0x20) if chr(code) not in "\t\n\x0b\x0c\r"} | {0x7F: 0x2421}
_PICTURES |= dict.fromkeys(range(0x80, 0xA0), 0xFFFD)


@dataclass(slots=True)
class Cleaned:
    """`removed` is pairs of (reason, text); control characters appear in it as their Unicode pictures (␀)."""

    text: str
    removed: list[tuple[str, str]] = field(default_factory=list)


def line_ends(text):
    for old, new in _LINE_ENDS:
        text = text.replace(old, new)
    return text


def pictured(text):
    """`text` with each control character drawn: no database takes a NUL."""
    return text.translate(_PICTURES)


def clean(text):
    """Take out what no reader sees and some readers are misled by: control characters, bidi overrides, zero widths.
    A control that stands for a letter which was lost (0x92 for an apostrophe) becomes the sign for one (U+FFFD).
    """
    cleaned = Cleaned(text)
    if _plain(text):
        return cleaned
    _take(cleaned, _CONTROLS, "control-characters")
    _take(cleaned, _OVERRIDES, "bidi-removed")
    cleaned.text = _LOST.sub("\ufffd", cleaned.text)
    _take(cleaned, _BYTE_ORDER, "zero-width")
    if not _NEEDS_ZERO_WIDTH.search(text):
        _take(cleaned, _ZERO_WIDTH, "zero-width")
    return cleaned


def without_zero_width(text):
    """Return (text, what was taken), for the one line that must compare equal to itself elsewhere: the headline."""
    return _ZERO_WIDTH.sub("", text), "".join(_ZERO_WIDTH.findall(text))


def mojibake(text):
    """The first sign that the text was decoded wrongly before it came to us, as it stands, else an empty string."""
    places = [] if text.isascii() else garbled(text)
    return text[max(0, places[0][0] - 20) : places[0][1] + 20] if places else ""


def _plain(text):
    # `isprintable` runs at the speed of memory; the expressions below are forty times slower.
    return text.replace("\n", "").replace("\t", "").replace("\xa0", "").isprintable()


def _take(cleaned, pattern, reason):
    taken = "".join(pattern.findall(cleaned.text))
    if taken:
        cleaned.text = pattern.sub("", cleaned.text)
        cleaned.removed.append((reason, pictured(taken)))
