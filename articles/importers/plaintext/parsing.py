"""The parser for plain text: a row of steps over a working document, each of which may only move text."""

from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from articles.importers.record import Unreadable
from articles.text import cleaning, languages, layout, markup, rendering
from articles.text.composing import nfc
from articles.text.counted import counted
from articles.text.decoding import Undecodable, decode
from articles.text.nodes import Paragraph
from articles.text.stray import stray_run

from .datelines import read_dateline
from .endings import read_credits, read_end_marks, read_notes
from .envelope import open_envelope, read_wire_headline
from .furniture import read_furniture
from .heading import drop_repeats, flag_near_repeat, read_headline, refuse_without_headline
from .story import Story
from .withholding import read_withholding

_STEPS = (
    read_withholding,
    read_wire_headline,
    read_headline,
    drop_repeats,
    read_notes,
    read_end_marks,
    read_credits,
    read_end_marks,
    read_furniture,
)


def parse(data, *, encoding=None, language=None, timezone=None):
    """Read one story from the bytes of a text file. Raises Unreadable.

    Every non-space character of the text ends up in the record once (`conservation.lost`); the dateline, the
    provider and the credits are copies.
    """
    story = Story([], timezone=_zone(timezone))
    text = _cleaned(story, _decoded(story, data, encoding))
    story.blocks = layout.blocks_of(text)
    if not story.blocks:
        raise Unreadable("the file holds no text", code="empty")
    for step in _STEPS:
        if story.blocks:
            step(story)
    _read_body(story, language)
    return story.record


def _zone(name):
    try:
        return ZoneInfo(name) if isinstance(name, str) else name
    except (ZoneInfoNotFoundError, ValueError):
        message = f"there is no time zone called “{name}”; try --timezone Europe/London"
        raise Unreadable(message, code="timezone-unknown") from None


def _decoded(story, data, encoding):
    if not data.strip(b"\0 \t\r\n\x0b\x0c"):
        raise Unreadable("the file is empty" if not data else "the file holds nothing but blanks", code="empty")
    try:
        decoded = decode(data, encoding)
    except Undecodable as problem:
        raise Unreadable(str(problem), code=problem.code, line=problem.line, column=problem.column) from problem
    story.record.encoding, story.record.encoding_certain = decoded.encoding, decoded.certain
    if not decoded.certain:
        message = f"The encoding was guessed as {decoded.encoding}; look at accents and quotation marks."
        story.note("encoding-guessed", "warning", message)
    return decoded.text


def _cleaned(story, text):
    text = cleaning.line_ends(text)
    refuse_without_headline(text)
    text = open_envelope(story, nfc(text))
    cleaned = cleaning.clean(text)
    for reason, taken in cleaned.removed:
        story.remove(reason, taken)
        _report(story, reason, len(taken))
    if broken := cleaning.mojibake(cleaned.text):
        message = "Some letters look wrongly decoded; try --encoding, or repair the file with ftfy."
        story.note("mojibake", "warning", message, excerpt=broken)
    return cleaned.text


def _report(story, reason, count):
    if reason == "control-characters":
        signs = counted(count, "{} control character was", "{} control characters were")
        story.note(reason, "warning", f"{signs} taken out.")
    elif reason == "bidi-removed":
        signs = counted(count, "{} sign that turns", "{} signs that turn")
        story.note(reason, "warning", f"Taken out: {signs} the direction of text round. Read the text.")


def _read_body(story, language):
    laid_out = layout.lay_out(story.blocks)
    record = story.record
    record.body_html = markup.sanitise("".join(map(rendering.render, laid_out.nodes)))
    _record_marks(story, laid_out.nodes)
    _read_first_paragraph(story, laid_out.nodes)
    _flag(story, laid_out)
    record.language = language or languages.language_of(_sample(record, laid_out.nodes), "")
    record.direction = languages.direction_of(record.language)


def _sample(record, nodes):
    """Enough running text to tell a language by; the headline only where there is little else."""
    text = "\n".join(node.text for node in nodes[:20] if isinstance(node, Paragraph))
    return text if len(text) >= 200 else f"{text}\n{record.headline}"


def _record_marks(story, nodes):
    signs = {}
    for node in nodes:
        for reason, mark in rendering.marks_of(node):
            if mark:
                signs.setdefault(reason, []).append(mark)
    for reason, found in signs.items():
        story.remove(reason, " ".join(found))


def _read_first_paragraph(story, nodes):
    first = nodes[0] if nodes else None
    if isinstance(first, Paragraph):
        flag_near_repeat(story, first.text)
        read_dateline(story, first.text)


def _flag(story, laid_out):
    numbered = zip(_numbers(laid_out.nodes), laid_out.nodes, strict=True)
    paragraphs = [(number, node) for number, node in numbered if isinstance(node, Paragraph)]
    _flag_strays(story, paragraphs)
    _flag_breaks(story, paragraphs, laid_out.unsure)
    if not laid_out.nodes:
        story.note("no-body", "warning", "There is a headline and nothing under it.")
    if not story.record.byline:
        story.note("no-byline", "warning", "The text names no author; add one.")


def _flag_strays(story, paragraphs):
    for index in stray_run(story.record.headline, [node.text for _, node in paragraphs[:12]]):
        number, node = paragraphs[index]
        message = "This paragraph may not belong to the story: it shares no word with the headline."
        story.note("stray-paragraph", "hint", message, paragraph=number, excerpt=node.text)


def _flag_breaks(story, paragraphs, unsure):
    kept = {id(node) for node in unsure}
    message = "The line breaks here were kept; join the lines if they only fit a column."
    for number, node in paragraphs:
        if id(node) in kept:
            story.note("hard-wrap-unsure", "hint", message, paragraph=number, excerpt=node.text)


def _numbers(nodes):
    """The number of each node's first text block, as `prose.blocks` counts them."""
    numbers, next_number = [], 1
    for node in nodes:
        numbers.append(next_number)
        next_number += rendering.weight(node)
    return numbers
