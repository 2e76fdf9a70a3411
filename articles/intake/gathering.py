"""Finds the inputs: files, folders, standard input. Links that leave the folder or go round are not followed."""

import os
import stat
import sys
from dataclasses import dataclass
from pathlib import Path

from articles.text.slugs import slug_of

from .options import Refused

LARGEST = 2 * 1024 * 1024
NAMED_STDIN = "-"


class Unfit(Exception):
    """This input is not taken; `skipped` if it was never a story, else it failed."""

    def __init__(self, message, *, skipped=False):
        super().__init__(message)
        self.skipped = skipped


@dataclass(frozen=True)
class Input:
    """One file. `external_id` is its path below the folder named on the command line, with forward slashes.

    `file` is the path as the system has it; in `path` and `external_id` bytes that are no UTF-8 are spelled out.
    """

    path: str
    external_id: str
    source: str
    file: str = ""

    def read(self):
        """The bytes; raises Unfit with what is wrong and what to do."""
        if self.path == NAMED_STDIN:
            return _within_limit(sys.stdin.buffer.read(LARGEST + 1), "standard input")
        try:
            return _read_file(self.file, self.path)
        except OSError as error:
            raise Unfit(f"{self.path} cannot be read ({error.strerror}); check its permissions.") from error


def gather(paths, source=""):
    """Yield an Input for every file under `paths`, sorted within a folder."""
    for path in paths:
        if path == NAMED_STDIN:
            yield Input(NAMED_STDIN, "", source or "standard-input")
            continue
        path = Path(os.path.abspath(path))
        root = path if path.is_dir() else path.parent
        named = source or slug_of(root.name, fallback="files")
        for file in _files_below(path) if path.is_dir() else [path]:
            below = file.relative_to(root).as_posix()
            yield Input(_spelled(file), _spelled(below), named, str(file))


def refuse_missing(paths):
    """Raise Refused for the first path that is not there, before anything is done."""
    missing = [path for path in paths if path != NAMED_STDIN and not os.path.lexists(path)]
    if missing:
        raise Refused(f"{missing[0]} is not there. Check the path; nothing was imported.")


def _spelled(path):
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def _files_below(folder):
    """Every file, folder by folder in sorted order; a linked folder is never entered, so no loop can be followed.

    A folder that cannot be entered is given itself, so that it fails by name.
    """
    closed = []
    for place, folders, files in os.walk(folder, onerror=closed.append, followlinks=False):
        folders[:] = sorted(name for name in folders if not os.path.islink(os.path.join(place, name)))
        for name in sorted(files):
            yield Path(place, name)
    yield from (Path(error.filename) for error in closed)


def _read_file(path, name):
    status = os.lstat(path)
    if stat.S_ISLNK(status.st_mode):
        target = os.path.realpath(path)
        if not os.path.isfile(target):
            raise Unfit(f"{name} is a link to nothing that can be read; it was left out.", skipped=True)
        if not target.startswith(os.path.realpath(os.path.dirname(path)) + os.sep):
            raise Unfit(f"{name} is a link out of its folder; import {os.path.basename(target)} itself.", skipped=True)
        status = os.stat(path)
    if stat.S_ISDIR(status.st_mode):
        raise Unfit(f"The folder {name} cannot be read; check its permissions.")
    if not stat.S_ISREG(status.st_mode):
        raise Unfit(f"{name} is not a file but a pipe or a device; it was left out.", skipped=True)
    if status.st_size > LARGEST:
        raise Unfit(_too_large(name, status.st_size))
    with open(path, "rb") as file:
        return _within_limit(file.read(LARGEST + 1), name)


def _within_limit(data, name):
    if len(data) > LARGEST:
        raise Unfit(_too_large(name, len(data)))
    return data


def _too_large(name, size):
    megabytes = f"{size / 1024 / 1024:.1f} MB"
    return f"{name} is {megabytes}; a story is at most {LARGEST // 1024 // 1024} MB. Split it into stories first."


def count(paths, limit=None):
    """How many inputs there are, for a progress bar; missing paths count as none."""
    found = sum(sum(1 for _ in _files_below(p)) if p.is_dir() else 1 for p in map(Path, paths))
    return min(found, limit or found)
