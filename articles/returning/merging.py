"""An export taken into a newsroom that has stories of its own: its stories alone, as those of any other source.

What intake reads lies in a folder that goes when it is done: the stories as ninjs, and their pictures under the part of
their address by which the stories name them.
"""

import shutil
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from django.db.migrations.recorder import MigrationRecorder
from django.utils.text import slugify

from .package import opened

_PICTURES = "media/renditions/"


@contextmanager
def as_delivery(path):
    """Give (folder, the name of its source) of the export at `path`. Raises Refused."""
    with opened(path) as package, TemporaryDirectory(prefix="newsroom-merge-") as folder:
        newest = MigrationRecorder.Migration.objects.filter(app="articles").order_by("-name").first()
        package.refuse_unknown(schema=newest.name)
        for name, _ in package.files():
            if place := _place_of(name):
                _copy(package, name, Path(folder) / place)
        yield folder, slugify(package.manifest.get("paper", {}).get("SITE_NAME", "")) or "export"


def _place_of(name):
    """Where a file of the export is wanted, None for the rest."""
    if name.startswith("stories/"):
        return name
    return f"pictures/{name.rpartition('/')[2]}" if name.startswith(_PICTURES) else None


def _copy(package, name, target):
    target.parent.mkdir(parents=True, exist_ok=True)
    with package.open(name) as source, target.open("wb") as file:
        shutil.copyfileobj(source, file)
