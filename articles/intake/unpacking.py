"""Unpacks within bounds: what comes out is counted while it is read, whatever a header says of it."""

import bz2
import gzip
import lzma
import zlib
from dataclasses import dataclass

from articles.importers.formats import MEGABYTE

RATIO = 100  # what comes out to what went in; no text packs tighter
_FREE = MEGABYTE  # so much may come out before the ratio counts
_CHUNK = 1 << 16
_LZMA_MEMORY = 128 * MEGABYTE
BROKEN = (zlib.error, lzma.LZMAError, EOFError, OSError, ValueError)


class TooMuch(Exception):
    """More comes out than may: the message says of what, and which option allows it."""


@dataclass
class Budget:
    """What one archive, with all archives in it, may unpack to."""

    total: int
    files: int
    spent: int = 0
    seen: int = 0

    def count_file(self):
        self.seen += 1
        if self.seen > self.files:
            raise TooMuch(f"it holds more than {self.files:,} files; if that is right, say --archive-files")

    def spend(self, size):
        self.spent += size
        if self.spent > self.total:
            raise TooMuch(
                f"it unpacks to more than {self.total // MEGABYTE} MB; if that is right, say --archive-megabytes"
            )


class Counted:
    """A stream that is read on a budget. `packed` is how many bytes went in, as far as that is known."""

    def __init__(self, stream, budget, packed=None):
        self._stream, self._budget, self._packed, self._read = stream, budget, packed, 0

    def read(self, size=-1):
        data = self._stream.read(size)
        self._read += len(data)
        self._budget.spend(len(data))
        if self._packed is not None and self._read > _FREE and self._read > RATIO * max(self._packed, 1):
            raise TooMuch(_TOO_TIGHT)
        return data


class _Xz:
    """The inside of an xz file, with a bound on the memory that its header may ask for."""

    def __init__(self, file):
        self._file, self._decompressor, self._data = file, _xz(), b""

    def read(self, most):
        while True:
            if self._decompressor.eof and not self._begin_again():
                return b""
            if self._decompressor.needs_input and not self._data:
                self._data = self._file.read(_CHUNK)
                if not self._data:
                    raise EOFError("it is cut off")
            piece = self._decompressor.decompress(self._data, most)
            self._data = b""
            if piece:
                return piece

    def _begin_again(self):
        """Several packed streams may stand one behind the other; what is none is the end."""
        rest = self._decompressor.unused_data or self._file.read(_CHUNK)
        if not rest.startswith(MAGIC["xz"]):
            return False
        self._data, self._decompressor = rest, _xz()
        return True


def _xz():
    return lzma.LZMADecompressor(memlimit=_LZMA_MEMORY)


MAGIC = {"gzip": b"\x1f\x8b", "bzip2": b"BZh", "xz": b"\xfd7zXZ\x00"}
# Without a mode gzip takes over that of the file, which is for writing where a pipe was kept.
_OPENERS = {"gzip": lambda file: gzip.GzipFile(fileobj=file, mode="rb"), "bzip2": bz2.BZ2File, "xz": _Xz}


def unpack(file, kind, budget, into):
    """Write what is packed in `file` into another, within the budget. Raises TooMuch, and one of BROKEN."""
    stream = _OPENERS[kind](file)
    while piece := stream.read(_CHUNK):
        budget.spend(len(piece))
        into.write(piece)
        if into.tell() > _FREE and into.tell() > RATIO * max(file.tell(), 1):
            raise TooMuch(_TOO_TIGHT)


_TOO_TIGHT = f"it is packed more than {RATIO} to 1, as no text is; it was not unpacked"
