"""On SQLite threads and processes take turns at writing, whatever way a turn ends."""

import fcntl
import gc
import os
import select
import signal
import sqlite3
import time
from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest
from django.db import OperationalError, connections
from django.db.transaction import atomic, set_rollback

from newsroom import services
from newsroom.sqlite.turns import DOOR, turn_at

WRITE, READ = "INSERT INTO line VALUES ('ours')", "SELECT words FROM line"


@pytest.fixture(autouse=True)
def desk(tmp_path, django_db_blocker, monkeypatch):
    """A file that every thread opens as `desk` and waits half a second for."""
    settings = services.database(f"sqlite:///{tmp_path}/desk.sqlite3")
    asked = {"default": {}, "desk": {**settings, "OPTIONS": {**settings["OPTIONS"], "timeout": 0.5}}}
    monkeypatch.setitem(connections.settings, "desk", connections.configure_settings(asked)["desk"])
    with django_db_blocker.unblock():
        execute("CREATE TABLE line (words text)")
        yield
        connections["desk"].close()
        del connections["desk"]


def execute(statement):
    with connections["desk"].cursor() as cursor:
        cursor.execute(statement)
        return cursor.fetchall()


def in_a_transaction(statement=WRITE):
    with atomic("desk"):
        return execute(statement)


def elsewhere(act, *given):
    """What comes of it in another thread, which then goes home."""

    def at_work():
        try:
            return act(*given)
        finally:
            connections["desk"].close()

    with ThreadPoolExecutor(1) as thread:
        return thread.submit(at_work).result()


def test_it_is_sqlite_to_everybody_who_asks():
    assert connections["desk"].vendor == "sqlite"
    assert execute("PRAGMA journal_mode") == [("wal",)]


def test_whoever_waits_for_the_turn_has_cursors_that_others_can_free():
    """Standing still, as the collector makes threads do that free each other's cursors, would end in an error."""
    cursors, ready = [], Event()

    def half_read():
        cursor = connections["desk"].cursor()
        cursor.execute("SELECT 1 UNION SELECT 2")
        cursor.fetchone()
        return cursor

    def meanwhile():
        cursors.append(half_read())
        ready.set()
        return in_a_transaction()

    with ThreadPoolExecutor(1) as thread:
        with atomic("desk"):
            execute(WRITE)
            other = thread.submit(elsewhere, meanwhile)
            ready.wait()
            time.sleep(0.1)  # until it waits
            cursors.clear()

        assert other.result() == []
    assert len(execute(READ)) == 2


@pytest.mark.parametrize("write", [execute, in_a_transaction])
def test_whoever_waits_too_long_is_told_that_the_database_is_locked(write):
    with atomic("desk"), pytest.raises(OperationalError, match="database is locked: another thread"):
        elsewhere(write, WRITE)

    assert elsewhere(write, WRITE) == []


def test_readers_wait_for_nobody():
    with atomic("desk"):
        execute(WRITE)

        assert elsewhere(execute, READ) == []


def test_a_transaction_within_another_keeps_the_turn():
    with atomic("desk"):
        in_a_transaction()
        with pytest.raises(OperationalError), atomic("desk"):
            execute("INSERT INTO nowhere VALUES (1)")

        with pytest.raises(OperationalError, match="another thread"):
            elsewhere(execute, WRITE)

    assert elsewhere(execute, READ) == [("ours",)]


def refused():
    with atomic("desk"):
        execute(WRITE)
        set_rollback(True, using="desk")


def interrupted():
    with pytest.raises(ZeroDivisionError), atomic("desk"):
        execute(WRITE)
        raise ZeroDivisionError


def failed():
    with pytest.raises(OperationalError):
        execute("INSERT INTO nowhere VALUES (1)")


def closed():
    with atomic("desk"):
        execute(WRITE)
        connections["desk"].close()


def by_hand():
    connections["desk"].set_autocommit(False)
    execute(WRITE)
    connections["desk"].rollback()
    connections["desk"].set_autocommit(True)


@pytest.mark.parametrize("end", [refused, interrupted, failed, closed, by_hand])
def test_however_it_ends_the_next_one_has_the_turn(end):
    end()

    elsewhere(in_a_transaction)
    assert execute(READ) == [("ours",)], "what did not end well has left nothing"


def test_a_thread_that_dies_in_the_middle_leaves_neither_turn_nor_text():
    with ThreadPoolExecutor(1) as thread:
        thread.submit(execute, "BEGIN IMMEDIATE").result()
        thread.submit(execute, WRITE).result()
    gc.collect()

    assert execute(WRITE) == []
    assert execute(READ) == [("ours",)]


def test_what_a_statement_returns_can_be_read_after_its_turn():
    with connections["desk"].cursor() as cursor:
        cursor.execute("INSERT INTO line VALUES ('a'), ('b'), ('c'), ('d'), ('e') RETURNING words")
        elsewhere(in_a_transaction)

        assert [cursor.fetchone(), cursor.fetchmany(2), next(iter(cursor))] == [("a",), [("b",), ("c",)], ("d",)]
        assert [cursor.fetchall(), cursor.fetchone()] == [[("e",)], None]


def test_a_file_has_one_turn_by_all_its_names_and_memory_has_none(tmp_path):
    (tmp_path / "also").symlink_to(tmp_path / "desk.sqlite3")

    assert turn_at(tmp_path / "also") is turn_at(tmp_path / "desk.sqlite3")
    assert turn_at("") is None


def another_process(act):
    """Fork one that does it; what it ended with, when it is asked."""
    child = os.fork()
    if not child:
        done = 1
        try:
            act()
            done = 0
        finally:
            os._exit(done)
    return lambda: os.waitpid(child, 0)[1]


@pytest.fixture
def turn(tmp_path):
    return turn_at(tmp_path / "paper")


def until_somebody_is_at_the_door(turn):
    """Another process holds the door for as long as it waits for the turn."""
    while True:
        try:
            fcntl.lockf(turn._place, fcntl.LOCK_EX | fcntl.LOCK_NB, 1, DOOR)
        except OSError:
            return
        fcntl.lockf(turn._place, fcntl.LOCK_UN, 1, DOOR)
        time.sleep(0.002)


def test_a_process_that_is_forked_waits_for_its_parent_and_for_none_of_its_threads(turn):
    held, (there, come) = turn.take(patience=0), os.pipe()

    def at_work():
        turn.take(patience=5)
        os.write(come, b".")

    ended = another_process(at_work)
    until_somebody_is_at_the_door(turn)
    assert not select.select([there], [], [], 0)[0], "it did not wait"
    held.release()

    assert ended() == 0
    assert os.read(there, 1) == b"."


def test_whoever_waits_for_another_process_comes_before_who_had_the_turn(turn):
    held, (done, finish) = turn.take(patience=0), os.pipe()

    def at_work():
        turn.take(patience=5)
        os.read(done, 1)

    ended = another_process(at_work)
    until_somebody_is_at_the_door(turn)
    held.release()
    with pytest.raises(sqlite3.OperationalError, match="database is locked: another process"):
        turn.take(patience=0)

    os.write(finish, b".")
    assert ended() == 0
    turn.take(patience=0).release()


def test_a_process_that_is_killed_lets_the_turn_go(turn):
    def killed():
        turn.take(patience=0)
        os.kill(os.getpid(), signal.SIGKILL)

    assert another_process(killed)() == signal.SIGKILL

    turn.take(patience=0).release()


def test_where_no_file_can_be_made_the_threads_take_turns_all_the_same(tmp_path):
    nowhere = turn_at(tmp_path / "missing" / "paper")

    held = nowhere.take(patience=0)
    with pytest.raises(sqlite3.OperationalError, match="another thread"):
        nowhere.take(patience=0)

    held.release()


def test_whoever_may_write_to_the_database_may_take_turns_there(tmp_path):
    (tmp_path / "paper").touch()
    (tmp_path / "paper").chmod(0o666)

    turn_at(tmp_path / "paper").take(patience=0).release()

    assert (tmp_path / "paper-turn").stat().st_mode & 0o777 == 0o666


def test_where_files_cannot_be_locked_the_threads_take_turns_all_the_same(turn, monkeypatch):
    def cannot(*args):
        raise OSError("No locks available")

    monkeypatch.setattr("fcntl.lockf", cannot)

    turn.take(patience=0).release()
    turn.take(patience=0).release()
