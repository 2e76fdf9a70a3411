"""Follows a drop folder, such as a wire's FTP target: looks again and again, and takes what has stopped growing.

What was taken is remembered only here. A restart looks at every file once more, and the import finds it unchanged.
"""

import os
import time
from dataclasses import dataclass, field

from django.db import close_old_connections, connection

from .run import Report, run

_UNFINISHED = (".part", ".filepart", ".tmp", ".temp", ".crdownload", ".swp")  # what programs call a file under way
_NAP = 0.25  # seconds between two looks at whether to stop


@dataclass
class Watch:
    """Which files may be taken: those that look as they looked the last time, and were not taken like that before."""

    _seen: dict = field(default_factory=dict)
    _now: dict = field(default_factory=dict)
    _taken: dict = field(default_factory=dict)

    def look_again(self):
        """Begin another look; what is gone by then is forgotten."""
        self._seen, self._now = self._now, {}
        self._taken = {path: state for path, state in self._taken.items() if path in self._seen}

    def is_ready(self, path):
        state = _state(path)
        if state is None:
            return False
        self._now[path] = state
        if self._seen.get(path) != state or self._taken.get(path) == state:
            return False
        self._taken[path] = state
        return True


def follow(paths, options, *, every, heard=None, stop, rest=None):
    """Import what comes into `paths` until `stop()`; returns one Report of it all. Looks every `every` seconds."""
    watch, whole, rest = Watch(), Report(), rest or _rest
    while not stop():
        watch.look_again()
        report = run(paths, options, heard=heard, stop=stop, ready=watch.is_ready)
        whole.add(report)
        if not connection.in_atomic_block:  # somebody else's transaction is theirs to end
            close_old_connections()
        rest(every, stop)
    return whole


def _rest(seconds, stop):
    until = time.monotonic() + seconds
    while not stop() and (left := until - time.monotonic()) > 0:
        time.sleep(min(_NAP, left))


def _state(path):
    """Size and time of a finished file; None for one that is under way or gone."""
    name = os.path.basename(path)
    if name.startswith(".") or name.lower().endswith(_UNFINISHED):
        return None
    try:
        status = os.stat(path)
    except OSError:
        return None
    return status.st_size, status.st_mtime_ns
