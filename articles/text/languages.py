"""Tells a text's language, by its script first and by its letters then, and which way it runs."""

import re
from copy import copy
from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

_SAMPLE = 300
_SHORTEST = 60
_LIKELY = 0.5
_SCRIPTS = [
    ("ko", re.compile("[\uac00-\ud7af\u1100-\u11ff]")),
    ("zh", re.compile("[\u4e00-\u9fff]{2}")),
    ("he", re.compile("[\u05d0-\u05ea]")),
    ("th", re.compile("[\u0e01-\u0e3a]")),
    ("el", re.compile("[\u0370-\u03ff]{3}")),
    ("hy", re.compile("[\u0531-\u0587]{3}")),
    ("ka", re.compile("[\u10d0-\u10ff]{3}")),
]
_KANA = re.compile("[\u3040-\u30fa]")
_ARABIC = re.compile("[\u0620-\u064a\u066e-\u06d3]")
_CYRILLIC = re.compile("[\u0400-\u052f]{3}")
_ARABIC_LANGUAGES = ["ar", "fa", "ur", "ps", "ug", "ku", "sdh"]
_CYRILLIC_LANGUAGES = ["ru", "uk", "bg", "sr", "mk", "be", "kk", "ky", "mn", "tg", "tt", "ba"]
# Languages with a daily press. Without the bound the model calls short English texts Pidgin or Latin.
_OTHER_LANGUAGES = """af az br bs ca cs cy da de en es et eu fi fo fr ga gd gl ha hi hr hu id ig is it jv ku lb lt
    lv mg ms mt nl nn no oc pl pt ro rw se sk sl sn so sq sv sw tl tr uz vi xh yo zu am as bn gu
    km kn lo ml mr my ne or pa si ta te"""
_RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur", "ps", "ug", "sdh", "ckb", "yi", "dv", "syr"})
_OTHER_LETTERS = frozenset(
    "ar fa he ur ps ug sdh ckb yi dv syr ru uk bg sr mk be kk ky mn tg tt ba el hy ka ko zh ja th am as bn gu hi km kn "
    "lo ml mr my ne or pa si ta te".split()
)
_LETTER_SHARE = 0.1
_KANA_SHARE = 0.03  # a line of names and dates in ideographs has few kana, but no other language has any

# BCP 47, as far as a newsroom needs it: fr, pt-BR, zh-Hant-TW.
LANGUAGE_TAG = r"\A[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,4}\Z"


def language_of(text, default):
    """The language of `text` as a code (en, ja, ar), or `default` where it is too short to tell."""
    sample = text[:_SAMPLE]
    if sample.isascii():
        return _told(sample, _others(), default)
    if len(_KANA.findall(sample)) > _KANA_SHARE * len(sample):
        return "ja"
    for code, script in _SCRIPTS:
        if _much(script, sample):
            return code
    if _much(_ARABIC, sample):
        return _told(sample, _arabic(), "ar")
    if _much(_CYRILLIC, sample):
        return _told(sample, _cyrillic(), default)
    return _told(sample, _others(), default)


def direction_of(language):
    return "rtl" if language.partition("-")[0].lower() in _RIGHT_TO_LEFT else "ltr"


def is_in_latin_letters(language):
    return language.partition("-")[0].lower() not in _OTHER_LETTERS


def _much(script, sample):
    return sum(map(len, script.findall(sample))) >= max(2, _LETTER_SHARE * len(sample))


def _told(sample, identifier, default):
    if len(sample.strip()) < _SHORTEST:
        return default
    code, likelihood = identifier.classify(sample)
    return code if likelihood >= _LIKELY else default


@cache
def _model():
    # Loading takes most of a second, so it waits for the first text that needs it.
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def _choosing_from(languages):
    identifier = copy(_model())
    identifier.set_languages(languages)
    return identifier


@cache
def _others():
    return _choosing_from(_OTHER_LANGUAGES.split())


@cache
def _arabic():
    return _choosing_from(_ARABIC_LANGUAGES)


@cache
def _cyrillic():
    return _choosing_from(_CYRILLIC_LANGUAGES)
