"""While the cache is away letters are still taken, counted, and taken once, by each process for itself."""

import logging
from uuid import uuid4

import pytest
from django.core.cache.backends.locmem import LocMemCache
from redis.exceptions import ConnectionError as NoRedis

from articles.letterbox import counting

from .forms import Note, codes, posted, stamp_of_age


class Away:
    """A cache whose server cannot be reached."""

    def __init__(self):
        self.asked = 0

    def add(self, *told):
        self.asked += 1
        raise NoRedis("refused")

    get = incr = add


@pytest.fixture(autouse=True)
def away(monkeypatch):
    monkeypatch.setattr(counting, "_cache_back", 0.0)
    monkeypatch.setattr(counting, "_own", LocMemCache(uuid4().hex, {}))
    monkeypatch.setattr(counting, "cache", Away())
    return counting.cache


def test_letters_are_taken_and_limits_hold():
    taken = [posted(address="203.0.113.7").is_valid() for _ in range(Note.each)]

    assert all(taken)
    assert codes(posted(address="203.0.113.7")) == ["too-many"]


def test_a_stamp_is_used_once():
    stamp = stamp_of_age()
    posted(stamp=stamp).is_valid()

    assert codes(posted(stamp=stamp)) == ["used"]


def test_the_cache_is_asked_once_a_minute(away, caplog):
    with caplog.at_level(logging.WARNING, "articles.letterbox"):
        posted().is_valid()
        posted().is_valid()

    assert (away.asked, len(caplog.records)) == (1, 1)
