"""How long a public answer may be kept, and how one is known again without being rendered.

A rendered page is kept in the cache under its etag, which stands for all that the page shows: what the desk changes has
another etag, so the first reader after a publication gets the new page and nothing needs to be thrown away.

Browsers and shared caches keep a page for a minute, and may show it for half a minute more while they fetch the next.
No answer is kept past the next moment at which a window opens or closes, so a scheduled story is not late for
anybody and one that ends does not linger. What the desk does by hand is seen within 90 seconds, or at once where
the shared cache is purged.

A request has one moment: what is looked up, what is not found and how long the answer may be kept are all of it.
"""

import hashlib
import logging
import time
import uuid
from functools import cache as once

from django.conf import settings
from django.core.cache import cache
from django.http import HttpResponse, HttpResponseNotModified, HttpResponsePermanentRedirect
from django.utils import timezone
from django.utils.http import parse_etags
from redis.exceptions import RedisError

log = logging.getLogger(__name__)
KEPT, STALE = 60, 30
PAPER = ("SITE_URL", "SITE_NAME", "SITE_PLACE", "SITE_TAGLINE", "LANGUAGE_CODE", "TIME_ZONE")
RENDERED = 3600  # seconds that a rendered page is held ready
AWAY = 60  # seconds without asking a cache that did not answer
_cache_back = 0.0


def moment(request):
    """The request's one `now`."""
    if not hasattr(request, "moment"):
        request.moment = timezone.now()
    return request.moment


def answer(request, render, *, etag, seconds, content_type="text/html; charset=utf-8", status=200, hold=True):
    """A 304 if the client has this page, else what `render()` makes of it; both say how long they may be kept.

    `hold`: others will ask for the same; what hardly two readers ask for would push out of the cache what all do.

    Only a 200 has a 304 (RFC 9110, 13.2.1): that a story was withdrawn is told to those who ask again, too.
    """
    if status == 200 and known(request, etag):
        response = HttpResponseNotModified()
    else:
        made = held(render, etag) if hold else render()
        response = HttpResponse(made, content_type=content_type, status=status)
    response["ETag"] = etag
    response["Cache-Control"] = cache_control(seconds)
    return without_body(request, response)


def known(request, etag):
    """Whether the client has this already. Only If-None-Match is heard: a withdrawal leaves nothing with a newer date,
    and If-Match and If-Unmodified-Since are for those who write.
    """
    theirs = parse_etags(request.headers.get("If-None-Match", ""))
    return "*" in theirs or etag.removeprefix("W/") in [one.removeprefix("W/") for one in theirs]


def moved(path, seconds=None):
    """For good, yet asked for again after a minute: a story that moves back must not meet a redirect kept for ever."""
    response = HttpResponsePermanentRedirect(path)
    response["Cache-Control"] = cache_control(seconds)
    return response


def without_body(request, response):
    """To HEAD, the headers that GET would have. Django sends the body along, and the server complains of each."""
    if request.method == "HEAD":
        response["Content-Length"] = len(response.content)
        response.content = b""
    return response


def held(render, etag):
    """What `render()` makes of a page, made once for all who ask for what `etag` stands for."""
    name = f"page:{etag}"
    page = _ask_cache("get", name)
    if page is None:
        page = render()
        _ask_cache("set", name, page, RENDERED)
    return page


def _ask_cache(verb, *told):
    """None if the cache is away: it is told once, and for a while every page is made without asking it."""
    global _cache_back
    if time.monotonic() < _cache_back:
        return None
    try:
        return getattr(cache, verb)(*told)
    except (RedisError, OSError) as error:
        _cache_back = time.monotonic() + AWAY
        log.warning("The cache does not answer; pages are made without it for %s seconds: %s", AWAY, error)
        return None


def seconds_until(change, now):
    return (change - now).total_seconds() if change else None


def cache_control(seconds):
    """`seconds`: until the paper next changes by itself, None if nothing is scheduled."""
    left = KEPT + STALE if seconds is None else max(0, int(seconds))
    kept = min(KEPT, left)
    stale = min(STALE, left - kept)
    return f"public, max-age={kept}" + (f", stale-while-revalidate={stale}" if stale else "")


def etag(*parts):
    """A weak validator over everything a page is made of; `parts` are joined by their repr, in order.

    It is also the name a rendered page is held ready under: what is shown and not among `parts` would go stale.
    """
    paper = [getattr(settings, name) for name in PAPER]
    digest = hashlib.blake2b(repr((release(), paper, *parts)).encode(), digest_size=12)
    return f'W/"{digest.hexdigest()}"'


def release():
    """What the code and templates are, so that a new release makes new pages. While debugging, never the same."""
    return uuid.uuid4().hex if settings.DEBUG else _release()


@once
def _release():
    kinds = (
        ("templates", "*.html"),
        ("static/site", "*"),
        ("static/fonts", "*"),
        ("articles", "*.py"),
        ("articles", "*.mo"),
    )
    files = sorted(path for folder, kind in kinds for path in (settings.BASE_DIR / folder).rglob(kind))
    files += sorted((settings.DATA_FOLDER / "templates").rglob("*.html"))
    digest = hashlib.blake2b(digest_size=12)
    for path in files:
        digest.update(path.read_bytes())
    return digest.hexdigest()
