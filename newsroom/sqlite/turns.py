"""One turn for each database file: whoever holds it is the only thread, of all processes here, that writes there.

SQLite has no queue: who waits looks again after up to 100 ms, and a writer that asks anew at once, as an import does,
is the quicker one time after time. So a turn is taken in two steps. Whoever is next holds the door, and nobody comes
before them, not even who has just let the turn go. A process that dies lets go of both.
"""

import fcntl
import os
import sqlite3
import stat
import time
from contextlib import suppress
from threading import Lock

DOOR, TURN = 0, 1  # bytes of the file beside the database; a lock on one of them belongs to a process
LOOK = 0.002  # seconds between two looks at whether another process is done


class Turn:
    """A turn that any thread may let go, since a connection can be closed by another thread than it wrote in."""

    def __init__(self, file):
        self._file, self._place = file, None
        self._lock = Lock()

    def take(self, *, patience):
        """Wait up to `patience` seconds; give back what is to be released. Raises what SQLite would raise."""
        lock, until = self._lock, time.monotonic() + patience
        if not lock.acquire(timeout=patience):
            raise _too_long("another thread or process", patience)
        held = Held(lock, self._opened())
        try:
            if not held.comes_before(until):
                raise _too_long("another process", patience)
        except BaseException:
            held.release()
            raise
        return held

    def forget(self):
        """Begin anew: in a process that was just forked, the thread that held the lock does not exist."""
        if self._place is not None:
            os.close(self._place)
        self._lock, self._place = Lock(), None

    def _opened(self):
        """The file that processes meet at; None where it cannot be made: SQLite alone sorts them out, as best it can.

        It stays open, since closing it would let the turn go, whichever thread of this process holds it.
        """
        if self._place is None:
            try:
                self._place = os.open(f"{self._file}-turn", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o660)
            except OSError:
                return None
            _open_to_whom_the_database_is(self._place, self._file)
        return self._place


class Held:
    """The lock of a thread, with what its process holds at `place`."""

    def __init__(self, lock, place):
        self._lock, self._place = lock, place

    def comes_before(self, until):
        """Wait at the door and then for the turn; whether it came in time. Where files cannot be locked, SQLite alone
        sorts the processes out.
        """
        if self._place is None:
            return True
        try:
            return self._came_in(until)
        except OSError:
            self._place = None
            return True

    def _came_in(self, until):
        try:
            return _wait(self._place, DOOR, until) and _wait(self._place, TURN, until)
        finally:
            _open(self._place, DOOR)

    def release(self):
        try:
            if self._place is not None:
                _open(self._place, TURN)
        finally:
            self._lock.release()


def _wait(place, byte, until):
    while True:
        try:
            fcntl.lockf(place, fcntl.LOCK_EX | fcntl.LOCK_NB, 1, byte)
        except (BlockingIOError, PermissionError):  # both are said of a lock that another process has
            if time.monotonic() >= until:
                return False
            time.sleep(LOOK)
        else:
            return True


def _open_to_whom_the_database_is(place, file):
    """Whoever may write to the database may take turns, whoever came first; only the owner, or root, can say so."""
    with suppress(OSError):
        its = os.stat(file)
        os.fchmod(place, stat.S_IMODE(its.st_mode))
        os.fchown(place, its.st_uid, its.st_gid)


def _open(place, byte):
    fcntl.lockf(place, fcntl.LOCK_UN, 1, byte)


def _too_long(who, patience):
    return sqlite3.OperationalError(f"database is locked: {who} has been writing for {patience:g} seconds")


_turns = {}


def turn_at(file):
    """The turn at a database file, named by its full path. All threads at a database in memory share one connection."""
    if not file:
        return None
    name = os.path.realpath(file)
    return _turns.setdefault(name, Turn(name))


def _forget_all():
    for turn in _turns.values():
        turn.forget()


os.register_at_fork(after_in_child=_forget_all)
