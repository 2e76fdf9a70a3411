"""The archive: years, their months, their days, and the stories of a day in the order they appeared."""

import calendar
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.conf import settings
from django.http import Http404
from django.utils import timezone
from django.utils.formats import get_format
from django.views.decorators.http import require_safe

from articles.models import Edition

from . import chrome
from .answering import digests, page
from .shelf import numbers, shelved

A_DAY = 100


@dataclass(frozen=True)
class Shelfmark:
    """A year, month or day: when it begins, where it is read, how many stories it holds."""

    day: date
    path: str
    stories: int


@require_safe
def years(request):
    frame = chrome.load(request)
    stories = Edition.objects.at(frame.now)
    ends = [stories.newest_first().reverse().first_seen(), stories.newest_first().first_seen()]
    marks = _counted(stories, _years(ends), "/archive/{:%Y}/") if all(ends) else []
    return _marks(request, frame, "pages/archive.html", marks[::-1])


@require_safe
def year(request, year):
    frame = chrome.load(request)
    firsts = [date(int(year), month, 1) for month in range(1, 13)]
    spans = [(first, _next_month(first)) for first in firsts]
    marks = _counted(Edition.objects.at(frame.now), spans, "/archive/{:%Y/%m}/")
    return _marks(request, frame, "pages/archive_year.html", _or_404(marks), day=firsts[0])


@require_safe
def month(request, year, month):
    frame = chrome.load(request)
    first = date(int(year), int(month), 1)
    days = [first + timedelta(n) for n in range(calendar.monthrange(first.year, first.month)[1])]
    spans = [(day, day + timedelta(1)) for day in days]
    marks = _counted(Edition.objects.at(frame.now), spans, "/archive/{:%Y/%m/%d}/")
    return _marks(request, frame, "pages/archive_month.html", _or_404(marks), day=first, weeks=_weeks(first, marks))


@require_safe
def day(request, year, month, day):
    if int(day) > calendar.monthrange(int(year), int(month))[1]:
        raise Http404
    frame = chrome.load(request)
    day = date(int(year), int(month), int(day))
    stories = Edition.objects.at(frame.now).among(*_moments(day, day + timedelta(1)))
    shelf = shelved(request, stories.for_cards().order_by("published_at", "id"), A_DAY)
    context = {"day": day, "shelf": shelf, "numbers": numbers(shelf), "stories": _or_404(list(shelf))}
    return page(request, frame, "pages/archive_day.html", context, of=(shelf.number, digests(context["stories"])))


def _marks(request, frame, template, marks, **context):
    return page(request, frame, template, {"marks": marks, **context}, of=(marks,))


def _counted(stories, spans, address):
    """One aggregated query over all spans of days; spans that hold nothing are left out."""
    counts = stories.counted({start: _moments(start, end) for start, end in spans})
    return [Shelfmark(start, address.format(start), count) for start, count in counts.items() if count]


def _weeks(first, marks):
    """The weeks of a month, seven days each: a mark, a day without stories, or None for a day of another month."""
    marked = {mark.day: mark for mark in marks}
    begins = (get_format("FIRST_DAY_OF_WEEK", settings.LANGUAGE_CODE) - 1) % 7  # there Sunday is 0, here Monday
    weeks = calendar.Calendar(begins).monthdatescalendar(first.year, first.month)
    own = [[day if day.month == first.month else None for day in week] for week in weeks]
    return [[marked.get(day) or (day and Shelfmark(day, "", 0)) for day in week] for week in own]


def _years(ends):
    first, last = (timezone.localtime(moment).year for moment in ends)
    return [(date(year, 1, 1), date(year + 1, 1, 1)) for year in range(first, last + 1)]


def _next_month(first):
    return (first + timedelta(31)).replace(day=1)


def _moments(start, end):
    """Days begin at midnight where the paper is made."""
    return [timezone.make_aware(datetime.combine(day, time.min)) for day in (start, end)]


def _or_404(found):
    if not found:
        raise Http404
    return found
