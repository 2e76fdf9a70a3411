"""Merges two versions of one paragraph word by word, where the edits stand apart; marks and links stay."""

import re
from itertools import takewhile
from typing import NamedTuple

from .three_way import changes, stretches
from .trees import INLINE

_TOKEN = re.compile(r'<(/?)([a-z][a-z0-9]*)(?:[^>"]|"[^"]*")*>|[^<]+')
_WIDE = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
# A word is told by what it is not: a combining vowel or a joiner is part of one in Arabic, Persian or Hindi.
_SIGN = "!-/:-@\\[-`{-~¡«»¿·،؛؟۔।\u2010-\u2027\u2030-\u205e\u3000-\u303f\uff01-\uff0f\uff1a-\uff20"
_LETTER = rf"[^\s{_SIGN}{_WIDE}]"
_WORD = re.compile(rf"(&#?\w+;|[{_WIDE}]|{_LETTER}+(?:[.,:/@'’‐‑-]{_LETTER}+)*|[{_SIGN}]|(?=\s))(\s*)")


class Word(NamedTuple):
    """A word, a sign, a line break or a block's tag, as it is written; `marks` are the inline tags open around it.

    `tail` is the white space after it, in parts of (text, marks): whether that is bold matters to no reader, but is
    part of the bytes.
    """

    text: str
    marks: tuple[str, ...] = ()
    tail: tuple = ()

    @property
    def key(self):
        return self.text, self.marks

    @property
    def counts(self):
        """Whether it keeps two edits apart; signs do not."""
        return self.text[:1] not in "<&" and any(letter.isalnum() for letter in self.text)


def merge_words(base, mine, theirs, budget):
    """(merged HTML, number of changes of theirs in it), or None where edits touch or cannot be told apart for certain.

    Edits are apart when a word stands between them that nobody changed.
    """
    texts = [read(html) for html in (base, mine, theirs)]
    if any(write(words) != html for words, html in zip(texts, (base, mine, theirs), strict=True)):
        return None
    old, *sides = texts
    merged, taken = [], 0
    for stretch in stretches(old, sides, [_edits(old, side, budget) for side in sides], _touch_in(old)):
        words = _settled(stretch)
        if words is None:
            return None
        merged += words
        taken += 0 if stretch.by_me else stretch.by_them
    return write(merged), taken


def _touch_in(old):
    return lambda lo, hi, change: not any(word.counts for word in old[hi : change.lo])


def _settled(stretch):
    if not stretch.by_me and not stretch.by_them:
        return _with_tails(stretch)
    if not stretch.by_me:
        return stretch.theirs
    equal = [word.key for word in stretch.mine] == [word.key for word in stretch.theirs]
    return stretch.mine if equal or not stretch.by_them else None


def _with_tails(stretch):
    """The words that nobody changed, with the white space of the side that changed it; None if both did."""
    words = []
    for base, mine, theirs in zip(*stretch[:3], strict=True):
        if base.tail not in (mine.tail, theirs.tail) and mine.tail != theirs.tail:
            return None
        words.append(theirs if mine.tail == base.tail else mine)
    return words


def _edits(old, new, budget):
    """The changes of one side; those with less between them than they are long are one.

    Two sentences of different words still have an “of the” in common: that is no place to put another's edit.
    """
    edits = []
    for edit in changes([word.key for word in old], [word.key for word in new], budget):
        if edits and edit.lo - edits[-1].hi < min(edit.size, edits[-1].size):
            edits[-1] = edits[-1].with_next(edit)
        else:
            edits.append(edit)
    return edits


def read(html):
    """The words of a clean stretch of HTML."""
    words, marks = [], []
    for token in _TOKEN.finditer(html):
        closing, tag = token[1], token[2]
        if not tag:
            _read_text(token[0], tuple(marks), words)
        elif tag == "br" or tag not in INLINE:
            words.append(Word(token[0], tuple(marks)))
        elif not closing:
            marks.append(token[0])
        elif marks:
            marks.pop()
    return words


def _read_text(text, marks, words):
    for word, space in _WORD.findall(text):
        if word or (space and not words):
            words.append(Word(word, marks))
        if space:
            words[-1] = words[-1]._replace(tail=(*words[-1].tail, (space, marks)))


def write(words):
    """The HTML of words, every run of marks opened once; `write(read(html)) == html` but for needless tags."""
    written, opened = [], ()
    for text, marks in _parts(words):
        common = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(opened, marks, strict=False)))
        written += [_closing(mark) for mark in reversed(opened[common:])]
        written += [*marks[common:], text]
        opened = marks
    return "".join([*written, *(_closing(mark) for mark in reversed(opened))])


def _parts(words):
    for word in words:
        yield word.text, word.marks
        yield from word.tail


def _closing(mark):
    return f"</{_TOKEN.match(mark)[2]}>"
