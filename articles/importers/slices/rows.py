"""Rows of a table by the lines they were written in."""

from io import StringIO


class Rows:
    """The lines of a table for `csv`, which takes as many for a row as its quotes ask for."""

    def __init__(self, text):
        self._lines, self._taken = StringIO(text, newline=""), []

    def __iter__(self):
        return self

    def __next__(self):
        self._taken.append(next(self._lines))
        return self._taken[-1]

    def taken(self):
        """The bytes of the lines that were taken since the last time, without empty ones before them."""
        taken, self._taken = "".join(self._taken), []
        return taken.lstrip("\r\n").encode()

    def are_at_end(self):
        at = self._lines.tell()
        blank = not self._lines.read().strip()
        self._lines.seek(at)
        return blank
