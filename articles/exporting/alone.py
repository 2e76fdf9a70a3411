"""One export at a time in one place: a lock of the system's, which goes with its process however that ends."""

import os

from .options import Refused

try:
    import fcntl
except ImportError:  # Windows: nobody is told there that another export is writing
    fcntl = None

LOCK = ".lock"


def refuse_held(path):
    """Raise Refused if another export holds the lock at `path`; nothing is made there."""
    if path.exists():
        with open(path, "ab") as file:
            _lock(file, path)


def take(path):
    """Open and lock the file at `path`; it is held until `let_go`. Raises Refused if another export holds it.

    The file says nothing by being there: one that a killed export left behind is taken as if it were new.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    while True:
        file = open(path, "ab")  # noqa: SIM115 - it stays open: the lock goes with it
        try:
            _lock(file, path)
        except BaseException:
            file.close()
            raise
        if os.fstat(file.fileno()).st_nlink:
            return file
        file.close()  # its holder took it away between our opening and our locking it


def let_go(file):
    """Take the file away, if it has not gone with its folder, and the lock with it."""
    if os.fstat(file.fileno()).st_nlink:
        os.unlink(file.name)
    file.close()


def _lock(file, path):
    if fcntl is None:
        return
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise Refused(
            f"Another export is writing here ({path} is locked). Wait for it, or name another PATH."
        ) from None
    except OSError:
        return  # a file system that knows no locks
