"""Ctrl-C and SIGTERM for what keeps nothing half done: one line that says how things stand, and exit code 130."""

import signal
import sys
import traceback
from contextlib import contextmanager

_HEEDED = (signal.SIGINT, signal.SIGTERM)


@contextmanager
def told(stream, words):
    """End what is done inside at the first signal, wherever it is, and write what `words()` says then."""
    before = {number: signal.signal(number, _once) for number in _HEEDED}
    try:
        yield
    except KeyboardInterrupt as stopped:
        traceback.clear_frames(stopped.__traceback__)  # what they still read is closed before the database is
        stream.write(f"{words()}\n")
        sys.exit(130)
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _once(signum, frame):
    """What is tidied up after the first signal is short, and is not to be stopped by a second."""
    for number in _HEEDED:
        signal.signal(number, signal.SIG_IGN)
    raise KeyboardInterrupt
