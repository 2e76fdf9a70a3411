"""Unicode's composed form (NFC), without the quadratic case that a hostile text can make of it."""

import re
import unicodedata
from functools import cache

# UAX #15 (stream-safe text) allows 30 marks on one letter. Sorting a longer run costs the square of its
# length in CPython: 160,000 marks take 20 seconds.
_MARKS_ON_ONE_LETTER = 30


def nfc(text):
    """Compose `text`. Runs of more marks than any script stacks on one letter are left as they stand."""
    if text.isascii():
        return text
    # A run of 31 has one mark at least in every 31st place, so the rest need not be looked at.
    if not any(map(unicodedata.combining, text[:: _MARKS_ON_ONE_LETTER + 1])):
        return unicodedata.normalize("NFC", text)
    parts = _long_runs().split(text)
    return "".join(part if odd % 2 else unicodedata.normalize("NFC", part) for odd, part in enumerate(parts))


@cache
def _long_runs():
    marks = "".join(re.escape(chr(code)) for code in range(0x300, 0x1F000) if unicodedata.combining(chr(code)))
    return re.compile(f"([{marks}]{{{_MARKS_ON_ONE_LETTER + 1},}})")
