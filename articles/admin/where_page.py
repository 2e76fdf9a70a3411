"""Where readers find a story: every place with its address, where in it, and until when; also of what is scheduled."""

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.utils import timezone
from django.views.decorators.http import require_safe

from articles import permissions, places, publishing

from . import asking
from .gate import of_story


@dataclass(frozen=True)
class Showing:
    """The places of one edition at `at`, which it leaves at `until`, None if it stays."""

    edition: object
    at: datetime
    until: datetime | None
    places: list


@of_story(permissions.may_see)
@require_safe
def where(request, pk):
    article, now = asking.story(pk), timezone.now()
    standing = publishing.standing(article, at=now)
    seen = article.editions.seen_by(now).order_by("path").values_list("path", flat=True)
    old = article.old_addresses.select_related("redirect")
    return asking.page(
        request,
        article,
        "desk/where.html",
        title="Where it shows",
        live=_showing(standing.live, now, _leaves(standing)),
        planned=_showing(standing.next, standing.next.live_from, standing.until) if standing.next else None,
        gone=[*dict.fromkeys(seen), *map(str, old)] if standing.killed else [],
        old=old,
        may_readdress=permissions.may_publish(request.user, article),
        site_url=settings.SITE_URL,
        zone=timezone.get_current_timezone_name(),
    )


def _showing(edition, at, until):
    return Showing(edition, at, until, places.find(edition, at)) if edition else None


def _leaves(standing):
    """When readers lose the story: at the live edition's end, unless the next one opens in that moment."""
    live, following = standing.live, standing.next
    if live is None or following is None or live.live_until < following.live_from:
        return live and live.live_until
    return standing.until
