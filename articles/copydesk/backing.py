"""Rules about what stands behind a story: machines that took part, and those it speaks of who were not asked."""

import re

from articles.text.excerpts import excerpt

from .register import Remark, error, hint, warning

_ACCUSES = re.compile(
    r"\b(?:accus(?:es?|ed|ations?) of|is accused|are accused|alleg(?:es?|edly|ations?)|misconduct|embezzl\w+|bribe\w*|"
    r"fraud\w*|cover(?:ed)?[- ]up|unlawful\w*|harass(?:ed|ment)|sued)\b",
    re.IGNORECASE,
)
_ANSWERS = re.compile(
    r"\b(?:den(?:y|ies|ied)|declin(?:es?|ed) to|did not (?:respond|reply|answer|return)|has not (?:responded|replied)|"
    r"in a statement|asked for comment|request(?:s|ed)? for comment|spokes(?:man|woman|person)|"
    r"said in (?:reply|response)|could not be reached|no comment|lawyers? for)\b",
    re.IGNORECASE,
)
_KINDS = frozenset({"news", "analysis", "background"})


@error
def generated_unreviewed(story):
    """What a machine wrote goes to readers only once somebody has read it over and stands by it."""
    if story.ai_use == "generated" and not story.ai_reviewer.strip():
        yield Remark("AI wrote this text and nobody is named who has read it over; name them.")


@warning
def ai_unexplained(story):
    """“AI was used” tells a reader nothing; what it was used for does."""
    if story.ai_use == "assisted" and not story.ai_purpose.strip():
        yield Remark("AI helped with this story; say what it was used for.")


@hint
def no_reply(story):
    """Whoever is accused of something is asked for their side first. Read in English; a suggestion, not a verdict."""
    if story.tongue != "en" or story.kind not in _KINDS or story.reply_sought == "yes" or _ANSWERS.search(story.text):
        return
    for passage in story.told:
        if found := _ACCUSES.search(passage.text):
            message = "Somebody is accused here, and nobody answers; ask for their side, and note what came of it."
            yield Remark(message, passage.number, excerpt(passage.text, *found.span()))
            return
