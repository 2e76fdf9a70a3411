"""Opens the envelope that wires put round a text: SOH header STX text ETX trailer (IPTC 7901, ANPA 1312)."""

import re
from itertools import takewhile

from articles.text.cleaning import pictured

from .bylines import byline

_STX, _ETX = "\x02", "\x03"
_LONGEST = 1000  # characters: a header or trailer is a few short lines
_MOST_LINES = 4
_TERMINATOR = re.compile(r"[ \t]*[+=<]+$")
_SLUG = re.compile(r"[A-Z]{2,}(?:-[\w'’.&]+)+/?$")
_LOOSE_SLUG = re.compile(r"\S[^.!?]{0,60}/$")


def open_envelope(story, text):
    """Return the text between STX and ETX; what stands round it goes to `removed`, its slug line to `slugline`."""
    return _without_header(story, _without_trailer(story, text))


def read_wire_headline(story):
    """Join the lines of a wire's headline, which ends in “ =” or “+”, and take the slug line that stands before it."""
    if "envelope" not in story.record.extra or not story.blocks:
        return
    if _SLUG.match(story.first_line.strip()):
        _take_slugline(story, story.take_line().strip())
    if story.blocks:
        _join_headline(story, story.blocks[0])


def _join_headline(story, block):
    """Make one line of the lines up to the terminator; a byline under the headline has a terminator of its own."""
    lines = list(takewhile(lambda line: not byline(line.rstrip(" =")), block[:_MOST_LINES]))
    ends = next((index for index, line in enumerate(lines) if _TERMINATOR.search(line)), None)
    if ends is None:
        return
    mark = _TERMINATOR.search(block[ends])[0]
    story.remove("wire-terminator", mark)
    block[: ends + 1] = [" ".join(map(str.strip, block[: ends + 1])).removesuffix(mark.strip()).rstrip()]


def _without_trailer(story, text):
    at = text.rfind(_ETX)
    trailer = text[at + 1 :]
    if at < 0 or len(trailer) > _LONGEST:
        return text
    story.remove("wire-trailer", pictured(text[at:]).strip())
    return text[:at]


def _without_header(story, text):
    at = text.find(_STX, 0, _LONGEST)
    if at < 0:
        return text
    header = text[: at + 1]
    story.record.extra["envelope"] = pictured(header).strip()
    last = header[:-1].strip().rpartition("\n")[2].strip()
    if _LOOSE_SLUG.match(last) and "\n" in header.strip():
        header = header.replace(last, "")
        _take_slugline(story, last)
    story.remove("wire-header", pictured(header).strip())
    return text[at + 1 :]


def _take_slugline(story, line):
    if story.record.slugline:
        story.remove("slugline-repeated", line)
    else:
        story.record.slugline = line
