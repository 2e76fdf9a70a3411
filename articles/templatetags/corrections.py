"""How corrections are called, and which of a story's stand before its text."""

from django import template
from django.utils.translation import gettext

from articles.text.notices import notices

register = template.Library()


@register.filter
def kind_name(told):
    """The heading over a notice, a correction of the ledger, in the reader's language."""
    return {
        "update": gettext("Update"),
        "clarification": gettext("Clarification"),
        "correction": gettext("Correction"),
        "apology": gettext("Apology"),
        "retraction": gettext("Retraction"),
    }[told.kind]


@register.filter
def kinds_name(kind):
    """What several of a kind are called."""
    return {
        "update": gettext("Updates"),
        "clarification": gettext("Clarifications"),
        "correction": gettext("Corrections"),
        "apology": gettext("Apologies"),
        "retraction": gettext("Retractions"),
    }[kind]


@register.filter
def put_right(story):
    """All that was put right, newest first."""
    return notices(story.corrections)


@register.filter
def put_right_before(story):
    """What a reader must know before reading on: the text was wrong."""
    return [notice for notice in notices(story.corrections) if notice.stands_first]


@register.filter
def put_right_after(story):
    return [notice for notice in notices(story.corrections) if not notice.stands_first]
