"""Where an export is written: a folder, whole files only, each known by its digest.

A file that is there with the same bytes is not written again, so an export that was stopped is taken up by running it
again. The list of files and the manifest come last: a folder without a manifest is no export yet, and a mark in it says
of what it will be one.
"""

import hashlib
import json
import os
import tempfile
from pathlib import Path

from articles.longlists import Kept

from .alone import LOCK
from .telling import FORMAT, LISTED, MANIFEST, MARK, VERSION

CHUNK = 1024 * 1024
_OURS = (MANIFEST, LISTED, MARK, LOCK)  # what is in the folder and is not listed


class Folder:
    """A folder of ours: empty or new, or one that an earlier run of the same command began. `asked`: what its mark, and
    in the end its manifest, tells of the command.
    """

    def __init__(self, path, asked=None):
        self.path, self._files, self.written = Path(path), Kept(), 0
        self._told = {"format": FORMAT, "version": VERSION, **(asked or {})}
        _replace(self.path / MARK, [_told(self._told)])  # first, so that at no moment nobody can say what this is
        (self.path / MANIFEST).unlink(missing_ok=True)

    def write(self, name, data):
        """Put `data` (bytes) at `name`, a relative path with forward slashes."""
        digest = hashlib.sha256(data).hexdigest()
        self._files[name] = (digest, len(data))
        target = self.path / name
        if not _holds(target, digest, len(data)):
            _replace(target, [data])
            self.written += 1

    def write_lines(self, name, lines):
        """Stream text lines into `name`; return how many there were."""
        target, counted = self.path / name, _Counted(lines)
        digest, size, new = _replace(target, counted)
        self._files[name] = (digest, size)
        self.written += new
        return counted.count

    def copy(self, name, opened, *, size):
        """Copy an open file in chunks; one that is there in this size was copied whole before."""
        target = self.path / name
        if not (target.is_file() and target.stat().st_size == size):
            _replace(target, iter(lambda: opened.read(CHUNK), b""))
            self.written += 1
        self._files[name] = (_digest_of(target), target.stat().st_size)

    def has(self, name):
        return name in _OURS or name in self._files

    @property
    def count(self):
        return len(self._files)

    def finish(self, told):
        """Take away what an earlier run left, then write the list of files and the manifest, which tells `told`."""
        self._sweep()
        rows = ({"path": name, "sha256": digest, "size": size} for name, (digest, size) in self._files.items())
        digest, _, _ = _replace(self.path / LISTED, (_line(row) for row in rows))
        manifest = {**self._told, **told, "files": self.count, "listed": digest}
        _replace(self.path / MANIFEST, [_told(manifest)])
        (self.path / MARK).unlink()

    def _sweep(self):
        for folder, _, files in os.walk(self.path, topdown=False):
            for file in files:
                path = Path(folder, file)
                if (name := path.relative_to(self.path).as_posix()) not in _OURS and name not in self._files:
                    path.unlink()
            if Path(folder) != self.path and not os.listdir(folder):
                os.rmdir(folder)


class _Counted:
    """Lines as bytes, counted on their way."""

    def __init__(self, lines):
        self._lines, self.count = lines, 0

    def __iter__(self):
        for line in self._lines:
            self.count += 1
            yield line.encode()


def _line(row):
    return (json.dumps(row, ensure_ascii=False) + "\n").encode()


def _told(data):
    return json.dumps(data, indent=1, ensure_ascii=False).encode() + b"\n"


def _holds(path, digest, size):
    return path.is_file() and path.stat().st_size == size and _digest_of(path) == digest


def _digest_of(path):
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _replace(path, chunks):
    """Write a file beside its place and move it there, unless the same bytes stand there: (digest, size, is new)."""
    path.parent.mkdir(parents=True, exist_ok=True)
    digest, size = hashlib.sha256(), 0
    handle, partial = tempfile.mkstemp(dir=path.parent, prefix=".partial-")
    try:
        with os.fdopen(handle, "wb") as file:
            for chunk in chunks:
                digest.update(chunk)
                size += file.write(chunk)
        new = not _holds(path, digest.hexdigest(), size)
        if new:
            os.chmod(partial, 0o644)
            os.replace(partial, path)
    finally:
        Path(partial).unlink(missing_ok=True)
    return digest.hexdigest(), size, new
