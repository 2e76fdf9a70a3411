"""Finds the word that somebody meant and mistyped: one letter off, and standing in a story that readers can read.

There is no list of words to look in, for it would tell of stories that nobody may read yet. All spellings that are one
letter off are asked for at once instead, and what is found is counted.
"""

from collections import Counter

from django.conf import settings

from articles.models import Edition, SearchEntry
from articles.text.folding import fold
from articles.text.questions import Term
from articles.text.small_words import is_small
from articles.text.words import WORD, forms, stem_of

from .asked import Asked
from .finding import newest

_ALPHABETS = [
    "abcdefghijklmnopqrstuvwxyz",
    "абвгдежзийклмнопрстуфхцчшщъыьэюяіїєґ",
    "ابتثجحخدذرزسشصضطظعغفقكلمنهويءئؤ",
    "αβγδεζηθικλμνξοπρσςτυφχψω",
]
_LENGTHS = range(4, 17)  # a shorter word has too many neighbours, a longer one is no slip
_LOOKED_AT, _WORDS = 30, 4  # the newest entries that are counted; words of a question that are looked into


def better(question, moment):
    """The question with its unknown words spelled as the paper spells them; "" if that changes nothing."""
    text = question.text
    for word in _unknown(question, moment):
        if meant := _meant(fold(word), moment):
            text = text.replace(word, meant)
    return "" if text == question.text else text


def _unknown(question, moment):
    language = settings.LANGUAGE_CODE
    words = dict.fromkeys(found[0] for found in WORD.finditer(question.text) if not found["wide"])
    able = {word: stem_of(word, language) for word in words if len(word) in _LENGTHS}
    told = [(word, stem) for word, stem in able.items() if stem and not is_small(fold(word), language)]
    return [word for word, stem in told[:_WORDS] if not newest(_one_of([stem], moment), 1)]


def _meant(word, moment):
    """The neighbour of a word that most of the newest stories have in which any of them stands."""
    near = {spelling: stem_of(spelling, settings.LANGUAGE_CODE) for spelling in _neighbours(word)}
    near = {spelling: stem for spelling, stem in near.items() if stem}  # marks alone are no word
    rows = newest(_one_of(sorted(set(near.values())), moment), _LOOKED_AT) if near else []
    stems = Counter(stem for stem_list in _stems_of(rows) for stem in stem_list & set(near.values()))
    for stem, _ in stems.most_common():
        likely = {spelling for spelling, of in near.items() if of == stem}
        if there := likely & _words_of(rows):
            return min(there)
    return ""


def _one_of(stems, moment):
    return Asked(moment, tuple((Term((stem,)),) for stem in stems))


def _stems_of(rows):
    entries = SearchEntry.objects.filter(pk__in=[key for key, _ in rows]).values_list("head", "lead", "body")
    return [set(" ".join(texts).split()) for texts in entries]


def _words_of(rows):
    texts = Edition.objects.filter(pk__in=[edition for _, edition in rows]).values_list("headline", "body_text")
    return {form for told in texts for text in told for form in forms(text)}


def _neighbours(word):
    """All that one slip makes of it: a letter too many, too few or wrong, two the wrong way round."""
    letters = next((each for each in _ALPHABETS if word[:1] in each), "") if word else ""
    cuts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    yield from (a + b[1:] for a, b in cuts if b)
    yield from (a + b[1] + b[0] + b[2:] for a, b in cuts if len(b) > 1)
    yield from (a + letter + b[1:] for a, b in cuts if b for letter in letters)
    yield from (a + letter + b for a, b in cuts for letter in letters)
