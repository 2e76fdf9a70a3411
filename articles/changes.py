"""What readers are shown of a story's earlier editions: whether, which of them, and which parts. Pure."""

from dataclasses import dataclass
from itertools import pairwise

from django.conf import settings

from articles.text import changes_in_words
from articles.text.changes_in_words import Fate
from articles.text.notices import notices

WHEN = ("corrected", "always", "never")
PARTS = ("headline", "standfirst", "dateline", "body")


@dataclass(frozen=True)
class Step:
    """From one edition to the next: the parts that changed, and what was put right with it."""

    edition: object
    parts: list
    notices: list


def are_shown(edition):
    """Whether a live edition (see `with_past`) has a page of changes: as its story says, or else as the paper does."""
    when = edition.public_changes or settings.PUBLIC_CHANGES
    wanted = when == "always" or (when == "corrected" and bool(edition.corrections))
    return wanted and edition.has_past


def pairs(editions):
    """(newer, older) of neighbours that readers can tell apart, of editions newest first (see `for_comparing`)."""
    return [(newer, older) for newer, older in pairwise(editions) if _told(newer) != _told(older)]


def step(newer, older):
    """The Step between two whole editions."""
    parts = [part for part in map(_compared(newer, older), compared_parts()) if part.fate != Fate.SAME]
    before = {one["number"] for one in older.corrections}
    return Step(newer, parts, [notice for notice in notices(newer.corrections) if notice.number not in before])


def compared_parts():
    return [name for name in PARTS if name in settings.PUBLIC_CHANGES_OF]


def _told(edition):
    """What tells it apart from another, as far as this paper shows changes."""
    return [getattr(edition, name) for name in compared_parts()], edition.corrections


def _compared(newer, older):
    def part(name):
        if name == "body":
            return changes_in_words.of_body(name, older.body_html, newer.body_html)
        return changes_in_words.of_line(name, getattr(older, name), getattr(newer, name))

    return part
