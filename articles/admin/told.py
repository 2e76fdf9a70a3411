"""Moments in the words of the desk, in the newsroom's zone."""

from django.utils import timezone

from articles.text import clock


def moment(at, now=None):
    """Tuesday 09:00, Johannesburg."""
    return clock.told(at, timezone.get_default_timezone(), now or timezone.now())


def sentence(at, now, verb):
    """Goes live in 3 h 12 min, Tuesday 09:00, Johannesburg."""
    return clock.sentence(at, timezone.get_default_timezone(), now, verb)
