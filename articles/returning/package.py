"""An export as it lies there, a folder or a zip file: its manifest, and files proven by their digests."""

import hashlib
import json
import re
import zipfile
from contextlib import contextmanager
from pathlib import Path

from articles.exporting.sink import CHUNK
from articles.exporting.telling import FORMAT, LISTED, MANIFEST, VERSION

LARGEST_MANIFEST = 1024 * 1024
_PATH = re.compile(r"(?!\.)[^/\\\0:]+(?:/(?!\.{1,2}/)[^/\\\0:]+)*")


class Refused(Exception):
    """This export is not taken in: the message says why, and what to do."""


def is_export(path):
    """Whether an export of ours lies at `path`."""
    try:
        with opened(path) as package:
            return package.manifest.get("format") == FORMAT
    except (Refused, OSError):
        return False


@contextmanager
def opened(path):
    """The Package at `path`. Raises Refused if what lies there has no manifest that can be read."""
    path = Path(path)
    if path.is_dir():
        yield Package(path, lambda name: (path / name).open("rb"))
    elif zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as archive:
            yield Package(path, archive.open)
    else:
        raise Refused(f"{path} is neither a folder nor a zip file.")


class Package:
    def __init__(self, path, open_file):
        self.path, self._open = path, open_file
        self.manifest = self._read_manifest()

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
        """Raise Refused unless this release can read it. `schema`: our newest migration."""
        told = self.manifest
        if told.get("format") != FORMAT:
            raise Refused(f"{self.path} is no export of a newsroom.")
        if told.get("version") != VERSION or str(told.get("schema", "")) > schema:
            raise Refused(f"{self.path} was written by a newer release. Update this newsroom first.")
        if told.get("form") != "ninjs":
            form = f"--format {told.get('form')}"
            raise Refused(f"{self.path} was written with {form}, which does not hold all. Export without --format.")

    def _read_manifest(self):
        try:
            with self.open(MANIFEST) as file:
                told = json.loads(file.read(LARGEST_MANIFEST))
        except ValueError:
            told = None
        if not isinstance(told, dict):
            raise Refused(f"{self.path}: {MANIFEST} cannot be read.")
        return told

    def _prove(self, name, digest):
        found = hashlib.sha256()
        with self.open(name) as file:
            try:
                while chunk := file.read(CHUNK):
                    found.update(chunk)
            except zipfile.BadZipFile as error:
                raise Refused(f"{self.path}: {error}. Copy the export again.") from error
        if found.hexdigest() != digest:
            raise Refused(f"{self.path}: {name} is not what was written. Copy the export again.")
