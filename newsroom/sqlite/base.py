"""Django's SQLite backend, in which threads and processes take turns at writing before they ask SQLite.

Python's collector, running in one thread, may free a cursor of another thread's connection; SQLite has it wait until
that connection is at rest. If the other one sleeps in SQLite for the write lock that the first holds, both stand still
until the timeout says "database is locked". So nobody sleeps in SQLite for a lock that one of us holds: they wait here,
outside, before BEGIN IMMEDIATE and before a statement that writes without a transaction. The other reason is that an
editor's save comes next when it waits for an import (`turns`).

What remains: a program that is not ours and writes to the same file is waited for in SQLite, after the turn has come,
so that both together can take twice the timeout. Of the threads of one process it is not the one who waits longest
that comes next.

Django wants a backend's module to be called `base`.
"""

import re
import sqlite3
from contextlib import contextmanager
from itertools import islice

from django.db.backends.sqlite3 import base as stock

from .turns import turn_at

_READS = re.compile(r"\s*(?:SELECT|PRAGMA|EXPLAIN|VALUES|BEGIN DEFERRED)\b", re.IGNORECASE)


class Connection(sqlite3.Connection):
    """Holds the turn from before its first statement that may write until no transaction is open."""

    _held = None

    def __init__(self, database, timeout=5.0, **options):
        super().__init__(database, timeout, **options)
        self._patience = timeout
        self._turn = turn_at(self.execute("PRAGMA database_list").fetchone()[2])

    @contextmanager
    def turn_for(self, statement):
        if self._turn and not self._held and not _READS.match(statement):
            self._held = self._turn.take(patience=self._patience)
        try:
            yield
        finally:
            self._pass_on()

    def commit(self):
        try:
            super().commit()
        finally:
            self._pass_on()

    def rollback(self):
        try:
            super().rollback()
        finally:
            self._pass_on()

    def close(self):
        """Close, which rolls back, before the next one writes."""
        try:
            super().close()
        finally:
            self._let_go()

    def __del__(self):
        """A thread that ends in the middle takes its connection with it."""
        if self._held:
            self.close()

    def _pass_on(self):
        if self._held and not self.in_transaction:
            self._let_go()

    def _let_go(self):
        if held := self.__dict__.pop("_held", None):  # in one step: whoever closes may be another thread
            held.release()


class Cursor(stock.SQLiteCursorWrapper):
    """Reads what a statement outside a transaction returns at once: SQLite commits it after its last row."""

    _rows = None

    def execute(self, query, params=None):
        self._rows = None
        with self.connection.turn_for(query):
            super().execute(query, params)
            if self.description and not (self.connection.in_transaction or _READS.match(query)):
                self._rows = iter(super().fetchall())
        return self

    def executemany(self, query, param_list):
        self._rows = None
        with self.connection.turn_for(query):
            return super().executemany(query, param_list)

    def __next__(self):
        return super().__next__() if self._rows is None else next(self._rows)

    def fetchone(self):
        return super().fetchone() if self._rows is None else next(self._rows, None)

    def fetchmany(self, size=None):
        size = size or self.arraysize
        return super().fetchmany(size) if self._rows is None else list(islice(self._rows, size))

    def fetchall(self):
        return super().fetchall() if self._rows is None else list(self._rows)


class DatabaseWrapper(stock.DatabaseWrapper):
    def get_connection_params(self):
        return {**super().get_connection_params(), "factory": Connection}

    def create_cursor(self, name=None):
        return self.connection.cursor(factory=Cursor)
