"""What lies beside an input: the pictures and parts that it names, looked for in its own delivery and nowhere else."""

import os
import posixpath
import stat
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

LARGEST = 64 * 1024 * 1024  # bytes of a part; a picture may have fewer, which its writer says


@dataclass(frozen=True)
class Folder:
    """The folder that was named on the command line, or that of the file that was."""

    root: str

    def find(self, file, href):
        """The bytes of what `file`, which lies here, calls `href`; None if the delivery has no such file."""
        here = os.path.relpath(os.path.dirname(file), self.root).replace(os.sep, "/")
        return next((data for name in names_of(href, here) if (data := self._read(name)) is not None), None)

    def _read(self, name):
        """A file of this folder; nothing is read through a link, and nothing that is no file."""
        path = os.path.join(self.root, *name.split("/"))
        if os.path.realpath(path) != os.path.join(os.path.realpath(self.root), *name.split("/")):
            return None
        try:
            with open(path, "rb") as file:
                status = os.fstat(file.fileno())
                return file.read(LARGEST + 1) if stat.S_ISREG(status.st_mode) else None
        except (OSError, ValueError):
            return None


def names_of(href, here):
    """The names a delivery may have for `href`, seen from the folder `here`: itself, from the top, and for an address
    on the web its last parts, longest first (wp-content/uploads/2024/05/pier.jpg, …, 05/pier.jpg).
    """
    address = _parts_of(href)
    if address is None:
        return
    path = unquote(address.path).replace("\\", "/")
    if "\0" in path:
        return
    if not address.scheme:
        yield from filter(None, [_within(posixpath.join(here, path)), _within(path.lstrip("/"))])
    parts = [part for part in path.split("/") if part not in ("", ".", "..")]
    for start in range(max(len(parts) - 6, 0), len(parts) - 1):
        yield "/".join(parts[start:])


def _parts_of(href):
    try:
        address = urlsplit(href.strip()[:2000])
    except ValueError:
        return None
    return address if address.scheme in ("", "http", "https") and address.path else None


def _within(path):
    """`path` made plain, or None if it leads out of the delivery."""
    path = posixpath.normpath(path)
    return None if path.startswith(("../", "/")) or path in ("..", ".") else path
