"""Sees the words with which a wire holds a story back, and reads an embargo (IMPORT §3.16)."""

import re

from . import dates

_FIRST_LINES = 5
_WORDS = r"(?:EMBARGO(?:ED)?|KILL|HOLD|NOT FOR PUBLICATION|CORRECTION)\b"
_INSIDE = re.compile(rf"\b{_WORDS}")
_OPENS = re.compile(
    rf"\W*(?:(?:STRICTLY |STRICT |HELD |MANDATORY |URGENT )?{_WORDS}"
    r"|(?i:(?:strictly |strict )?embargo(?:ed)?\b(?=:| (?:until|till|to|for)\b)"
    r"|not for publication\b|hold for release\b))"
)
_EMBARGO = re.compile(r"embargo", re.IGNORECASE)
_MOST_WORDS = 16


def read_withholding(story):
    """Withhold a story whose first lines say so; a line that says nothing else becomes an editors' note."""
    lines = [line.strip() for block in story.blocks[:_FIRST_LINES] for line in block[:_FIRST_LINES]][:_FIRST_LINES]
    held = [line for line in lines if _holds(line)]
    for line in held:
        _withhold(story, line)
        if _is_notice(line):
            _move_to_note(story, line)
    return bool(held)


def _holds(line):
    head = line[:300]
    if _OPENS.match(head):
        return True
    # In a line of capitals HOLD and KILL are ordinary words of a headline.
    return not head.isupper() and bool(_INSIDE.search(head))


def _withhold(story, line):
    story.record.withheld = True
    message = "The text says that it is held back; ask before publishing it."
    story.note("withheld", "warning", message, excerpt=line)
    if _EMBARGO.search(line) and story.record.embargo_until is None:
        _read_embargo(story, line)


def _read_embargo(story, line):
    story.record.embargo_until = dates.moment(line, zone=story.timezone)
    written = dates.written_date(line)
    if written and not written.day:
        message = f"“{written.text}” can be read two ways; set the embargo by hand."
        story.note("date-ambiguous", "warning", message, excerpt=line)
    elif not story.record.embargo_until:
        message = "The embargo's date and time were not understood; set them by hand."
        story.note("embargo-unclear", "warning", message, excerpt=line)
    elif not dates.zone_in(line):
        message = f"The embargo names no time zone; it was read as {story.record.embargo_until:%Y-%m-%d %H:%M %Z}."
        story.note("embargo-zone", "warning", message, excerpt=line)


def _is_notice(line):
    return bool(_OPENS.match(line)) and len(line.split()) <= _MOST_WORDS


def _move_to_note(story, line):
    """Move one line to the editors' note, unless it is all there is."""
    if sum(map(len, story.blocks)) < 2:
        return
    for number, block in enumerate(story.blocks[:_FIRST_LINES]):
        at = next((index for index, other in enumerate(block) if other.strip() == line), None)
        if at is not None:
            story.keep_for_editors([block.pop(at)])
            if not block:
                del story.blocks[number]
            return
