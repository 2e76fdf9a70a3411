"""Reads what stands between the headline and the story: standfirst, byline, date, slug line (IMPORT §3.8)."""

import re
from dataclasses import replace

from articles.text import marks

from . import bylines, dates

_MOST_LINES = 8
_DEK_WORDS = range(6, 41)
_STORY_WORDS = 12
_SUBHEAD = 80
# A line that ends a sentence, or holds the end of one, or breaks off, is the story's.
_SENTENCE_END = re.compile(r"[.!?:;…。！？」,—–-][\"'”’»)\]_*]*$|[.!?][\"”’)]* [A-Z_]|[.!?”\"] ?[—–-] ?[A-Z]")
_CAPTION = re.compile(
    r"(?:Photo|Image|Picture|Video|Source|Credit|Caption|Screenshot|Illustration|A photo|Foto|Bild)\b", re.IGNORECASE
)
_LABELLED_DEK = re.compile(
    r"((?:Standfirst|Dek|Deck|Summary|Subtitle|STANDFIRST|DEK|DECK|SUMMARY|SUBTITLE)\s*:\s*)(\S.*)"
)
_SLUG = re.compile(r"[A-Z]{2,}(?:-[\w'’.&]+)*-[A-Za-z][\w'’.&]*/?")
_NOTE = re.compile(r"(?:EDITORS|Editors|EDS|Eds|EDITOR'S NOTE|NOTE TO EDITORS)\s*[:–—-]\s*\S.*")
_CELL_GAP = re.compile(r"\t| {3,}|\|")


def read_furniture(story):
    """Claim line after line until one belongs to the story."""
    read_standfirst(story)
    for _ in range(_MOST_LINES):
        line = story.first_line.strip()
        if not line or len(line) > 300 or not _claimed(story, line):
            return


def read_standfirst(story):
    """Take a dek: labelled, or one line of 6 to 40 words alone under the headline that ends no sentence."""
    labelled = _LABELLED_DEK.match(story.first_line.strip()[:400])
    if labelled:
        story.take_line()
        story.remove("standfirst-label", labelled[1])
        story.record.standfirst = labelled[2]
    elif _is_dek(story.blocks):
        story.record.standfirst = story.take_line().strip()
        message = "The line under the headline was taken as the standfirst; move it back if it is the story's."
        story.note("standfirst-guessed", "hint", message, excerpt=story.record.standfirst)


def _is_dek(blocks):
    if len(blocks) < 2 or len(blocks[0]) != 1 or len(blocks[0][0]) > 300:
        return False
    line = blocks[0][0].strip()
    return _reads_like_a_dek(line) and not _is_marked(line) and not _is_subhead(line, blocks[1:])


def _reads_like_a_dek(line):
    return len(line.split()) in _DEK_WORDS and (line[0].isalnum()) and not _SENTENCE_END.search(line)


def _is_marked(line):
    return marks.item(line) or _CAPTION.match(line) or _CELL_GAP.search(line) or bylines.byline(line)


def _is_subhead(line, below):
    """Whether `line` heads no story, or is short and has its like further down: then both are subheads."""
    # A byline between the two is furniture, too: what counts is whether a story follows it.
    below = below[1:] if len(below) > 1 and bylines.byline(" ".join(below[0]).strip()) else below
    if len(" ".join(below[0]).split()) < _STORY_WORDS:
        return True
    alike = (block[0] for block in below if len(block) == 1 and len(block[0]) <= _SUBHEAD)
    return len(line) <= _SUBHEAD and any(not _SENTENCE_END.search(other) for other in alike)


def _claimed(story, line):
    """Whether a reader below took the first line away."""
    return any(read(story, line) for read in (_read_byline, _read_email, _read_date, _read_slug, _read_note))


def _read_byline(story, line):
    found = bylines.byline(line.rstrip(" ="))
    if not found or story.record.byline:
        return False
    story.take_line()
    story.record.byline = line.rstrip(" =")
    story.remove("wire-terminator", line[len(story.record.byline) :])
    story.record.credits += found.credits
    return True


def _read_email(story, line):
    if not bylines.is_email(line):
        return False
    story.keep_for_editors([story.take_line()])
    credits = story.record.credits
    if credits and not credits[0].email:
        credits[0] = replace(credits[0], email=bylines.email_of(line))
    return True


def _read_date(story, line):
    if not dates.is_date_line(line):
        return False
    story.remove("date-line", story.take_line())
    day = dates.written_date(line).day
    story.record.extra["dated"] = day.isoformat() if day else line
    if not day:
        message = f"“{line}” can be read two ways; say which day is meant."
        story.note("date-ambiguous", "warning", message, excerpt=line)
    return True


def _read_slug(story, line):
    if not _SLUG.fullmatch(line) or story.record.slugline:
        return False
    story.record.slugline = story.take_line().strip()
    return True


def _read_note(story, line):
    if not _NOTE.fullmatch(line):
        return False
    story.keep_for_editors([story.take_line()])
    return True
