"""An export of ours that comes through standard input: it is read more than once, so it is kept in a file first."""

import io
import sys
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from django.core.management.base import CommandError

from articles import returning
from articles.management import interrupts

NAMED = "standard input"
_CHUNK = 1024 * 1024
_ZIP = b"PK"


@contextmanager
def export(err, *, largest):
    """Give the path of the export that comes, or None: then standard input is there to be read as if nobody had looked.

    Of another archive, which may hold one of ours in any order, no more is kept than `largest` bytes and one.
    """
    with interrupts.told(err, _stopped):
        head = _looked_at(sys.stdin.buffer)
    if not head.startswith(_ZIP):
        yield None
        return
    with TemporaryDirectory(prefix="newsroom-piped-") as folder:
        path = Path(folder) / "standard-input"
        with interrupts.told(err, _stopped):
            _keep(path, None if returning.begins_export(head) else largest + 1)
        if returning.is_export(path):
            yield path
        else:
            with _standing_in(path):
                yield None


def _stopped():
    return "Stopped. Nothing was taken in; run the same command again."


def _looked_at(stream):
    """The first bytes, which are still there to be read; a buffer in memory can only go back."""
    if hasattr(stream, "peek"):
        return stream.peek(1)
    head = stream.read(_CHUNK)
    stream.seek(-len(head), io.SEEK_CUR)
    return head


def _keep(path, left):
    try:
        with path.open("wb") as file:
            while piece := sys.stdin.buffer.read(_CHUNK if left is None else min(_CHUNK, left)):
                file.write(piece)
                left = left and left - len(piece)
    except OSError as error:
        message = (
            f"What comes through standard input cannot be kept ({error.strerror}): put it in a file and name that."
        )
        raise CommandError(message, returncode=2) from error


@contextmanager
def _standing_in(path):
    before = sys.stdin
    with path.open("rb") as file:
        sys.stdin = io.TextIOWrapper(file)
        try:
            yield
        finally:
            sys.stdin = before
