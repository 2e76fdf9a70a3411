"""What every test gets: nothing from the network, a media folder and a cache of its own, time on a busy machine."""

import gc
import sqlite3
from contextlib import closing
from datetime import timedelta
from uuid import uuid4

import hypothesis
import pytest
from django.db import connection

from tests import drawn, factories

# Stands against what hangs; two cores at work on other tests are no reason to fail.
hypothesis.settings.register_profile("busy machine", deadline=timedelta(seconds=10))
hypothesis.settings.load_profile("busy machine")
# What a browser shows, how a page looks, what a role is answered and what an address gives away is asked once.
ONCE = ("own_newsroom", "browser", "once")
ASKING = {"db", "transactional_db", "django_db_setup", "live_server", "client", "admin_client"}


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    """Mark the tests whose outcome can depend on the database or the cache server."""
    for item in items:
        asks = item.get_closest_marker("django_db") or ASKING.intersection(item.fixturenames)
        if asks and not any(map(item.get_closest_marker, ONCE)):
            item.add_marker("services")


@pytest.hookimpl(trylast=True)
def pytest_collection_finish():
    """What is here by now stays to the end: Python's collector need not look through it again and again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 50)


@pytest.fixture(scope="session")
def empty_newsroom(django_db_setup, django_db_blocker, tmp_path_factory):
    """A file of SQLite with every table, to be copied: migrating one takes longer than most that is tested in it."""
    path = tmp_path_factory.mktemp("empty") / "newsroom.sqlite3"
    with django_db_blocker.unblock(), closing(sqlite3.connect(path)) as copy:
        if connection.vendor != "sqlite":
            pytest.skip("the tables of this run are on a server")
        connection.ensure_connection()
        connection.connection.backup(copy)
    return path


@pytest.fixture(scope="session", autouse=True)
def drawn_once():
    with drawn.once():
        yield


@pytest.fixture(autouse=True)
def stories_counted_anew():
    factories.count_stories_anew()


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    """Files of a test stay in the test's own folder."""
    settings.STORAGES = {
        **settings.STORAGES,
        "default": {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": str(tmp_path / "media")},
        },
    }
    return tmp_path / "media"


@pytest.fixture(autouse=True)
def own_cache(settings):
    """No test reads what another one, or an earlier run against the same Redis, has left in the cache."""
    default = {**settings.CACHES["default"], "KEY_PREFIX": uuid4().hex, "TIMEOUT": 60}
    settings.CACHES = {**settings.CACHES, "default": default}
