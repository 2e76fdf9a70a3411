"""Rules about quotations."""

import re

from articles.text.excerpts import excerpt
from articles.text.quotations import has_marks, orphans, outside, pair, spans
from articles.text.speakers import knows, names_a_speaker

from .register import Remark, hint, warning

_FEWEST_WORDS = 5
_SPOKEN = frozenset({"p", "quote"})
_FIRST_LETTER = re.compile(r"[^\W\d_]")


@warning
def quotes_unpaired(story):
    """A quotation that is opened and not closed, or closed and never opened: readers cannot tell who is speaking."""
    if not has_marks(story.everything):
        return
    for number, place, opens in orphans(story.marks.values()):
        yield _unpaired(story.told[number], place, opens)
    for passage in story.furniture:
        for _, place, opens in orphans([pair(passage.text)]):
            yield _unpaired(passage, place, opens)


def _unpaired(passage, place, opens):
    text = passage.text
    if opens:
        message = f"This quotation in the {passage.place} is not closed; add the closing mark."
        return Remark(message, passage.number, excerpt(text, place, _word_end(text, place + 60)))
    message = f"This closing mark in the {passage.place} closes nothing; add the opening one or delete it."
    return Remark(message, passage.number, text[_word_start(text, place - 60) : place + 1])


def _word_end(text, place):
    return place if place >= len(text) else max(text.rfind(" ", 0, place), place - 30)


def _word_start(text, place):
    return 0 if place <= 0 else min(text.find(" ", place) + 1 or place, place + 30)


@hint
def quotes_mixed(story):
    """Curly and straight quotation marks in one story: usually two sources pasted together."""
    text = story.text
    if '"' not in text or ("“" not in text and "”" not in text):
        return
    for block in story.blocks:
        for start, end in spans(story.marks[block.number]) if block.kind in _SPOKEN else ():
            if '"' in (block.text[start], block.text[end - 1]):
                message = "The story has straight and curly quotation marks; make them all alike."
                yield Remark(message, block.number, excerpt(block.text, start, end))
                return


@hint
def quote_without_speaker(story):
    """A quotation of five words or more with nobody near it who says it. Read in English, French, Spanish, German."""
    if not knows(story.tongue) or not has_marks(story.text):
        return
    for block in story.blocks:
        quoted = spans(story.marks[block.number]) if block.kind in _SPOKEN else ()
        long = [span for span in quoted if _is_a_sentence(block.text[slice(*span)])]
        if long and not _has_speaker(story, block.number):
            message = "Nobody near this quotation is named as saying it; name the speaker."
            yield Remark(message, block.number, excerpt(block.text, *long[0]))


def _is_a_sentence(quotation):
    """Five words from a capital on, most in lower case: words quoted in passing and titles need no speaker."""
    first = _FIRST_LETTER.search(quotation)
    words = quotation.split()
    small = sum(word[0].islower() for word in words)
    return len(words) >= _FEWEST_WORDS and 2 * small > len(words) and bool(first) and first[0].isupper()


def _has_speaker(story, number):
    """Whether the block itself or one of its neighbours names somebody outside its quotations."""
    nearby = story.blocks[max(0, number - 2) : number + 1]
    return any(names_a_speaker(outside(near.text, story.marks.get(near.number, {})), story.tongue) for near in nearby)
