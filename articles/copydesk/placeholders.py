"""Rules about text that was to be filled in later."""

from articles.text.excerpts import excerpt
from articles.text.unfinished import placeholders

from .register import Remark, error


@error
def placeholder(story):
    """Notes to oneself, such as TK, XXX, [CHECK] or lorem ipsum, must not reach readers."""
    if not placeholders(story.everything, story.tongue) and "orem " not in story.everything:
        return
    for passage in story.passages:
        for start, end in placeholders(passage.text, story.tongue):
            quoted = excerpt(passage.text, start, end)
            message = f"“{passage.text[start:end]}” in the {passage.place} is a placeholder; put in what belongs there."
            yield Remark(message, passage.number, quoted)
