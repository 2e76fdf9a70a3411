"""Writes a text the way it is looked for: small letters, no accents, one spelling of what has several."""

import re
import unicodedata

_SPELLINGS = dict(
    pair.split("=") for pair in "æ=ae œ=oe ø=o đ=d ð=d þ=th ł=l ħ=h ı=i ŧ=t ŋ=n ى=ي ی=ي ک=ك ة=ه ٱ=ا".split()
)
_DIGITS = {ord(zero) + n: str(n) for zero in "٠۰०" for n in range(10)}
_UNSEEN = dict.fromkeys([0xAD, 0x640, 0xFEFF, *range(0x200B, 0x2010), *range(0x2060, 0x2065)])
_LETTERS = {**str.maketrans(_SPELLINGS), **_DIGITS, **_UNSEEN}
# Marks over and under Latin, Greek, Cyrillic, Hebrew and Arabic letters. й is a letter of its own: its mark stays.
_ACCENT = re.compile("(?<!и)\u0306|[\u0300-\u0305\u0307-\u036f\u0591-\u05c7\u064b-\u065f\u0670]")


def fold(text):
    """`text` without what readers leave out when they type; words stay words, and their order is kept."""
    text = unicodedata.normalize("NFKC", text).casefold()
    if text.isascii():
        return text
    text = unicodedata.normalize("NFKD", text.translate(_LETTERS))
    return unicodedata.normalize("NFC", _ACCENT.sub("", text))
