"""Rules about the body as a whole."""

from articles.text.excerpts import LONGEST
from articles.text.prose import word_count
from articles.text.stray import stray_run

from .register import Remark, error, hint, warning

FEWEST_WORDS = 25
_PLAINLY_ENOUGH = 400


@error
def no_body(story):
    """A story without text is an empty page."""
    if not story.blocks:
        yield Remark("The story has no text; write or paste it.")


@warning
def body_one_line(story):
    """A body of one block or a line of words is usually a paste that lost its paragraphs, or a story not finished."""
    if not story.blocks:
        return
    opening = story.blocks[0].text[:LONGEST]
    if len(story.blocks) == 1:
        yield Remark("The whole text is one paragraph; break it up or finish it.", 1, opening)
    elif len(story.text) < _PLAINLY_ENOUGH and (words := word_count(story.text)) < FEWEST_WORDS:
        yield Remark(f"The whole text is {words} words; finish it.", 1, opening)


@hint
def stray_paragraph(story):
    """Paragraphs at the top that share no word with the headline: often the end of another story, pasted along."""
    for index in stray_run(story.headline, [block.text for block in story.paragraphs]):
        block = story.paragraphs[index]
        message = "This paragraph may belong to another story; delete it if it does."
        yield Remark(message, block.number, block.text[:LONGEST])
