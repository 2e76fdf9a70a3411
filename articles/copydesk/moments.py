"""Rules about when a story happens."""

from itertools import islice

from articles.text.dates_in_words import has_fixed_date, might_be_relative, relative_dates
from articles.text.excerpts import excerpt
from articles.text.quotations import outside, pair

from .register import Remark, warning


@warning
def relative_date(story):
    """“Yesterday” means nothing to a reader next week when neither the dateline nor the text names a date."""
    text = story.everything
    if story.dateline.strip() or not might_be_relative(text, story.tongue) or has_fixed_date(text):
        return
    for passage, span in islice(_relative_dates(story), 1):
        word = passage.text[slice(*span)]
        message = f"“{word}” cannot be dated, for the story names no date; add one, or a dateline."
        yield Remark(message, passage.number, excerpt(passage.text, *span))


def _relative_dates(story):
    """Yield (passage, span) outside quotations: what a speaker calls today is the speaker's."""
    for passage in story.passages:
        if relative_dates(passage.text, story.tongue):
            told = outside(passage.text, pair(passage.text))
            yield from ((passage, span) for span in relative_dates(told, story.tongue))
