"""The keys of search entries rise with the moment of first publication: the newest are read first, in any database."""

from datetime import UTC, datetime
from itertools import count

from articles.models import SearchEntry

_BEGIN = datetime(1, 1, 1, tzinfo=UTC)
_LOW = 256  # editions a second with a key of their own
A_DAY = 86_400 * _LOW  # from a key to that of the same time on the next day
_NEAR = 4096  # keys looked through at a time for a free one


def free_keys(editions):
    """A key of its own for each: that of its second, or the next that is free."""
    wanted = [_key(edition) for edition in editions]
    taken, keys = set(SearchEntry.objects.filter(pk__in=wanted).values_list("pk", flat=True)), []
    for key in wanted:
        if key in taken:
            key = _free_after(key, taken)
        taken.add(key)
        keys.append(key)
    return keys


def _key(edition):
    """Rises with the moment of first publication; two of one second differ by what else they are."""
    return first_key(edition.published_at) + edition.pk % _LOW


def first_key(moment):
    """The lowest key that what was first published at `moment` can have."""
    return int((moment - _BEGIN).total_seconds()) * _LOW


def _free_after(key, taken):
    for start in count(key, _NEAR):
        near = range(start, start + _NEAR)
        there = set(SearchEntry.objects.filter(pk__gte=start, pk__lt=near.stop).values_list("pk", flat=True))
        if free := next((each for each in near if each not in there and each not in taken), None):
            return free
