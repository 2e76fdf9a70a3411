"""A zip or a tar that is open: what is in it, in order, and one file of it at a time, within a budget."""

import os
import posixpath
import struct
import tarfile
import unicodedata
import weakref
import zipfile
from os import SEEK_END

from articles.importers.formats import HEAD
from articles.intake.beside import LARGEST, names_of
from articles.intake.unpacking import BROKEN as _BROKEN
from articles.intake.unpacking import Counted, TooMuch

from .names import plain, refusal

BROKEN = (*_BROKEN, zipfile.BadZipFile, tarfile.TarError, NotImplementedError, RuntimeError, KeyError, struct.error)
_ENTRY = 512  # bytes that an entry takes in the directory of a zip, at most on average
_LINK = 0o120000


class _Archive:
    """`refused` maps each file's name, in order, to why it is not read; mostly to nothing.

    It stays open for as long as a story may still ask for its pictures.
    """

    def _hold(self, file, budget):
        self._budget = budget
        weakref.finalize(self, file.close)

    def find(self, inner, href):
        here = posixpath.dirname(inner)
        for name in names_of(href, here):
            if self.refused.get(name) == "":
                try:
                    return self.stream(name).read(LARGEST)
                except (*BROKEN, TooMuch):
                    return None
        return None

    def head(self, name):
        return b"" if self.refused[name] else self.stream(name).read(HEAD)

    def _list(self, names, budget):
        """(name, what it is called, whether it is a link), each once: of two with one name the first is read."""
        self.refused, seen, links = {}, set(), set()
        for name, is_link in names:
            budget.count_file()
            composed = unicodedata.normalize("NFC", name)
            if is_link:
                links.add(composed.rstrip("/"))
            taken = "has a name that another file has already" * (composed in seen)
            reason = refusal(composed, is_link, links) or taken
            seen.add(composed)
            if not reason or name not in self.refused:
                self.refused[name] = reason
            else:
                self.refused[f"{name} (again)"] = reason


class Zip(_Archive):
    def __init__(self, file, budget):
        self._hold(file, budget)
        _refuse_long_directory(file, budget)
        self._zip = zipfile.ZipFile(file)
        files = [entry for entry in self._zip.infolist() if not entry.is_dir()]
        self._list(((plain(entry.orig_filename), _is_link(entry)) for entry in files), budget)
        self._entries = {}
        for entry in files:
            self._entries.setdefault(plain(entry.orig_filename), entry)

    def stream(self, name):
        entry = self._entries[name]
        if entry.flag_bits & 1:
            raise ValueError("it is encrypted; unpack it with its password first")
        return Counted(self._zip.open(entry), self._budget, entry.compress_size)


class Tar(_Archive):
    def __init__(self, file, budget):
        self._hold(file, budget)
        self._tar, self._members = tarfile.TarFile(fileobj=file), {}
        self._list(self._named(), budget)

    def _named(self):
        for member in self._tar:
            if not member.isdir():
                name = plain(member.name)
                self._members.setdefault(name, member)
                yield name, not member.isfile()

    def stream(self, name):
        return Counted(self._tar.extractfile(self._members[name]), self._budget)


def held(file):
    """The same file, open for itself: whoever opened it closes it when the last entry has been listed."""
    file.seek(0)
    return os.fdopen(os.dup(file.fileno()), "rb")


def _is_link(entry):
    return entry.external_attr >> 16 & 0o170000 == _LINK


def _refuse_long_directory(file, budget):
    """Look at the end of a zip for how long its directory is, before all of it is read."""
    size = file.seek(0, SEEK_END)
    file.seek(max(size - (1 << 16) - 22, 0))
    tail = file.read()
    at = tail.rfind(b"PK\x05\x06")
    if at < 0 or len(tail) < at + 22:
        raise ValueError("it is cut off or damaged")
    count, length = struct.unpack_from("<HI", tail, at + 10)
    if (at64 := tail.rfind(b"PK\x06\x06", 0, at)) >= 0 and len(tail) >= at64 + 56:
        count, length = struct.unpack_from("<QQ", tail, at64 + 32)
    if count > budget.files or length > budget.files * _ENTRY:
        raise TooMuch(f"it holds more than {budget.files:,} files; if that is right, say --archive-files")
