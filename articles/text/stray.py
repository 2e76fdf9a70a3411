"""Finds paragraphs at a story's head that may belong to another story (IMPORT §3.14). A hint, never a verdict."""

import re

from .wrapping import is_wide

_LONGEST_RUN = 3
_SHORTEST = 12  # words
_FEWEST_SHARED = 3
_CAPTION = re.compile(r"\b(?:Image|Photo|Picture|File photo|Credit|Foto|Bild)s?: ?\S")
_WORDS = re.compile(r"[^\W_]+")
_ENDINGS = re.compile(r"(?:ations?|itions?|ments?|ings?|ions?|ities|ity|ies|ied|ers?|ors?|ed|es|ly|al|ive|ism|s|y|e)$")
# Words of English, German, French and Spanish that say nothing about a story's matter.
_EMPTY_WORDS = """a about above after again against al all als also am an and any are as at au auch auf aus aux
    avec back be because been before bei being below between both but by can con could dans das day
    de del dem den der des did die do does down du during each ein eine einem einen einer eines el
    en es est et few first for from further für get got haben had has hat have having he her here
    hers him his how i if im in into is ist it its just la las last le les like lo los made make
    many may me might mit more most much must my nach new nicht no nor not now o oder of off on once
    one only ont or other ou our out over own par para por pour que qui said same say says se she
    should since sind so some son sont still su such sur than that the their them then there these
    they this those through to too two un una und under une until up us use very von vor war was we
    were what when where which while who whom why wie will wird with would y year years yet you your
    zu zum zur über"""
_STOP = frozenset(_EMPTY_WORDS.split())


def stray_run(headline, paragraphs):
    """The indices of the first 1 to 3 paragraphs if none shares a word with the headline and the next shares most."""
    if is_wide(headline):
        return []
    theme = _stems(headline)
    needed = max(_FEWEST_SHARED, len(theme) / 2)
    for index, paragraph in enumerate(paragraphs[: _LONGEST_RUN + 1]):
        shared = len(theme & _stems(paragraph))
        if shared:
            return list(range(index)) if index and shared >= needed else []
        if len(paragraph.split()) < _SHORTEST or _CAPTION.search(paragraph):
            return []
    return []


def _stems(text):
    return {_stem(word) for word in _WORDS.findall(text.casefold()) if len(word) > 1 and word not in _STOP}


def _stem(word):
    """The word without the ending it bends by, at least three letters of it."""
    ending = _ENDINGS.search(word, 3)
    return word[: ending.start()] if ending else word
