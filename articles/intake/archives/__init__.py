"""Archives as deliveries: zip and tar, packed or not, and what is packed alone (.gz, .bz2, .xz).

Nothing is unpacked into a folder: each entry is read into memory or a nameless file when its turn comes, so no name in
an archive can lead anywhere. Names that try are told all the same, and links are refused.
"""

import re
import tarfile
import tempfile
import zipfile
from contextlib import contextmanager
from dataclasses import dataclass

from articles.importers import docx
from articles.intake.gathering import Unfit, claimed, spool
from articles.intake.unpacking import MAGIC, Budget, TooMuch, unpack
from articles.text.slugs import slug_of

from .names import shown, stem
from .opened import BROKEN, Tar, Zip, held

_DEEPEST = 4  # archives in archives
_PACKED = re.compile(r"\.(?:gz|bz2|xz)$|\.t(?:gz|bz2?|xz)$", re.IGNORECASE)


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
            except (*BROKEN, TooMuch) as problem:
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
    except (*BROKEN, TooMuch) as problem:
        raise Unfit(f"{source.path} cannot be unpacked: {_said(problem)}.") from problem


def _entries(source, file, kind, budget, depth, options):
    if kind in MAGIC:
        yield from _unpacked(source, file, kind, budget, depth)
        return
    archive = (Zip if kind == "zip" else Tar)(held(file), budget)
    prefix = "" if source.alone or source.path == "-" else f"{source.external_id}/"
    named = options.source or (slug_of(stem(source.name), fallback="files") if source.alone else source.source)
    theirs = claimed(archive.refused, archive.head)
    for inner, refusal in archive.refused.items():
        if inner not in theirs:
            name = shown(inner)
            told = {"path": f"{source.path}/{name}", "external_id": f"{prefix}{name}", "refusal": refusal}
            yield Entry(**told, source=named, name=name, archive=archive, inner=inner, budget=budget, depth=depth)


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


def _said(problem):
    if isinstance(problem, zipfile.BadZipFile | tarfile.TarError | EOFError):
        return f"it is cut off or damaged ({problem})"
    return str(problem) or type(problem).__name__
