"""The formats there are. Each is a module beside this one that declares `FORMAT`; adding the file adds the format.

A format reads one seekable binary file and yields, in the order of the file, a Record for each story, a LeftOut for
what was never a story, and an Unreadable for an item that is broken. It opens nothing itself: what lies beside the
file it asks for by name (`asked.beside`), and pictures it only names.
"""

import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import tzinfo
from enum import IntEnum
from functools import cache
from importlib import import_module
from typing import BinaryIO

from .record import LeftOut, Record, Unreadable

HEAD = 1 << 14  # bytes of an input that a format is recognised by
MEGABYTE = 1024 * 1024


class Sure(IntEnum):
    """How sure a format is that an input is its own. The surest reads it; between equals the first by name."""

    NO = 0
    READS_ANYTHING = 1  # plain text
    BY_NAME = 2  # nothing speaks against it, and the file's name says so
    LIKELY = 3  # a family (any RSS, any JSON object with a headline)
    CERTAIN = 4  # a mark that only this format has (the namespace of WXR within RSS)


def nothing_beside(href):
    return None


@dataclass(frozen=True, slots=True)
class Asked:
    """What the operator said of the input. `name` is its file name; `beside(href)` gives the bytes of another file of
    the same delivery, or None. `timezone` is for times that name none (None: nobody said; read them as UTC and flag).
    """

    name: str = ""
    encoding: str | None = None
    language: str | None = None
    timezone: tzinfo | None = None
    beside: Callable[[str], bytes | None] = nothing_beside


@dataclass(frozen=True, slots=True)
class Format:
    """`many`: one input may hold many items, each with an id and the bytes (`raw`) of its own, and is streamed.
    `largest` is in bytes. `cancels`: its texts may take stories back. `claims` says which files are read through
    another: {"posts.csv": "posts/*.html"}.
    """

    name: str
    label: str
    recognises: Callable[[bytes, str], Sure]
    read: Callable[[BinaryIO, Asked], Iterator[Record | LeftOut | Unreadable]]
    many: bool = False
    cancels: bool = False
    largest: int = 2 * MEGABYTE
    claims: dict[str, str] = field(default_factory=dict)


@cache
def known():
    """{name: Format}, found by looking at the modules beside this one."""
    package = import_module(__package__)
    modules = [import_module(f"{__package__}.{found.name}") for found in pkgutil.iter_modules(package.__path__)]
    formats = [module.FORMAT for module in modules if hasattr(module, "FORMAT")]
    return {found.name: found for found in sorted(formats, key=lambda found: found.name)}


def of(head, name):
    """The Format of an input that begins with `head`, whatever it is called; None if nobody can read it."""
    ranked = [(found.recognises(head, name), found) for found in known().values()]
    sure, best = max(ranked, key=lambda pair: pair[0])
    return best if sure else None
