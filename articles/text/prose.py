"""Reads a clean body: its text blocks, its plain text, its length."""

import re
from dataclasses import dataclass
from html import unescape

_TOKEN = re.compile(r'<(/?)([a-z][a-z0-9]*)((?:[^>"]|"[^"]*")*)>|([^<]+)')
_LEAVES = frozenset({"p", "h2", "h3", "li", "pre", "tr", "figcaption", "caption", "footer"})
_BOXES = frozenset({"blockquote", "ul", "ol", "table", "hr", "figure"})
_CALLED = {"tr": "row", "figcaption": "caption"}
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")


@dataclass(frozen=True, slots=True)
class Block:
    """One text block of a body. `kind` is p, h2, h3, li, quote, pre, row, caption, card (the title of an embed) or
    footer (whose a quotation is); `number` counts from 1."""

    kind: str
    text: str
    number: int


def _texts(html):
    """Yield (kind, text) for every block that holds text, in reading order."""
    kind, inside, pieces = "p", [], []

    def flush():
        text = "".join(pieces)
        pieces.clear()
        text = text if kind == "pre" else _lines(text)
        return [(_kind(kind, inside), text)] if text.strip() else []

    for closing, tag, _, text in _TOKEN.findall(html):
        if text:
            pieces.append(unescape(text))
        elif tag == "br":
            pieces.append("\n")
        elif tag in ("td", "th") and closing:
            pieces.append("\t")
        elif tag in _LEAVES or tag in _BOXES:
            yield from flush()
            if tag in ("blockquote", "figure"):
                inside = inside[:-1] if closing else [*inside, tag]
            kind = _CALLED.get(tag, tag) if tag in _LEAVES and not closing else "p"
    yield from flush()


def _kind(kind, inside):
    """What a paragraph is called where it stands: in a quotation, or as the title of an embed."""
    if kind != "p" or not inside:
        return kind
    return "card" if inside[-1] == "figure" else "quote"


def _lines(text):
    """Without the white space round line breaks, and without empty lines."""
    if "\n" not in text:
        return text.strip(" \t\r")
    return "\n".join(line for line in (line.strip(" \t\r") for line in text.split("\n")) if line)


def blocks(html):
    """The text blocks of a sanitised body, numbered from 1 in reading order."""
    return [Block(kind, text, number) for number, (kind, text) in enumerate(_texts(html), 1)]


def plain_text(html):
    """The body's words, one block a line pair apart, with no markup."""
    return "\n\n".join(text.strip() for _, text in _texts(html))


def word_count(text):
    """Words of `text`; a CJK character counts as half a word, as its readers read about twice as many."""
    wide = len(_CJK.findall(text))
    return len(_CJK.sub(" ", text).split()) + (wide + 1) // 2
