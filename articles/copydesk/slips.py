"""Rules about slips of the keyboard and of the encoding."""

import re

from articles.text.excerpts import excerpt
from articles.text.garble import garbled
from articles.text.repeats import repeats

from .register import Remark, error, hint, warning

_SPACES = re.compile(r"(?<=\S)[ \u00a0]{2,}+(?=\S)")
_SPACE_BEFORE = re.compile(r" (?<=\w )[,;:!?.](?=\s|$)")  # the space first: the search for it is what is quick


@error
def mojibake(story):
    """Letters that were read in the wrong encoding, such as “Ã©” for “é”."""
    if story.everything.isascii() or not garbled(story.everything):
        return
    for passage in story.passages:
        for start, end in garbled(passage.text)[:1]:
            quoted = _word_at(passage.text, start, end)
            yield Remark(f"“{quoted}” in the {passage.place} is garbled; type it again.", passage.number, quoted)


def _word_at(text, start, end):
    """The run of non-spaces around a place, or the place alone where words are long or not spaced."""
    first = start - len(text[max(0, start - 30) : start].split(" ")[-1])
    last = end + len(text[end : end + 30].split(" ")[0])
    return excerpt(text, first, last)


@warning
def doubled_word(story):
    """A word typed twice, also across a line break. Emphasis (very very) and names (Bora Bora) are left alone."""
    if not repeats(story.everything, story.tongue):
        return
    for passage in story.passages:
        for start, end in repeats(passage.text, story.tongue):
            quoted = excerpt(passage.text, start, end)
            twice = " ".join(passage.text[start:end].split())
            yield Remark(f"“{twice}” is typed twice; delete one.", passage.number, quoted)


@hint
def doubled_space(story):
    """Two spaces in a row are usually left over from deleting a word. Tables and listings are left alone."""
    if "  " not in story.text and "\u00a0" not in story.text:
        return
    places = [
        (block, match)
        for block in story.blocks
        if block.kind not in ("pre", "row")
        for match in _SPACES.finditer(block.text)
    ]
    for block, match in places[:1]:
        more = f" (and {len(places) - 1} more in the text)" if len(places) > 1 else ""
        start = block.text.rfind(" ", 0, match.start()) + 1
        end = match.end() + len(block.text[match.end() : match.end() + 30].split(" ")[0])
        message = f"There are two spaces in a row here{more}; leave one."
        yield Remark(message, block.number, excerpt(block.text, start, end))


@hint
def space_before_punctuation(story):
    """English sets no space before a comma, full stop, colon, semicolon, question or exclamation mark."""
    for passage, match in story.find(_SPACE_BEFORE) if story.tongue == "en" else ():
        quoted = _word_at(passage.text, match.start(), match.end())
        message = f"There is a space before “{match[0][-1]}” in the {passage.place}; delete it."
        yield Remark(message, passage.number, quoted)
