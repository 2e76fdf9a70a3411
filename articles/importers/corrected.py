"""What a provider says of a correction: "CORRECTED-" on the headline, "Corrects second paragraph to say …" in its note.

It is kept as a suggestion (IMPORT §4): only the desk says to readers what was wrong.
"""

import re

from .plaintext.heading import without_prefix

_LONGEST = 500
_SAYS = re.compile(
    r"\b(?:correct(?:s|ed|ing|ion)|refile[sd]?|korrigiert|korrektur|berichtig(?:t|ung)|corrige|rectifi(?:e|é|cation|catif)"
    r"|corrección|corregid[oa]|rectifica)\b",
    re.IGNORECASE,
)
_LED_IN = re.compile(r"\W*(?:eds|editors|ednote|note to editors)\s*[:.]\s*", re.IGNORECASE)
_OPENING = re.compile(r"\(\s*(?:correct|refile|korrigiert|korrektur|berichtig|corrige|rectifi)", re.IGNORECASE)
_FIRST = 3  # paragraphs of a text


def read_correction(record, text):
    """Fill in `correction_note` of a record whose body says `text`; a wire's prefix is taken off its headline."""
    if not record.headline_prefix:
        record.headline = without_prefix(record, record.headline)
    if not record.correction_note:
        record.correction_note = _in_note(record.ednote) or _in_text(text)
    if not record.correction_note and _SAYS.search(record.headline_prefix):
        record.correction_note = record.headline_prefix.strip("- ")
    record.correction_note = record.correction_note[:_LONGEST]
    if record.correction_note:
        message = "Its provider says that this is a correction. Say what was wrong when you publish it."
        record.note("correction", message, level="hint", excerpt=record.correction_note)


def _in_note(ednote):
    """The first paragraph of a note to editors that speaks of a correction."""
    lines = (line.strip() for line in ednote.split("\n") if line.strip())
    return next((_LED_IN.sub("", line, count=1) for line in lines if _SAYS.search(line)), "")


def _in_text(text):
    """What a wire writes in brackets above its text: "(Corrects spelling of name in paragraph 2)"."""
    lines = text[:4000].split("\n")[: 2 * _FIRST]
    return next((line.strip() for line in lines if _OPENING.match(line.strip())), "")
