"""An export as it lies there, a folder or a zip file: its manifest, and files proven by their digests."""

import hashlib
import json
import re
import zipfile
from contextlib import contextmanager
from pathlib import Path

from articles.exporting import telling
from articles.exporting.sink import CHUNK
from articles.exporting.telling import BROKEN_ZIP, LISTED, MANIFEST, MARK, VERSION

_PATH = re.compile(r"(?!\.)[^/\\\0:]+(?:/(?!\.{1,2}/)[^/\\\0:]+)*")


class Refused(Exception):
    """This export is not taken in: the message says why, and what to do."""


@contextmanager
def opened(path, *, called=""):
    """The Package at `path`, whole or not; messages name it `called`. Raises Refused if it cannot be opened at all."""
    path, called = Path(path), called or str(path)
    if path.is_dir():
        yield Package(called, lambda name: (path / name).open("rb"), lambda: _names_below(path))
    elif zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as archive:
            yield Package(called, archive.open, archive.namelist)
    else:
        raise Refused(f"{called} is no whole zip file: it was cut short. Copy the export again.")


class Package:
    """`manifest` is None where the export is not whole."""

    def __init__(self, path, open_file, list_names):
        self.path, self._open, self._list_names = path, open_file, list_names
        self.manifest = self._told(MANIFEST)

    @property
    def paper(self):
        """The settings of the paper it is of, as far as it says."""
        paper = (self.manifest or self._told(MARK) or {}).get("paper")
        return paper if isinstance(paper, dict) else {}

    def open(self, name):
        """An open file of bytes. Raises Refused if it is not there."""
        try:
            return self._open(name)
        except (KeyError, FileNotFoundError):
            raise Refused(f"{self.path}: {name} is missing. Copy the export again, whole.") from None

    def lines(self, name):
        """(number, what the line says) of a file of JSON lines. Raises Refused, naming the line."""
        with self.open(name) as file:
            for number, line in enumerate(file, 1):
                try:
                    yield number, json.loads(line)
                except ValueError:
                    raise Refused(f"{self.path}: {name}:{number} is no line of JSON.") from None

    def files(self):
        """Yield (path, size) of every file, each read and proven by its digest. Raises Refused for one that differs."""
        self._prove(LISTED, self.manifest.get("listed"))
        for number, row in self.lines(LISTED):
            name = row.get("path") if isinstance(row, dict) else None
            if not isinstance(name, str) or not _PATH.fullmatch(name):
                raise Refused(f"{self.path}: {LISTED}:{number} names no file of an export.")
            self._prove(name, row.get("sha256"))
            yield name, row.get("size")

    def refuse_unknown(self, *, schema):
        """Raise Refused unless it is whole and this release can read it. `schema`: our newest migration."""
        if (told := self.manifest) is None:
            raise Refused(
                f"{self.path} is an unfinished or damaged export: it has no {MANIFEST} that can be read. Export or "
                "copy it once more, whole. To take in what it has of stories, as drafts, add --merge."
            )
        if told.get("version") != VERSION or str(told.get("schema", "")) > schema:
            raise Refused(f"{self.path} was written by a newer release. Update this newsroom first.")
        if told.get("form") != "ninjs":
            form = f"--format {told.get('form')}"
            raise Refused(f"{self.path} was written with {form}, which does not hold all. Export without --format.")

    def names(self):
        """The files that are there, with nothing to prove them by."""
        return [name for name in self._list_names() if _PATH.fullmatch(name) and "/." not in name]

    def _told(self, name):
        try:
            with self._open(name) as file:
                return telling.read(file)
        except (OSError, KeyError, *BROKEN_ZIP):
            return None

    def _prove(self, name, digest):
        found = hashlib.sha256()
        with self.open(name) as file:
            try:
                while chunk := file.read(CHUNK):
                    found.update(chunk)
            except BROKEN_ZIP as error:
                raise Refused(f"{self.path}: {name} cannot be read ({error}). Copy the export again.") from error
        if found.hexdigest() != digest:
            raise Refused(f"{self.path}: {name} is not what was written. Copy the export again.")


def _names_below(folder):
    """Links are left out: they may lead anywhere."""
    for path in folder.rglob("*"):
        if path.is_file() and not path.is_symlink():
            yield path.relative_to(folder).as_posix()
