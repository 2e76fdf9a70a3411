"""How a story was reported, as its page tells it."""

from datetime import date

from django import template
from django.utils.translation import pgettext

from articles.text import calendar

register = template.Library()


@register.filter
def stands_below(backing):
    """Whether there is anything to tell below the text beyond what stands beside the byline."""
    return bool(backing.keys() - {"ai"})


@register.filter
def day(text):
    """A day as an edition keeps it, in the reader's words."""
    return calendar.written(date.fromisoformat(text), pgettext("date", "j F Y"))
