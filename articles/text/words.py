"""Takes a text apart into what can be looked for: stems, and pairs of signs where words have no spaces between them.

Stories and questions are taken apart by the same rules, whatever database keeps them. 東京都 gives 東京, 京都 and 都:
every sign begins a pair, so any run of two signs or more is found as the pairs of it, one after the other.
"""

import re
import unicodedata
from functools import lru_cache

from .folding import fold
from .stemming import stem

_MARKS = "".join(chr(n) for n in range(0x0300, 0xABFF) if unicodedata.category(chr(n)) in ("Mn", "Mc"))
# Kana, ideographs, Hangul, Thai, Lao, Burmese, Khmer.
WIDE = (
    "\u3005\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uac00-\ud7af\u0e01-\u0eff"
    "\u1000-\u109f\u1780-\u17ff\U00020000-\U0003ffff"
)
_LETTER = rf"(?:[^\W_{WIDE}]|(?<=\w)[{_MARKS}])"
_INITIALS = r"(?:(?<!\w)(?:[^\W\d_]\.){2,})"
_NUMBER = r"\d{1,3}(?:[,\u202f\u00a0]\d{3})+(?![\w,])"
WORD = re.compile(rf"(?P<wide>[{WIDE}]+)|{_INITIALS}|{_NUMBER}|(?:{_LETTER}|[{_MARKS}\u00ad\u200c\u0640])+(?:['’]s\b)?")
_POSSESSIVE = re.compile("['’]s$")
_LONGEST = 60


def forms(text):
    """The words of `text` as they stand, folded; a run of wide signs is one word."""
    return [form for found in WORD.finditer(text) if (form := _form(found[0]))]


def stems(text, language):
    """What a story that has this text is found by, in order."""
    return list(_stems(text, language))


def _stems(text, language):
    for found in WORD.finditer(text):
        if found["wide"]:
            yield from signs(fold(found[0]), last=True)
        elif word := stem_of(found[0], language):
            yield word


def signs(run, *, last=False):
    """The pairs of a run of wide signs; `last`: its last sign too, as a text is kept but not as it is asked for."""
    pairs = [run[at : at + 2] for at in range(len(run) - 1)]
    return [*pairs, run[-1]] if last or not pairs else pairs


@lru_cache(maxsize=200_000)
def stem_of(word, language):
    """The stem of a word as it stands in a text; "" if nothing is left of it."""
    return stem(_form(word), language)


def _form(word):
    word = _POSSESSIVE.sub("", fold(word))
    return "".join(sign for sign in word if sign.isalnum() or sign in _MARKS)[:_LONGEST]
