"""One lock for each database file: whoever holds it is the only thread of this process that writes there."""

import os
import sqlite3
from threading import Lock


class Turn:
    """A lock that any thread may let go, since a connection can be closed by another thread than it wrote in."""

    def __init__(self):
        self.lock = Lock()

    def take(self, *, patience):
        """Wait up to `patience` seconds; give back the lock that was taken. Raises what SQLite would raise."""
        lock = self.lock
        if not lock.acquire(timeout=patience):
            raise sqlite3.OperationalError(
                f"database is locked: another thread of this process has been writing for {patience:g} seconds"
            )
        return lock

    def forget(self):
        """Begin anew: in a process that was just forked, the thread that held the lock does not exist."""
        self.lock = Lock()


_turns = {}


def turn_at(file):
    """The turn at a database file, named by its full path. All threads at a database in memory share one connection."""
    return _turns.setdefault(os.path.realpath(file), Turn()) if file else None


def _forget_all():
    for turn in _turns.values():
        turn.forget()


os.register_at_fork(after_in_child=_forget_all)
