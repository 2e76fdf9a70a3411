"""The zones that the desk tells times in: the newsroom's first, then the reader's of the page, then UTC."""

from dataclasses import dataclass
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from django.utils import timezone

from articles.text import clock

WORLD = ZoneInfo("UTC")


@dataclass(frozen=True)
class Told:
    """A moment in words: a sentence in the newsroom's zone, and (place, date and time) for each zone."""

    moment: datetime
    sentence: str
    zones: list

    @property
    def time(self):
        """In the newsroom's zone."""
        return self.zones[0][1]

    def __str__(self):
        if len(self.zones) == 1:
            return f"{self.sentence}."
        elsewhere = " · ".join(f"{place} {time}" for place, time in self.zones)
        return f"{self.sentence} ({elsewhere})."


def of(user):
    """{key: zone} in the order in which they are offered, each once."""
    member = getattr(user, "desk_member", None)
    own = [ZoneInfo(member.time_zone)] if member and member.time_zone else []
    return {zone.key: zone for zone in (timezone.get_default_timezone(), *own, WORLD)}


def named(user):
    """(key, what it is called) for a choice of zones."""
    newsroom = timezone.get_default_timezone().key
    whose = dict.fromkeys(of(user), ", yours") | {WORLD.key: ""} | {newsroom: ", the newsroom’s"}
    return [(key, f"{clock.place_of(zone)}{whose[key]}") for key, zone in of(user).items()]


def tell(moment, user, verb="goes live"):
    """What a moment to come means, for this person: Goes live in 3 h 12 min, Tuesday 09:00, Johannesburg."""
    now, offered = timezone.now(), list(of(user).values())
    moment = max(moment.astimezone(UTC), now)
    return Told(moment, clock.sentence(moment, offered[0], now, verb), clock.in_zones(moment, offered, now))
