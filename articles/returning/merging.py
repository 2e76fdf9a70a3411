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

from articles.exporting.telling import BROKEN_ZIP

from .package import Refused, opened

_PICTURES = "media/renditions/"


@contextmanager
def as_delivery(path, *, called=""):
    """Give (folder, the name of its source, whether it was whole) of the export at `path`. Raises Refused."""
    with opened(path, called=called) as package, TemporaryDirectory(prefix="newsroom-merge-") as folder:
        for name in _names(package):
            if place := _place_of(name):
                _copy(package, name, Path(folder) / place)
        yield folder, slugify(package.paper.get("SITE_NAME", "")) or "export", package.manifest is not None


def _names(package):
    """Proven as they are read; of what is left of an export, whatever is there."""
    if package.manifest is None:
        yield from sorted(package.names())
        return
    newest = MigrationRecorder.Migration.objects.filter(app="articles").order_by("-name").first()
    package.refuse_unknown(schema=newest.name)
    yield from (name for name, _ in package.files())


def _place_of(name):
    """Where a file of the export is wanted, None for the rest."""
    if name.startswith("stories/"):
        return name
    return f"pictures/{name.rpartition('/')[2]}" if name.startswith(_PICTURES) else None


def _copy(package, name, target):
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        with package.open(name) as source, target.open("wb") as file:
            shutil.copyfileobj(source, file)
    except BROKEN_ZIP as error:
        raise Refused(f"{package.path}: {name} cannot be read ({error}). Copy the export again.") from error
