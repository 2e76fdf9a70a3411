"""Reads what somebody typed into the search field. Anything can stand in it; nothing in it is an error.

Words are looked for together, in any order. "Words in quotes" stand one after the other; -word must not stand in the
story. Signs that search engines and databases give a meaning have none here: what is not a word is a gap.
"""

import re
from dataclasses import dataclass

from .folding import fold
from .small_words import is_small
from .words import WORD, signs, stem_of

LONGEST, MOST = 300, 16  # characters and terms of a question that are looked for
_OPEN, _CLOSE = '"“”„«»「『', '"“”«»」』'
_PART = re.compile(
    rf"(?P<not>(?<!\w)[-−–](?=[^\s\d-]))?(?:[{_OPEN}](?P<quoted>[^{_CLOSE}]*)[{_CLOSE}]|(?P<bare>[^\s{_OPEN}]+))"
)
_SUBSTRING = 4  # a run of wide signs up to this long is looked for as it stands, a longer one by its pairs


@dataclass(frozen=True)
class Term:
    """Stems that stand one after the other. `begins`: the last is only the beginning of a word."""

    stems: tuple
    begins: bool = False


@dataclass(frozen=True)
class Question:
    """`wanted` are all to be found, `unwanted` none. `cut`: more was typed than is looked for."""

    text: str = ""
    wanted: tuple = ()
    unwanted: tuple = ()
    cut: bool = False

    def __bool__(self):
        return bool(self.wanted or self.unwanted)


def read(typed, language):
    """The Question in what was typed; `language` is the paper's."""
    text = " ".join(typed.replace("\0", " ").split())
    parts = [(bool(found["not"]), term) for found in _PART.finditer(text[:LONGEST]) for term in _terms(found, language)]
    wanted = tuple(dict.fromkeys(term for unwanted, term in parts if not unwanted))
    unwanted = tuple(dict.fromkeys(term for unwanted, term in parts if unwanted))
    wanted = _telling(text[:LONGEST], wanted, language)
    cut = len(text) > LONGEST or len(wanted) > MOST or len(unwanted) > MOST
    return Question(text[:LONGEST], wanted[:MOST], unwanted[:MOST], cut)


def _terms(found, language):
    """A quotation is one term. So is a word, with what is joined to it (covid-19); a long run of wide signs is many."""
    if found["quoted"] is not None:
        quoted = tuple(_quoted(found["quoted"], language))
        return [Term(quoted)] if quoted else []
    runs = [word[0] for word in WORD.finditer(found["bare"]) if word["wide"]]
    joined = _joined(found["bare"], language)
    return [*([Term(joined)] if joined else []), *(term for run in runs for term in _of_signs(fold(run)))]


def _quoted(text, language):
    for word in WORD.finditer(text):
        if word["wide"]:
            yield from signs(fold(word[0]))
        elif stem := stem_of(word[0], language):
            yield stem


def _joined(bare, language):
    """The stems of l’élection or covid-19, without small words at either end."""
    words = [(word[0], stem_of(word[0], language)) for word in WORD.finditer(bare) if not word["wide"]]
    telling = [at for at, (word, _) in enumerate(words) if not is_small(fold(word), language)]
    if len(words) > 1 and telling:
        words = words[telling[0] : telling[-1] + 1]
    return tuple(stem for _, stem in words if stem)


def _of_signs(run):
    if len(run) > _SUBSTRING:
        return [Term((pair,)) for pair in signs(run)]
    return [Term(tuple(signs(run)), begins=len(run) == 1)]


def _telling(text, terms, language):
    """Without the small words, if there are others. The words of a quotation are all meant."""
    small = {stem_of(form[0], language) for form in WORD.finditer(text) if is_small(fold(form[0]), language)}
    return tuple(term for term in terms if len(term.stems) > 1 or term.stems[0] not in small) or terms
