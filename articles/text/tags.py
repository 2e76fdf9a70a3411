"""The grammar of a line of tags, and the search for tags in a text."""

import re
import unicodedata
from dataclasses import dataclass, field

_NAME = re.compile(r'\s*(?:"((?:[^"]|"")*)"\s*(?=,|$)|([^,]*))(?:,|$)')
_WORD = re.compile(r"[^\W_]+")
_WIDE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_SHORT = 3
LONGEST_KEY = 120  # compatibility characters fold to many letters


def split(text):
    """The names in a line of tags, sorted, each once. Commas separate them.

    A name with a comma or a quotation mark stands in double quotes, and doubles the marks inside it.
    `split(join(names)) == sorted(set(names))` for names without white space round them.
    """
    names = ((quoted.replace('""', '"') or bare).strip() for quoted, bare in _NAME.findall(text))
    return sorted({name for name in names if name})


def join(names):
    """The line of tags that `split` reads as the same names: `split(join(names)) == sorted(set(names))`."""
    return ", ".join(_quote(name) for name in sorted(set(names)))


def key(name):
    """What two spellings of a tag are compared by: NFKC, case folded, white space collapsed; at most LONGEST_KEY."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())[:LONGEST_KEY].rstrip()


def _quote(name):
    return '"{}"'.format(name.replace('"', '""')) if "," in name or '"' in name else name


@dataclass(slots=True)
class Vocabulary:
    """Names made ready for many searches: by their folded words, or by their signs where words have no spaces."""

    by_words: dict[tuple, list[str]] = field(default_factory=dict)
    by_signs: dict[str, list[str]] = field(default_factory=dict)
    lengths: dict[str, set[int]] = field(default_factory=dict)


def vocabulary(names):
    """The Vocabulary of `names`. Make it once and hand it to `mentioned` for each text."""
    made = Vocabulary()
    for name in dict.fromkeys(names):
        plain = _plain(name)
        if _WIDE.search(plain):
            made.by_signs.setdefault(plain.casefold(), []).append(name)
            made.lengths.setdefault(plain[0].casefold(), set()).add(len(plain.casefold()))
        elif words := tuple(_WORD.findall(plain.casefold())):
            made.by_words.setdefault(words, []).append(name)
            made.lengths.setdefault(words[0], set()).add(len(words))
    return made


def mentioned(text, names):
    """The `names` (or their Vocabulary) that stand in `text`, in the order in which they do.

    Whole words in any case; names of one word in capitals, and names of up to three letters, in their own case only.
    Names in ideographs or kana stand anywhere.
    """
    known = names if isinstance(names, Vocabulary) else vocabulary(names)
    plain = _plain(text)
    found = [*_in_words(plain, known), *_in_signs(plain, known)]
    return list(dict.fromkeys(name for _, name in sorted(found, key=lambda place: place[0])))


def _plain(text):
    return " ".join(unicodedata.normalize("NFKC", text).split())


def _in_words(text, known):
    words = list(_WORD.finditer(text))
    folded = [word[0].casefold() for word in words]
    for at, first in enumerate(folded):
        for length in known.lengths.get(first, ()):
            for name in known.by_words.get(tuple(folded[at : at + length]), ()):
                if _stands(_plain(name), text, words[at].start()):
                    yield words[at].start(), name


def _stands(name, text, start):
    """Whether `name`, signs and all, stands at the word that begins at `start`."""
    start -= _WORD.search(name).start()
    there = text[start : start + len(name)] if start >= 0 else ""
    if _exact(name):
        return there == name
    return there.casefold() == name.casefold()


def _exact(name):
    return len(name) <= _SHORT or (name.isupper() and " " not in name)


def _in_signs(text, known):
    folded = text.casefold()
    for wide in _WIDE_RUN.finditer(folded) if known.by_signs else ():
        for at in range(*wide.span()):
            for length in known.lengths.get(folded[at], ()):
                for name in known.by_signs.get(folded[at : at + length], ()):
                    yield at, name


_WIDE_RUN = re.compile(r"\S+")
