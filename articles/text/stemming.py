"""Cuts a folded word to its stem, so that elections are found by election.

The alphabet of a word decides which stemmer cuts it, not the language of its text: so a question in one word needs no
language, and a story is found under the same stems that readers' questions have. Words in the Latin alphabet are cut
in the language of the paper, or in English if there is no stemmer for that. The stemmers are Snowball's.
"""

import re
from functools import cache, lru_cache

import snowballstemmer

_LATIN = """ca=catalan cs=czech da=danish de=german en=english eo=esperanto es=spanish et=estonian eu=basque fi=finnish
    fr=french ga=irish hu=hungarian id=indonesian it=italian lt=lithuanian nb=norwegian nl=dutch nn=norwegian
    no=norwegian pl=polish pt=portuguese ro=romanian st=sesotho sv=swedish tr=turkish"""
_ALPHABETS = [
    ("Latin", re.compile("[a-z\u00df-\u024f\u1e00-\u1eff]+"), _LATIN, "english"),
    ("Cyrillic", re.compile("[\u0400-\u052f]+"), "ru=russian sr=serbian", "russian"),
    ("Arabic", re.compile("[\u0620-\u06d3]+"), "ar=arabic fa=persian", "arabic"),
    ("Greek", re.compile("[\u0370-\u03ff\u1f00-\u1fff]+"), "el=greek", "greek"),
    ("Devanagari", re.compile("[\u0900-\u097f]+"), "hi=hindi ne=nepali", "hindi"),
    ("Armenian", re.compile("[\u0531-\u0587]+"), "hy=armenian", "armenian"),
    ("Tamil", re.compile("[\u0b80-\u0bff]+"), "ta=tamil", "tamil"),
]
_LONGEST = 40
# The stemmer cuts "the elections" and "elections" to two stems; without the article there is one.
_ARABIC_ARTICLE = re.compile("^(?:[وبكف]?ال|لل)(?=...)")


@lru_cache(maxsize=200_000)
def stem(word, language):
    """The stem of a folded `word`; `language` is the paper's, a code such as en-gb."""
    for name, letters, codes, fallback in _ALPHABETS:
        if len(word) <= _LONGEST and letters.fullmatch(word):
            bare = _ARABIC_ARTICLE.sub("", word) if name == "Arabic" else word
            return _stemmer(_named(codes, language, fallback)).stemWord(bare)
    return word


@cache
def _named(codes, language, fallback):
    known = dict(pair.split("=") for pair in codes.split())
    return known.get(language.split("-")[0].lower(), fallback)


@cache
def _stemmer(name):
    return snowballstemmer.stemmer(name)
