"""Counts, and what may happen once: in the cache, or while it does not answer in this process's own memory.

So a limit holds with the cache away, too, if for each process by itself.
"""

import logging
import time

from django.core.cache import cache
from django.core.cache.backends.locmem import LocMemCache
from redis.exceptions import RedisError

log = logging.getLogger(__name__)
AWAY = 60  # seconds without asking a cache that did not answer
_own = LocMemCache("letterbox", {"OPTIONS": {"MAX_ENTRIES": 10_000}})
_cache_back = 0.0


def is_first(name, seconds):
    """Whether `name` is told for the first time in so many seconds."""
    return _ask("add", f"letterbox:{name}", 1, seconds)


def count(name, seconds):
    """How often `name` was counted, this time included, in the span of so many seconds that runs."""
    key = f"letterbox:{name}:{int(time.time() // seconds)}"
    _ask("add", key, 0, seconds)
    try:
        return _ask("incr", key)
    except ValueError:  # it ran out, or the cache went, between the two
        return 1


def kept(name, make, seconds):
    """What was made for `name` first, by any process, and is kept so many seconds."""
    key = f"letterbox:{name}"
    _ask("add", key, make(), seconds)
    return _ask("get", key) or make()


def _ask(verb, *told):
    global _cache_back
    if time.monotonic() < _cache_back:
        return getattr(_own, verb)(*told)
    try:
        return getattr(cache, verb)(*told)
    except (RedisError, OSError) as error:
        _cache_back = time.monotonic() + AWAY
        log.warning("The cache does not answer; each process counts letters for itself, %s seconds: %s", AWAY, error)
        return getattr(_own, verb)(*told)
