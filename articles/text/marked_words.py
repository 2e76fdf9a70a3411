"""Reads a clean body as passages of words, each word knowing whether it is bold, italic or a link, and where to.

A picture is a passage of its description, each word of which knows which picture it is of.
"""

import re
from html import unescape
from typing import NamedTuple

_TOKEN = re.compile(r'<(/?)([a-z][a-z0-9]*)((?:[^>"]|"[^"]*")*)>|([^<]+)')
_HREF = re.compile(r'\bhref="([^"]*)"')
_SRC, _ALT = re.compile(r'\bsrc="([^"]*)"'), re.compile(r'\balt="([^"]*)"')
_WIDE = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_WORD = re.compile(rf"([{_WIDE}]|(?:(?![{_WIDE}])\w)+(?:['’-](?:(?![{_WIDE}])\w)+)*|[^\w\s]|(?=\s))(\s*)")
_BLOCKS = frozenset({"p", "h2", "h3", "li", "pre", "tr", "figcaption", "caption", "footer"})
_BOXES = frozenset({"ul", "ol", "blockquote", "figure"})
_MARKS = {"strong": "bold", "em": "italic", "sub": "subscript", "sup": "superscript", "a": "link"}
LINE_BREAK, LINE, CELL, PICTURE = "⏎", "———", "|", "▦"


class Mark(NamedTuple):
    """`href` is empty for all but links, and for a picture says which one it is."""

    name: str
    href: str = ""


class Word(NamedTuple):
    """A word, a sign or one ideograph; `space` is what stands after it, "" or " "."""

    text: str
    space: str = ""
    marks: frozenset[Mark] = frozenset()


class Passage(NamedTuple):
    """`kind` names the block and the boxes it stands in: "p", "h2", "ul li", "blockquote p", "tr", "figure img"."""

    kind: str
    words: tuple[Word, ...]


def words_of(text, marks=frozenset()):
    """The words of plain text."""
    return [Word(word, " " if space else "", marks) for word, space in _WORD.findall(text) if word or space]


def passages(html):
    """The passages of a sanitised body, in reading order; those without a word are left out."""
    reader = _Reader()
    for closing, tag, attributes, text in _TOKEN.findall(html):
        if text:
            reader.read(unescape(text))
        elif closing:
            reader.close(tag)
        else:
            reader.open(tag, attributes)
    reader.flush()
    return reader.passages


class _Reader:
    def __init__(self):
        self.passages, self.boxes, self.marks, self.words, self.block = [], [], [], [], "p"

    def open(self, tag, attributes):
        if tag in _MARKS:
            self.marks.append(Mark(_MARKS[tag], _value(_HREF, attributes)))
        elif tag in _BOXES:
            self.flush()
            self.boxes.append(tag)
        elif tag in _BLOCKS:
            self.flush()
            self.block = tag
        elif tag == "br":
            self.words.append(Word(LINE_BREAK, " "))
        elif tag == "hr":
            self.flush()
            self.passages.append(Passage("hr", (Word(LINE),)))
        elif tag in ("td", "th") and self.words:
            self.words.append(Word(CELL, " "))
        elif tag == "img":
            self.show(_value(_SRC, attributes), _value(_ALT, attributes))

    def close(self, tag):
        if tag in _MARKS and self.marks:
            self.marks.pop()
        elif tag in _BOXES or tag in _BLOCKS:
            self.flush()
            self.block = "p"
            if tag in _BOXES and tag in self.boxes:
                self.boxes.pop()

    def read(self, text):
        if not self.words:
            text = text.lstrip()
        elif text[:1].isspace():
            self.words[-1] = self.words[-1]._replace(space=" ")
            text = text.lstrip()
        self.words += words_of(text, frozenset(self.marks))

    def show(self, source, description):
        """A passage even where there is no description: the picture itself can come, go and move."""
        self.flush()
        self.block, picture = "img", frozenset({Mark("picture", source)})
        self.words = [Word(PICTURE, " ", picture), *words_of(description, picture)]
        self.flush()
        self.block = "p"

    def flush(self):
        if self.words:
            self.passages.append(Passage(" ".join([*self.boxes, self.block]), tuple(self.words)))
            self.words = []


def _value(pattern, attributes):
    found = pattern.search(attributes)
    return unescape(found[1]) if found else ""
