"""Two snapshots of a story (`editing.snapshot`) told apart, field by field, in words an editor knows."""

from django.conf import settings
from django.contrib.auth import get_user_model
from django.utils import timezone
from django.utils.dateparse import parse_date, parse_datetime

from articles.models import Article, Section
from articles.models.licence import STORY_LICENCES

from . import field_changes

LABELS = {
    "kicker": "Kicker",
    "headline": "Headline",
    "standfirst": "Standfirst",
    "body": "Text",
    "dateline": "Dateline",
    "bylines": "Bylines",
    "section": "Section",
    "kind": "Kind",
    "weight": "Weight",
    "tags": "Tags",
    "lead": "Lead picture",
    "public_changes": "Changes between editions",
    "assignee": "Assignee",
    "priority": "Priority",
    "due": "Due",
    "planned_for": "Planned for",
    "embargo_until": "Embargo until",
    "slug": "Slug",
    "language": "Language",
    "translation_of": "Translation of",
    "source_line": "Source",
    "rights": "Rights",
    "licence": "Licence",
    "method": "How we know",
    "sources": "Sources",
    "desk_sources": "Sources for the desk alone",
    "reply_sought": "Right of reply",
    "reply_on": "Reply asked on",
    "reply_came": "What came of it",
    "conflicts": "Conflicts of interest",
    "ai_use": "Use of AI",
    "ai_purpose": "AI used for",
    "ai_reviewer": "Reviewed by",
    "checked_by": "Fact-checked by",
    "ednote": "Note to editors",
}


def changes(old, new):
    """The fields that differ between two snapshots, in the order of the form; missing fields are not compared."""
    both = [name for name in LABELS if name in old and name in new]
    told = (change(name, old[name], new[name]) for name in both)
    return [each for each in told if each]


def change(name, old, new):
    """The Change of one field, or None where the two say the same: an import spells moments and tags in its own way."""
    tell = TELLERS.get(name, field_changes.of_value)
    name_of = NAMED.get(name, _plain)
    return tell(name_of(old), name_of(new), name=name, label=LABELS[name])


def _plain(value):
    return value or ""


def _moment(text):
    return f"{timezone.localtime(parse_datetime(text)):%-d %B %Y, %H:%M %Z}" if text else ""


def _section(slug):
    return Section.objects.filter(slug=slug).values_list("name", flat=True).first() or slug or ""


def _person(key):
    person = get_user_model().objects.filter(pk=key).first() if key else None
    return str((person and person.get_full_name()) or person or key or "")


def _story(key):
    """Its language and number: not everybody who compares may see the other story."""
    story = Article.objects.filter(pk=key).only("language").first() if key else None
    return f"story {key} ({story.language or settings.LANGUAGE_CODE})" if story else str(key or "")


TELLERS = {
    **dict.fromkeys(
        ("kicker", "headline", "standfirst", "dateline", "source_line", "rights", "ednote"), field_changes.of_line
    ),
    **dict.fromkeys(("method", "sources", "desk_sources", "reply_came", "conflicts"), field_changes.of_line),
    "body": field_changes.of_body,
    "bylines": field_changes.of_bylines,
    "tags": field_changes.of_tags,
    "lead": field_changes.of_picture,
}
# What the keys in a snapshot are called; the key itself where that is gone.
NAMED = {
    **dict.fromkeys(("due", "planned_for", "embargo_until"), _moment),
    "section": _section,
    "assignee": _person,
    "translation_of": _story,
    "kind": lambda kind: str(dict(Article.Kind.choices).get(kind, kind)),
    "weight": lambda weight: str(dict(Article.Weight.choices).get(weight, weight)),
    "priority": lambda priority: str(dict(Article.Priority.choices).get(priority, priority)),
    "licence": lambda choice: str(dict(STORY_LICENCES).get(choice, choice)),
    "reply_on": lambda day: f"{parse_date(day):%-d %B %Y}" if day else "",
    "reply_sought": lambda choice: str(dict(Article.Reply.choices).get(choice, choice)),
    "ai_use": lambda choice: str(dict(Article.AI.choices).get(choice, choice)),
    "public_changes": lambda choice: str(dict(Article.PublicChanges.choices).get(choice, choice)),
}
