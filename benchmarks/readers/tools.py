"""The programs of others that judge our pages: Lighthouse, axe and the Nu checker, from npm; and the browser."""

import os
import shutil
import subprocess
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

PACKAGES = ("lighthouse", "axe-core", "vnu-jar")
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
QUIET = ("--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync")


@dataclass(frozen=True)
class Kit:
    """Where the tools are. `path` installs what is missing when it is first asked for."""

    folder: Path
    chromium: str

    def path(self, inside):
        """A file of one of the packages."""
        wanted = self.folder / "node_modules" / inside
        if not wanted.exists():
            command = ["npm", "install", "--no-audit", "--no-fund", "--silent", *PACKAGES]
            subprocess.run(command, cwd=self.folder, check=True, capture_output=True)
        return wanted


@contextmanager
def tools():
    """A kit in the folder NEWSROOM_TOOLS, or in one of its own."""
    chromium = os.environ.get("NEWSROOM_CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    if not chromium:
        raise SystemExit("No Chromium here: install one, or set NEWSROOM_CHROMIUM to its path.")
    if kept := os.environ.get("NEWSROOM_TOOLS"):
        yield Kit(Path(kept), chromium)
        return
    with tempfile.TemporaryDirectory(prefix="newsroom-tools-") as folder:
        yield Kit(Path(folder), chromium)
