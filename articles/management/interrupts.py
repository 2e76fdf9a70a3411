"""Ctrl-C and SIGTERM: for what keeps nothing half done, and for what finishes what it has in hand."""

import signal
import sys
import traceback
from contextlib import contextmanager

_HEEDED = (signal.SIGINT, signal.SIGTERM)


@contextmanager
def told(stream, words):
    """End what is done inside at the first signal, wherever it is; write what `words()` says then, in one line, and
    exit with 130.
    """
    with _handled(_once):
        try:
            yield
        except KeyboardInterrupt as stopped:
            traceback.clear_frames(stopped.__traceback__)  # what they still read is closed before the database is
            stream.write(f"{words()}\n")
            sys.exit(130)


@contextmanager
def heard():
    """Give a function that says whether a signal came: what is in hand is finished. A second Ctrl-C stops at once."""
    pressed = []

    def note(signum, frame):
        pressed.append(signum)
        signal.signal(signal.SIGINT, signal.default_int_handler)

    with _handled(note):
        yield lambda: bool(pressed)


@contextmanager
def _handled(handler):
    before = {number: signal.signal(number, handler) for number in _HEEDED}
    try:
        yield
    finally:
        for number, former in before.items():
            signal.signal(number, former)


def _once(signum, frame):
    """What is tidied up after the first signal is short, and is not to be stopped by a second."""
    for number in _HEEDED:
        signal.signal(number, signal.SIG_IGN)
    raise KeyboardInterrupt
