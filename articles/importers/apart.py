"""One input of one story, read in full: by the process that writes it, or by one that does nothing else.

Knows neither models nor settings, as no format does: a process that begins here brings no Django along.
"""

import multiprocessing
import os
import signal
import threading
from io import BytesIO
from typing import NamedTuple

from articles.text import prose
from articles.text.fingerprint import fingerprint

from . import formats
from .corrected import read_correction
from .formats import Asked
from .record import Record, Unreadable
from .tidying import tidy


class Told(NamedTuple):
    """A record that is ready to be judged, with its words and what it is recognised by."""

    record: Record
    text: str
    fingerprint: str


class Elsewhere(Exception):
    """The format asked for another file of the delivery, which only the process that opened it can give."""


def read(form, data, asked):
    """What the format found first in these bytes: a Told, a LeftOut, an Unreadable, or None if there is no story."""
    try:
        found = next(form.read(BytesIO(data), asked), None)
    except Unreadable as error:
        return error
    return told(found) if isinstance(found, Record) else found


def told(record):
    tidy(record)
    text = prose.plain_text(record.body_html)
    read_correction(record, text)
    return Told(record, text, fingerprint(record.headline, text))


def read_alone(name, data, *said):
    """`read` in a process of its own: the format by name, Asked but for what lies beside. Raises Elsewhere."""
    return read(formats.known()[name], data, Asked(*said, beside=_elsewhere))


def begin():
    """At the start of such a process: Ctrl-C is for the one that began it, and without that one it ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent():
    multiprocessing.parent_process().join()
    os._exit(1)


def _elsewhere(href):
    raise Elsewhere(href)
