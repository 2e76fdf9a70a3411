"""What somebody may be about to type: topics, authors and headlines that begin so. Reads only what readers can read."""

from dataclasses import dataclass

from articles.models import Author, Edition, Tag
from articles.text import tags as names_of_tags
from articles.text.questions import Term
from articles.text.words import forms

from .asked import Asked
from .finding import newest

TAGS, AUTHORS, HEADLINES = 3, 2, 5
SHORTEST, _WORDS = 2, 8  # signs that tell enough; words that are looked at


@dataclass(frozen=True)
class Suggestion:
    """`kind`: tag, author or story."""

    kind: str
    text: str
    path: str


def suggest(typed, moment):
    """At most ten Suggestions, topics first; [] for what is too short to tell."""
    typed = " ".join(typed.split())
    if len(typed) < SHORTEST:
        return []
    return [*_tags(typed, moment), *_authors(typed, moment), *_stories(typed, moment)]


def _tags(typed, moment):
    beginning = Tag.objects.readable(moment).beginning_with(names_of_tags.key(typed))
    return [Suggestion("tag", tag.name, tag.get_absolute_url()) for tag in beginning[:TAGS]]


def _authors(typed, moment):
    beginning = Author.objects.readable(moment).beginning_with(typed)
    return [Suggestion("author", author.name, author.get_absolute_url()) for author in beginning[:AUTHORS]]


def _stories(typed, moment):
    """The newest whose headline has the words, the last of them begun."""
    words = forms(typed)[:_WORDS]
    if not words:
        return []
    terms = tuple(Term((f"f_{word}",), begins=word is words[-1]) for word in words)
    found = [edition for _, edition in newest(Asked(moment, marked=(terms,)), HEADLINES)]
    stories = Edition.objects.at(moment).filter(pk__in=found).newest_first().only("headline", "path")
    return [Suggestion("story", story.headline, story.path) for story in stories]
