"""Lists of any length in as much memory as a short one takes: they lie in a file that nobody else sees, and that goes
with the process.
"""

import json
import sqlite3


class Kept:
    """{text: what JSON holds}, read in the order of the keys."""

    def __init__(self):
        self._rows = _opened("CREATE TABLE kept (key TEXT PRIMARY KEY, told TEXT) WITHOUT ROWID")

    def __setitem__(self, key, told):
        self._rows.execute("INSERT OR REPLACE INTO kept VALUES (?, ?)", (_plain(key), json.dumps(told)))

    def __contains__(self, key):
        return self._found(key) is not None

    def __len__(self):
        return self._rows.execute("SELECT count(*) FROM kept").fetchone()[0]

    def get(self, key, default=None):
        found = self._found(key)
        return json.loads(found[0]) if found else default

    def items(self, prefix=""):
        """(key, what it is told) of the keys that begin so."""
        span = (_plain(prefix), f"{_plain(prefix)}\U0010ffff")
        rows = self._rows.execute("SELECT key, told FROM kept WHERE key >= ? AND key < ? ORDER BY key", span)
        return ((key, json.loads(told)) for key, told in rows)

    def _found(self, key):
        return self._rows.execute("SELECT told FROM kept WHERE key = ?", (_plain(key),)).fetchone()


class Queue:
    """Texts in the order in which they were first named, each once; more may be named while they are read."""

    def __init__(self, texts):
        self._rows = _opened("CREATE TABLE queue (number INTEGER PRIMARY KEY, told TEXT NOT NULL UNIQUE)")
        self.name(texts)

    def name(self, texts):
        self._rows.executemany("INSERT OR IGNORE INTO queue (told) VALUES (?)", ((text,) for text in texts))

    def __iter__(self):
        following, read = "SELECT number, told FROM queue WHERE number > ? ORDER BY number LIMIT 1", 0
        while found := self._rows.execute(following, (read,)).fetchone():
            read, told = found
            yield told


def _opened(table):
    rows = sqlite3.connect("", isolation_level=None)  # without a name: a file of its own, which goes when it is closed
    rows.execute("PRAGMA journal_mode = OFF")
    rows.execute(table)
    rows.execute("BEGIN")  # it never ends: nothing of it is to be kept
    return rows


def _plain(key):
    """A text without what no database takes."""
    return key.encode("utf-8", "backslashreplace").decode()
