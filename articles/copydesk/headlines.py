"""Rules about the headline."""

from articles.text.excerpts import LONGEST as LONGEST_EXCERPT
from articles.text.sameness import skeleton

from .register import Remark, error, warning

LONGEST = 100


@error
def no_headline(story):
    """A story needs a headline: lists, feeds and search results show nothing else."""
    if not story.headline.strip():
        yield Remark("The story has no headline; write one.")


@warning
def headline_long(story):
    """Cards, feeds and search results cut a headline of more than 100 characters."""
    if (length := len(story.headline.strip())) > LONGEST:
        message = f"The headline has {length} characters and will be cut; say it in {LONGEST}."
        yield Remark(message, excerpt=story.headline[:LONGEST])


@warning
def headline_capitals(story):
    """A headline in capitals is hard to read and is spelt out letter by letter by some screen readers."""
    if _shouts(story.headline):
        yield Remark(
            "The headline is all in capitals; write it in lower case.", excerpt=story.headline[:LONGEST_EXCERPT]
        )


def _shouts(headline):
    """Acronyms do not shout: it takes three words or twelve letters, most of them of a script that has capitals."""
    capitals = sum(map(str.isupper, headline))
    letters = sum(map(str.isalpha, headline))
    words = sum(word.isupper() for word in headline.split())
    return headline.isupper() and 2 * capitals > letters and (words >= 3 or capitals >= 12)


@warning
def headline_repeated(story):
    """The page already shows the headline above the text; pasted and imported stories often hold it twice."""
    meant = skeleton(story.headline)
    for block in story.blocks:
        if meant and _could_repeat(block.text, story.headline) and skeleton(block.text) == meant:
            message = "The headline stands again in the text; delete it there."
            yield Remark(message, block.number, block.text[:LONGEST_EXCERPT])


def _could_repeat(text, headline):
    return len(text) <= 2 * len(headline) + 20
