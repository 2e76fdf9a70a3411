"""Reads the top of a body for what stands above a story where no field said it: headline, byline, dateline."""

from html import unescape

from articles.importers.plaintext import bylines, datelines, heading
from articles.importers.plaintext.story import Story
from articles.importers.record import Unreadable
from articles.text import languages, prose
from articles.text.trees import parse, text_of, write

_LINES = frozenset({"p", "h2", "h3"})
_MADE = 90  # characters of a headline that is made of the first words


def read_opening(record, *, asked, named=""):
    """Fill in what is missing of `record` from its body, and tell what stays missing.

    Raises Unreadable (empty) where there is neither headline nor text. `named` is what the story may be called then.
    """
    blocks = parse(record.body_html)
    _read_headline(record, blocks, named)
    _drop_repeats(record, blocks)
    if not record.byline:
        _read_byline(record, blocks)
    record.body_html = "".join(map(write, blocks))
    _read_dateline(record, blocks)
    _read_language(record, asked)
    if not prose.plain_text(record.body_html):
        record.note("no-body", "There is a headline and nothing under it.")
    if not record.credits:
        record.note("no-byline", "The text names no author; add one.")


def _first_line(blocks, start=0):
    """(place, text) of the first block that is a line of text, None behind anything else that holds words."""
    for place in range(start, len(blocks)):
        block = blocks[place]
        if isinstance(block, str) or block.tag not in (*_LINES, "hr", "figure"):
            return None
        if block.tag in _LINES:
            return place, unescape(text_of(block)).strip()
    return None


def _read_headline(record, blocks, named):
    if record.headline:
        return
    first = _first_line(blocks)
    text = first[1] if first else prose.plain_text(record.body_html).strip()
    if first and 0 < len(text) <= heading.LONGEST:
        record.headline = " ".join(text.split())
        del blocks[first[0]]
    elif text or named:
        record.headline = _made_of(" ".join(text[:1000].split())) or named
        record.note("headline-made", "There was no headline; this one was made of the first words. Write one.")
    else:
        raise Unreadable("it holds no text", code="empty")


def _made_of(text):
    if len(text) <= _MADE:
        return text
    return f"{text[:_MADE].rpartition(' ')[0] or text[:_MADE]} …"


def _drop_repeats(record, blocks):
    same, dropped, place = heading.key(record.headline), set(), -1
    while same and (first := _first_line(blocks, place + 1)) and heading.key(first[1]) == same:
        record.remove("headline-repeated", first[1])
        place = first[0]
        dropped.add(place)
    if dropped:
        blocks[:] = [block for place, block in enumerate(blocks) if place not in dropped]
        message = "The headline stood in the text again and was taken out there."
        record.note("headline-repeated", message, level="hint", excerpt=record.headline)


def _read_byline(record, blocks):
    first = _first_line(blocks)
    found = first and bylines.byline(first[1])
    if found:
        record.byline, record.credits = found.text, record.credits or found.credits
        del blocks[first[0]]


def _read_dateline(record, blocks):
    first = _first_line(blocks)
    if first and not record.dateline:
        datelines.read_dateline(Story([], record=record), first[1])


def _read_language(record, asked):
    text = prose.plain_text(record.body_html)[:4000]
    sample = text if len(text) >= 200 else f"{text}\n{record.headline}"
    record.language = asked.language or record.language or languages.language_of(sample, "")
    record.direction = languages.direction_of(record.language)
