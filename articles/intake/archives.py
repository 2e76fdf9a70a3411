"""Archives as deliveries: zip and tar, packed or not, and what is packed alone (.gz, .bz2, .xz).

Nothing is unpacked into a folder: each entry is read into memory or a nameless file when its turn comes, so no name in
an archive can lead anywhere. Names that try are told all the same, and links are refused.
"""

import os
import posixpath
import re
import struct
import tarfile
import tempfile
import unicodedata
import weakref
import zipfile
from contextlib import contextmanager
from dataclasses import dataclass
from os import SEEK_END

from articles.importers import docx
from articles.importers.formats import HEAD
from articles.text.slugs import slug_of

from .beside import LARGEST, names_of
from .gathering import Unfit, claimed, spool
from .unpacking import BROKEN, MAGIC, Budget, Counted, TooMuch, unpack

_BROKEN = (*BROKEN, zipfile.BadZipFile, tarfile.TarError, NotImplementedError, RuntimeError, KeyError, struct.error)
_DEEPEST = 4  # archives in archives
_ENTRY = 512  # bytes that an entry takes in the directory of a zip, at most on average
_LINK = 0o120000
_PACKED = re.compile(r"\.(?:gz|bz2|xz)$|\.t(?:gz|bz2?|xz)$", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")


def kind_of(head, name):
    """zip, tar, gzip, bzip2 or xz; empty for what is no archive. A Word document is none."""
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return "" if docx.recognises(head, name) else "zip"
    if head[257:262] == b"ustar":
        return "tar"
    return next((kind for kind, magic in MAGIC.items() if head.startswith(magic)), "")


@dataclass(frozen=True)
class Entry:
    """A file in an archive: read like a file in a folder."""

    path: str
    external_id: str
    source: str
    name: str
    archive: object = None
    inner: str = ""
    budget: Budget | None = None
    depth: int = 1
    alone: bool = False
    refusal: str = ""

    @contextmanager
    def opened(self, largest):
        if self.refusal:
            raise Unfit(f"{self.path} {self.refusal}", skipped=True)
        with tempfile.SpooledTemporaryFile(max_size=8 << 20) as file:
            try:
                spool(self.archive.stream(self.inner), file, largest)
            except (*_BROKEN, TooMuch) as problem:
                raise Unfit(f"{self.path} cannot be unpacked: {_said(problem)}.") from problem
            yield file

    def beside(self, href):
        return self.archive.find(self.inner, href)


def entries(source, file, kind, options):
    """An Entry for every file in the archive `source`. Raises Unfit for one that cannot be opened or is too deep."""
    depth = getattr(source, "depth", 0) + 1
    budget = getattr(source, "budget", None) or Budget(options.archive_bytes, options.archive_files)
    if depth > _DEEPEST:
        raise Unfit(f"{source.path} is an archive in archives more than {_DEEPEST} deep; unpack it first.")
    try:
        yield from _entries(source, file, kind, budget, depth, options)
    except (*_BROKEN, TooMuch) as problem:
        raise Unfit(f"{source.path} cannot be unpacked: {_said(problem)}.") from problem


def _entries(source, file, kind, budget, depth, options):
    if kind in MAGIC:
        yield from _unpacked(source, file, kind, budget, depth)
        return
    archive = (Zip if kind == "zip" else Tar)(_held(file), budget)
    prefix = "" if source.alone or source.path == "-" else f"{source.external_id}/"
    named = options.source or (slug_of(_stem(source.name), fallback="files") if source.alone else source.source)
    theirs = claimed(archive.refused, archive.head)
    for inner, refusal in archive.refused.items():
        if inner not in theirs:
            shown = _shown(inner)
            told = {"path": f"{source.path}/{shown}", "external_id": f"{prefix}{shown}", "refusal": refusal}
            yield Entry(**told, source=named, name=shown, archive=archive, inner=inner, budget=budget, depth=depth)


def _unpacked(source, file, kind, budget, depth):
    """What is packed alone: unpacked within the budget, and then read as what it is."""
    name = _PACKED.sub(lambda end: ".tar" if end[0].lower().startswith(".t") else "", source.name)
    with tempfile.TemporaryFile() as whole:
        file.seek(0)
        unpack(file, kind, budget, whole)
        yield Whole(source, name, whole, budget, depth)


class Whole:
    """The one file in a .gz, .bz2 or .xz: it lies where its packed form lay."""

    def __init__(self, source, name, file, budget, depth):
        self.path, self.external_id, self.source = source.path, source.external_id, source.source
        self.name, self.budget, self.depth, self.alone = name, budget, depth, source.alone
        self.beside, self._file = source.beside, file

    @contextmanager
    def opened(self, largest):
        self._file.seek(0)
        yield self._file


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
                except (*_BROKEN, TooMuch):
                    return None
        return None

    def head(self, name):
        return b"" if self.refused[name] else self.stream(name).read(HEAD)

    def _list(self, names, budget):
        """(name, what it is called, whether it is a link), each once: of two with one name the first is read."""
        self.refused, seen, links = {}, set(), set()
        for name, is_link in names:
            budget.count_file()
            plain = unicodedata.normalize("NFC", name)
            if is_link:
                links.add(plain.rstrip("/"))
            reason = _refusal(plain, is_link, links) or ("has a name that another file has already" * (plain in seen))
            seen.add(plain)
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
        self._list(((entry.orig_filename, _is_link(entry)) for entry in files), budget)
        self._entries = {}
        for entry in files:
            self._entries.setdefault(entry.orig_filename, entry)

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
                self._members.setdefault(member.name, member)
                yield member.name, not member.isfile()

    def stream(self, name):
        return Counted(self._tar.extractfile(self._members[name]), self._budget)


def _held(file):
    """The same file, open for itself: whoever opened it closes it when the last entry has been listed."""
    file.seek(0)
    return os.fdopen(os.dup(file.fileno()), "rb")


def _is_link(entry):
    return entry.external_attr >> 16 & 0o170000 == _LINK


def _refusal(name, is_link, links):
    """Why an entry is not read, as the end of a sentence; empty if it is."""
    parts = unicodedata.normalize("NFKC", name).replace("\\", "/").split("/")
    if is_link or any(name.startswith(f"{link}/") for link in _parents(name) & links):
        return "is a link or a device, or lies behind one; it was left out"
    if name.startswith(("/", "\\")) or re.match(r"[A-Za-z]:", name) or ".." in parts or "." in parts or not name:
        return "has a name that leads out of its archive; it was left out"
    if _CONTROL.search(name) or len(name) > 1000 or max(map(len, parts)) > 255:
        return "has a name that no file has; it was left out"
    return "is a side file of a Mac; it was left out" if parts[0] == "__MACOSX" else ""


def _parents(name):
    parts = name.split("/")
    return {"/".join(parts[:count]) for count in range(1, min(len(parts), 50))}


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


def _stem(name):
    return re.sub(r"(?:\.tar)?\.[a-z0-9]{1,4}$", "", name, flags=re.IGNORECASE)


def _shown(name):
    return _CONTROL.sub("\N{REPLACEMENT CHARACTER}", name)[:400]


def _said(problem):
    if isinstance(problem, zipfile.BadZipFile | tarfile.TarError | EOFError):
        return f"it is cut off or damaged ({problem})"
    return str(problem) or type(problem).__name__
