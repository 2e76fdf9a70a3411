"""Reads what stands under a story: end marks, notes to editors, credits (IMPORT §3.10)."""

import re

from articles.importers.record import Credit
from articles.text.wrapping import is_wide

from . import bylines

_END_MARK = re.compile(
    r"(?:ENDS|END|ends|-+\s*(?:ENDS|ends|Ends|END)\s*-+|[-—–]\s*30\s*[-—–]|#{3,}|\*\s?\*\s?\*|\((?:END|ENDS|End|Ends)\)|Reuter|REUTER|REUTERS|"
    r"={1,2}\s?[A-Z]\w{1,20}|\([A-Z]{2,6}\\?/[a-z/]{1,12}\)|∎|■|（了）|\(了\))\.?"
)
_CLOSED = re.compile(r"-*\s*(?:ENDS|Ends|ends)\s*-*\.?")
_NOTES = re.compile(
    r"#+\s.*\bnotebook\b|notes? (?:to|for) (?:the )?editors?\b.{0,20}$|.{0,60}\bnot for publication\b.{0,30}$",
    re.IGNORECASE,
)
_CREDITS = re.compile(r"\(?((?:Additional )?(?:Reporting|Writing|Editing) by [^.;]{3,120}(?:[.;] ?|$))+\)?")
_CREDIT = re.compile(r"((?:Additional )?(?:Reporting|Writing|Editing)) by ([^.;]{3,120})")
_SOURCE = re.compile(
    r"(?:Source|Quelle|Fuente|Fonte)\s?:\s?(\S.{1,80})|(?:©|\(c\)|Copyright(?: ©| \(c\))?)\s?(?:\d{4}\s)?(\S.{1,80})"
)


_LONG = 40  # characters; a story has begun when a line is this long


def read_notes(story):
    """Move everything under ENDS, “Notes to editors” and their like to the editors' note."""
    for number, block in enumerate(story.blocks):
        for index, line in enumerate(block):
            if len(line) > 120 or not (number or index):
                continue
            if _CLOSED.fullmatch(line.strip()):
                story.remove("end-mark", line.strip())
                return _cut(story, number, index, index + 1)
            if _NOTES.match(line.strip()):
                return _cut(story, number, index, index)
    return None


def read_end_marks(story):
    """Take the last lines that only say that the text is over."""
    while story.blocks and _END_MARK.fullmatch(story.blocks[-1][-1].strip()):
        story.remove("end-mark", _take_last(story).strip())


def read_credits(story):
    """Read “Reporting by X; Editing by Y” and “Source: Z” off the end."""
    while len(story.blocks) > 1 and len(story.blocks[-1][-1]) <= 300:
        line = story.blocks[-1][-1].strip()
        if _CREDITS.fullmatch(line):
            story.record.credits += [
                Credit(credit.name, role.lower())
                for role, names in _CREDIT.findall(line)
                for credit in bylines.people(names)
            ]
            story.remove("credit-line", _take_last(story))
        elif source := _SOURCE.fullmatch(line):
            story.record.provider = story.record.provider or (source[1] or source[2]).rstrip(". ")
            story.remove("source-line", _take_last(story))
        else:
            return


def _take_last(story):
    line = story.blocks[-1].pop()
    if not story.blocks[-1]:
        del story.blocks[-1]
    return line


def _cut(story, number, keep, start):
    """Leave `keep` lines of a block; the lines from `start`, and all under them if the story has begun, are a note."""
    block = story.blocks[number]
    begun = any(_is_story(line) for above in [*story.blocks[:number], block[:keep]] for line in above)
    under = story.blocks[number + 1 :] if begun else []
    story.keep_for_editors([line for part in [block[start:], *under] for line in [*part, ""]])
    del block[keep:]
    story.blocks = [*story.blocks[:number], *filter(None, [block]), *story.blocks[number + 1 + len(under) :]]


def _is_story(line):
    return len(line) >= _LONG or is_wide(line)
