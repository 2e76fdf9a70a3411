"""Tells a WebSub hub that feeds have changed (https://www.w3.org/TR/websub/), from an outbox.

`note` writes into the outbox in the transaction of the act: what is rolled back is not told, what is committed is not
forgotten. `deliver` tells, in a process of its own (`manage.py ping_hub`), so that no request and no act waits for a
hub. A scheduled story is noted for its opening, and never told of if it was cancelled by then: the addresses of its
topics are nobody's business. The feeds themselves are right with or without all this.
"""

import logging
from datetime import timedelta
from urllib.parse import urlencode
from urllib.request import Request, urlopen

from django.conf import settings
from django.utils import timezone
from django.utils.encoding import iri_to_uri

from articles.models import Edition, Ping

FORMS = ("rss.xml", "atom.xml", "feed.json")
SECONDS, TRIES = 10, 10  # that a hub may take to answer; before it is given up: some seventeen hours
FIRST_PAUSE = timedelta(minutes=1)
log = logging.getLogger(__name__)


def note(editions, *, at):
    """The feeds that hold any of these editions change at `at`. Without a hub, nothing is written."""
    if settings.WEBSUB_HUB:
        Ping.objects.bulk_create(Ping(edition=edition, due=at) for edition in editions)


def deliver(*, now=None):
    """Tell the hub of everything that is due; return {"told", "failed", "given up"}: how many editions of each."""
    now = now or timezone.now()
    due = Ping.objects.filter(due__lte=now)
    seen = due.filter(edition__in=Edition.objects.seen_by(now))
    pings = list(seen.select_related("edition__section").defer("edition__body_html", "edition__body_text"))
    due.exclude(pk__in=[ping.pk for ping in pings]).delete()  # cancelled before readers saw it
    paths = sorted({path for ping in pings for path in _paths(ping.edition)})
    failed = {path for path in paths if not _told_of(path)}
    return _settle(pings, failed, now)


def _paths(edition):
    """The pages whose feeds have it."""
    section = [edition.section.get_absolute_url()] if edition.section else []
    tags = [f"/tag/{tag['slug']}/" for tag in edition.tags]
    authors = [f"/author/{byline['slug']}/" for byline in edition.bylines]
    return {"/", *section, *tags, *authors, *(["/corrections/"] if edition.corrections else [])}


def _told_of(path):
    """Tell of a page's feed in all its forms; whether the hub took it."""
    try:
        for form in FORMS:
            _tell(f"{settings.SITE_URL}{iri_to_uri(path)}feeds/{form}")
    except OSError as error:  # what urllib raises, for an answer of 300 or more too
        log.warning("The hub was not told of the feeds of %s: %s", path, error)
        return False
    return True


def _tell(topic):
    """In the form that hubs have in common: the recommendation leaves it open."""
    body = urlencode({"hub.mode": "publish", "hub.url": topic, "hub.topic": topic}).encode()
    kind = {"Content-Type": "application/x-www-form-urlencoded"}
    with urlopen(Request(settings.WEBSUB_HUB, body, kind), timeout=SECONDS):  # noqa: S310  checked: http or https
        pass


def _settle(pings, failed, now):
    """What was told leaves the outbox; the rest waits, twice as long each time, until it is given up."""
    counts = {"told": 0, "failed": 0, "given up": 0}
    for ping in pings:
        ping.tries += 1
        if not _paths(ping.edition) & failed:
            counts["told"] += 1
        elif ping.tries >= TRIES:
            counts["given up"] += 1
        else:
            counts["failed"] += 1
            ping.due = now + FIRST_PAUSE * 2 ** (ping.tries - 1)
            ping.save(update_fields=["due", "tries"])
            continue
        ping.delete()
    return counts
