"""Finds what a text names often enough to be a topic: runs of capitalised words inside sentences."""

import re
from collections import Counter

# German capitalises every noun, so a capital says nothing there; other scripts have no capitals.
_TELLING = {"en", "fr", "es", "pt", "it", "nl", "sv", "no", "da", "pl"}
_WORD = r"[A-ZÀ-ÖØ-Þ][\w’'-]*[\w]"
_RUN = re.compile(rf"(?<=[\w,;:—–-] )({_WORD}(?: (?:of|the|de|du|la|des) {_WORD}| {_WORD}){{0,3}})")
_NOT_NAMES = frozenset(
    "I He She They We It The A An In On At But And Or If Mr Mrs Ms Dr Sir Lady January February March April May June"
    " July August September October November December Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
)


def names_in(text, language, least=2):
    """Names that stand at least `least` times inside sentences, the most frequent first."""
    if language.split("-")[0] not in _TELLING:
        return []
    found = Counter(name for name in map(_trim, _RUN.findall(text)) if name and len(name) > 2)
    return [name for name, times in found.most_common(20) if times >= least]


def _trim(name):
    """Without titles, days and pronouns at the start, and the possessive at the end."""
    words = name.split()
    while words and words[0] in _NOT_NAMES:
        words.pop(0)
    return re.sub(r"[’']s$", "", " ".join(words))
