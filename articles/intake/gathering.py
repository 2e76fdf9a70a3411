"""Finds the inputs: files, folders, standard input. Links that leave the folder or go round are not followed."""

import os
import stat
import sys
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

from articles.importers import formats
from articles.importers.formats import HEAD
from articles.text.slugs import slug_of

from .beside import Folder
from .options import Refused

NAMED_STDIN = "-"
_CHUNK = 1 << 20


class Unfit(Exception):
    """This input is not taken; `skipped` if it was never a story, else it failed."""

    def __init__(self, message, *, skipped=False):
        super().__init__(message)
        self.skipped = skipped


@dataclass(frozen=True)
class Input:
    """One file. `external_id` is its path below the folder named on the command line, with forward slashes.

    `file` is the path as the system has it; in `path` and `external_id` bytes that are no UTF-8 are spelled out.
    `shelf` is where it lies, and where what belongs to it is looked for.
    """

    path: str
    external_id: str
    source: str
    file: str = ""
    shelf: Folder | None = None
    alone: bool = False  # it was named itself, not its folder

    @property
    def name(self):
        return os.path.basename(self.external_id)

    @contextmanager
    def opened(self, largest):
        """The input as a seekable binary file; raises Unfit with what is wrong and what to do.

        `largest(head)` says how many bytes are taken of an input that begins so.
        """
        if self.path == NAMED_STDIN:
            with tempfile.SpooledTemporaryFile(max_size=8 * _CHUNK) as file:
                spool(sys.stdin.buffer, file, largest)
                yield file
            return
        try:
            file = _open_file(self.file, self.path)
        except OSError as error:
            raise Unfit(f"{self.path} cannot be read ({error.strerror}); check its permissions.") from error
        with file:
            yield file

    def beside(self, href):
        """The bytes of a file that this one names, from the same delivery, or None."""
        return self.shelf.find(self.file, href) if self.shelf else None


def gather(paths, source="", ready=None):
    """Yield an Input for every file under `paths`, sorted within a folder; with `ready`, for those it says yes to."""
    for path in paths:
        if path == NAMED_STDIN:
            yield Input(NAMED_STDIN, "", source or "standard-input")
            continue
        path = Path(os.path.abspath(path))
        root = path if path.is_dir() else path.parent
        named, shelf = source or slug_of(root.name, fallback="files"), Folder(str(root))
        for file in _unclaimed(_files_below(path), root) if path.is_dir() else [path]:
            if ready and not ready(str(file)):
                continue
            below = file.relative_to(root).as_posix()
            yield Input(_spelled(file), _spelled(below), named, str(file), shelf, alone=not path.is_dir())


def claimed(names, head_of):
    """Those of `names` that are read through another: a table of posts speaks for the pages beside it."""
    patterns = [pattern for name in names for pattern in claims_of(name, head_of)]
    return {name for name in names if any(fnmatchcase(name, pattern) for pattern in patterns)}


def claims_of(name, head_of):
    """The pattern of the names that the file `name` speaks for, if its format and its content say so."""
    folder, _, own = name.rpartition("/")
    if any(own in form.claims for form in formats.known().values()):
        form = formats.of(head_of(name), own)
        if form and own in form.claims:
            yield f"{folder}/{form.claims[own]}" if folder else form.claims[own]


def _unclaimed(files, root):
    """`files` without those that an earlier one speaks for: a folder's files come before those of its folders."""
    patterns = []
    for file in files:
        name = file.relative_to(root).as_posix()
        if not any(fnmatchcase(name, pattern) for pattern in patterns):
            patterns += claims_of(name, lambda _, file=file: _head_of(file))
            yield file


def _head_of(path):
    try:
        with _open_file(path, str(path)) as file:
            return file.read(HEAD)
    except (OSError, Unfit):
        return b""


def refuse_missing(paths):
    """Raise Refused for the first path that is not there, before anything is done."""
    missing = [path for path in paths if path != NAMED_STDIN and not os.path.lexists(path)]
    if missing:
        raise Refused(f"{missing[0]} is not there. Check the path; nothing was imported.")


def is_there(path):
    """Whether the file a story came from still stands where it stood, alone or in an archive.

    Of what came through a pipe nobody can say that it is gone.
    """
    return path.startswith(f"{NAMED_STDIN}/") or os.path.exists(path) or in_archive(path)


def in_archive(path):
    """Whether `path` goes through a file, which is then an archive."""
    return any(parent.is_file() for parent in list(Path(path).parents)[:-1])


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


def _open_file(path, name):
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
    return open(path, "rb")


def spool(stream, file, largest):
    """Keep what comes through a pipe where it can be read twice: up to one byte more than is taken."""
    head = stream.read(HEAD)
    file.write(head)
    left = largest(head) + 1 - len(head)
    while left > 0 and (piece := stream.read(min(_CHUNK, left))):
        file.write(piece)
        left -= len(piece)
    file.seek(0)


def count(paths, limit=None):
    """How many inputs there are, for a progress bar; missing paths count as none."""
    found = sum(sum(1 for _ in _files_below(p)) if p.is_dir() else 1 for p in map(Path, paths))
    return min(found, limit or found)
