"""Fifty editors, twenty stories, five thousand saves at once: every one is told the truth, and none is lost."""

import json
import os
import subprocess
import sys
from collections import Counter
from urllib.parse import quote

import pytest
from django.conf import settings
from django.db import connection, connections

EDITORS, SAVES = 50, 100
PROCESSES = {"sqlite": 1, "postgresql": 2}  # as the newsroom is served: on SQLite one process writes


@pytest.fixture
def address(tmp_path_factory, django_db_setup, django_db_blocker):
    """DATABASE_URL of an empty database that several processes can open: a file, or one made on the same server."""
    if connection.vendor == "sqlite":
        yield f"sqlite:///{tmp_path_factory.mktemp('desk')}/newsroom.sqlite3"
        return
    own = connections["default"].settings_dict
    name = f"{own['NAME']}_fifty"
    with django_db_blocker.unblock(), connection._nodb_cursor() as cursor:
        cursor.execute(f'DROP DATABASE IF EXISTS "{name}"')
        cursor.execute(f'CREATE DATABASE "{name}"')
    who = ":".join(quote(part, safe="") for part in (own["USER"], own["PASSWORD"]) if part)
    yield f"postgresql://{who}@{own['HOST'] or '127.0.0.1'}:{own['PORT'] or 5432}/{name}"
    with django_db_blocker.unblock(), connection._nodb_cursor() as cursor:
        cursor.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


def day(address):
    """(attempts, {story: texts in its history}, {story: version}) after everybody has gone home."""
    run(address, "begin").communicate()
    processes = PROCESSES[connection.vendor]
    share = EDITORS // processes
    desks = [run(address, "edit", str(n * share), str((n + 1) * share), str(SAVES)) for n in range(processes)]
    attempts = [attempt for desk in desks for attempt in json.loads(desk.communicate()[0])]
    return attempts, *json.loads(run(address, "tell").communicate()[0])


def run(address, *line):
    command = [sys.executable, "-m", "tests.workflow.fifty_editors", *line]
    return subprocess.Popen(
        command, env=os.environ | {"DATABASE_URL": address}, stdout=subprocess.PIPE, text=True, cwd=settings.BASE_DIR
    )


@pytest.mark.django_db
def test_fifty_editors_are_told_the_truth_and_nothing_is_lost(address):
    """One test for one working day: it takes half a minute, and each assertion names what failed."""
    attempts, texts, versions = day(address)
    outcomes = Counter(outcome for _, _, outcome in attempts)
    accepted = Counter((str(story), text) for text, story, outcome in attempts if outcome == "accepted")
    kept = Counter((story, text) for story, texts_of_it in texts.items() for text in texts_of_it if text)

    assert outcomes.keys() == {"accepted", "refused"}, "an error such as “database is locked”, or nobody met anybody"
    assert outcomes.total() == EDITORS * SAVES
    assert kept == accepted, "the history is not what was accepted"
    assert versions == {story: len(texts_of_it) for story, texts_of_it in texts.items()}
