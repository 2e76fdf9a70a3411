"""Whether what lies at a path is an export of ours. It need not be whole: one that is not is still no text."""

import json
import zipfile
import zlib
from pathlib import Path

from articles.exporting import tables, telling
from articles.exporting.telling import BROKEN_ZIP, FORMAT, LISTED, MANIFEST, MARK

HEAD = 4096  # bytes of a file by which it is known where it cannot be opened
_ENTRY = b"PK\x03\x04"
_LISTED = {"path", "sha256", "size"}


def is_export(path):
    """Whether an export of ours, whole, unfinished or damaged, lies at `path`."""
    path = Path(path)
    try:
        if path.is_dir():
            return _is_ours(lambda name: (path / name).open("rb"))
        return path.is_file() and _is_zip_of_ours(path)
    except (OSError, *BROKEN_ZIP):
        return False


def begins_export(head):
    """Whether a file that begins so is an export of ours as a zip file: the manifest is its first entry."""
    name, extra = (int.from_bytes(head[at : at + 2], "little") for at in (26, 28))
    if not head.startswith(_ENTRY) or head[30 : 30 + name] != MANIFEST.encode():
        return False
    try:
        told = zlib.decompressobj(-zlib.MAX_WBITS).decompress(head[30 + name + extra :], HEAD)
    except zlib.error:
        return False
    return f'"format": "{FORMAT}"'.encode() in told


def _is_zip_of_ours(path):
    if not zipfile.is_zipfile(path):
        with path.open("rb") as file:
            return begins_export(file.read(HEAD))
    with zipfile.ZipFile(path) as archive:
        return _is_ours(archive.open)


def _is_ours(open_file):
    """What any one of our own files says is enough: the others may be what is missing."""
    for name in (MANIFEST, MARK):
        if _read(open_file, name, telling.read):
            return True
    if _read(open_file, LISTED, _lists_files):
        return True
    return all(_read(open_file, tables.place(name), lambda _: True) for name in ("article", "edition"))


def _read(open_file, name, read):
    try:
        with open_file(name) as file:
            return read(file)
    except (OSError, KeyError, *BROKEN_ZIP):
        return None


def _lists_files(file):
    try:
        row = json.loads(file.readline(HEAD))
    except ValueError:
        return False
    return isinstance(row, dict) and row.keys() == _LISTED
