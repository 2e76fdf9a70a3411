"""Reads the headline: its label, its wire prefix, its repetitions (IMPORT §3.6-7)."""

import re
import unicodedata
from difflib import SequenceMatcher
from itertools import takewhile

from articles.importers.record import Unreadable
from articles.text.cleaning import without_zero_width

LONGEST = 200
_LONG = 100
_NEARLY = 0.9
_LABEL = re.compile(r"(?:HEADLINE|Headline|headline|TITLE|Title|title)\s*[:：]\s*|#{1,6}\s+")
_PREFIX = re.compile(
    r"((?:(?:UPDATE|WRAPUP|CORRECTED|CORRECTION|REFILE|RPT|EXCLUSIVE|FACTBOX|INSIGHT|ANALYSIS)(?: \d+)?-)+"
    r"|BREAKING:)\s*(?=\S)"
)
_SIGNS = re.compile(r"[\W_]+")


def refuse_without_headline(text):
    """Raise Unreadable where the first line is too long to be a headline. Reads no further than that line."""
    start = len(text) - len(text.lstrip())
    end = text.find("\n", start)
    length = (len(text) if end < 0 else end) - start
    if length > LONGEST:
        line = text.count("\n", 0, start) + 1
        message = f"first line is {length} characters; is the headline missing?"
        raise Unreadable(message, code="headline-missing", line=line, column=LONGEST + 1)


def read_headline(story):
    """Take the first line as the headline."""
    line, zero_width = without_zero_width(story.take_line().strip())
    story.remove("zero-width", zero_width)
    line = _without_label(story, line)
    story.record.headline = without_prefix(story.record, line)
    if len(story.record.headline) > _LONG:
        message = "The first line was taken as the headline, but it is long; shorten it."
        story.note("headline-long", "warning", message, excerpt=story.record.headline)


def drop_repeats(story):
    """Move each line right under the headline that says the same again to `removed`."""
    repeats = _repeats(story.blocks, key(story.record.headline))
    for line in repeats:
        story.remove("headline-repeated", line)
    story.blocks = _without_first_lines(story.blocks, len(repeats))
    if repeats:
        message = "The headline stood in the text again and was taken out there."
        story.note("headline-repeated", "hint", message, excerpt=story.record.headline)


def _repeats(blocks, same):
    lines = (line for block in blocks for line in block)
    return list(takewhile(lambda line: key(line) == same, lines)) if same else []


def _without_first_lines(blocks, count):
    for number, block in enumerate(blocks):
        if count < len(block):
            return [block[count:], *blocks[number + 1 :]]
        count -= len(block)
    return []


def flag_near_repeat(story, first_text):
    """Flag a first paragraph that nearly repeats the headline; it is kept."""
    one, other = key(story.record.headline), key(first_text[: 2 * LONGEST])
    if not one or not 0.8 <= len(other) / len(one) <= 1.25:
        return
    if SequenceMatcher(None, one, other, autojunk=False).ratio() >= _NEARLY:
        message = "The first paragraph nearly repeats the headline; take it out if it says nothing new."
        story.note("headline-nearly-repeated", "warning", message, paragraph=1, excerpt=first_text)


def key(line):
    """What two lines are compared by: their letters and digits, folded."""
    if len(line) > 2 * LONGEST:
        return ""
    return _SIGNS.sub("", unicodedata.normalize("NFKC", line).casefold())


def _without_label(story, line):
    label = _LABEL.match(line)
    if not label or label.end() == len(line):
        return line
    story.remove("headline-label", label[0])
    return line[label.end() :]


def without_prefix(record, line):
    """A headline without what a wire writes before it (UPDATE 2-, CORRECTED-), which `record` keeps and tells."""
    prefix = _PREFIX.match(line)
    if not prefix:
        return line
    record.headline_prefix = prefix[1]
    message = f"The wire's prefix “{prefix[1]}” was taken off the headline."
    record.note("headline-prefix", message, level="hint", excerpt=line)
    return line[prefix.end() :]
