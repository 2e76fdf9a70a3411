"""Finds words typed twice in a row, knowing the ones a language repeats on purpose.

Only the languages listed are read: Turkish, Vietnamese or Hindi double words as a matter of grammar.
"""

import re

# The bound keeps a run of letters and apostrophes of any length from being read again at each apostrophe.
_TWICE = re.compile(r"\b([a-zß-ɏ'’]{1,40}+)[^\S\t]++(\1)(?![\w-]|['’.]\w)")

_EVERYWHERE = "ha he hey ho no bla blah yada bye cha choo chop tut tsk yum knock pom bis tam"
_ON_PURPOSE = {
    "en": "had that very so really many much more far too long never ever again now there hear oh yes yeah well wait"
    " please go run big old long little poor good great bad same boo beep ding night hush dear is do",
    "fr": "nous vous très si oui non trop vite bien tout",
    "es": "muy casi sí ya luego mucho poco",
    "de": "sie die der das ihr es sehr ganz nein ja so viel lange wieder den dem",
}
_ON_PURPOSE = {tongue: frozenset((words + " " + _EVERYWHERE).split()) for tongue, words in _ON_PURPOSE.items()}

_LITTLE = (
    "a an the of in on at to for and or but with by from is are was were be it its this he she we they you i as not"
    " le la les un une des de du en et ou à au aux il elle est dans par pour sur que qui"
    " el los las una del y o por para con que se es lo su"
    " ein eine einen einem einer und oder in im am zu mit von auf für ist nicht"
)
_LITTLE = frozenset(_LITTLE.split())


def repeats(text, tongue):
    """Return (start, end) of each doubled word. Bora Bora is a name; so is what follows in “try the The Hague app”."""
    if tongue not in _ON_PURPOSE:
        return []
    lowered = text.replace("İ", "I").lower()  # the one capital whose small form is longer: places must stay the same
    return [match.span() for match in _TWICE.finditer(lowered) if not _is_meant(text, match, tongue)]


def _is_meant(text, match, tongue):
    end_of_a_longer_word = text[match.start() - 1 : match.start()] in ("'", "’", ".", "-")
    one, other = text[slice(*match.span(1))], text[slice(*match.span(2))]
    return match[1] in _ON_PURPOSE[tongue] or end_of_a_longer_word or _names(one, other)


def _names(one, other):
    """Whether the second is a name or begins one; The The, typed so at the start of a sentence, is none."""
    if not other[0].isupper() or other == "I":
        return False
    return one[0].islower() or len(one) == 1 or one.lower() not in _LITTLE
