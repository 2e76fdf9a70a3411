"""Writes dates as their language does: months and days by name, and in French the first of a month as 1er."""

from django.utils import dateformat
from django.utils.translation import get_language


class _Written(dateformat.DateFormat):
    def j(self):
        return "1er" if self.data.day == 1 and (get_language() or "").startswith("fr") else super().j()


def written(moment, pattern):
    """`moment`, a date or a moment on the wall, by a pattern of Django's, in the language that is active."""
    return _Written(moment).format(pattern)
