"""Collects static files, unless what would be collected is what was collected last."""

import hashlib
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command


def collect():
    """Hash, compress and copy the static files if any changed; return whether there was anything to do."""
    kept = Path(settings.DATA_FOLDER) / "static.collected"
    now = _fingerprint()
    if kept.exists() and kept.read_text(encoding="ascii") == now and Path(settings.STATIC_ROOT).is_dir():
        return False
    call_command("collectstatic", interactive=False, verbosity=0, clear=True)
    kept.write_text(now, encoding="ascii")
    return True


def _fingerprint():
    """A digest of every static file's name, size and time, of all apps."""
    lines = [settings.STORAGES["staticfiles"]["BACKEND"]]
    for finder in get_finders():
        for name, storage in finder.list(ignore_patterns=[]):
            found = Path(storage.path(name))
            lines.append(f"{found} {found.stat().st_size} {found.stat().st_mtime_ns}")
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()
