"""A finished export folder as one zip file, its manifest first, so that its beginning says what it is."""

import json
import os
import shutil
import zipfile

from .sink import CHUNK
from .telling import LISTED, MANIFEST

_EPOCH = (1980, 1, 1, 0, 0, 0)  # a zip entry must have a time; the same export is the same bytes


def pack(folder, path):
    """Put a finished export folder into the zip file `path` and take the folder away. The manifest comes first."""
    names = [MANIFEST, LISTED]
    with open(folder / LISTED, encoding="utf-8") as lines:
        names += [json.loads(line)["path"] for line in lines]
    partial = path.with_name(f"{path.name}.partial")
    with zipfile.ZipFile(partial, "w", allowZip64=True) as archive:
        for name in names:
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.external_attr = 0o644 << 16
            entry.compress_type = zipfile.ZIP_STORED if name.startswith("media/") else zipfile.ZIP_DEFLATED
            with open(folder / name, "rb") as source, archive.open(entry, "w", force_zip64=True) as target:
                shutil.copyfileobj(source, target, CHUNK)
    os.replace(partial, path)
    _take_away(folder)


def _take_away(folder):
    """The manifest last: if this is stopped, the next run can tell what is left here."""
    for entry in list(folder.iterdir()):
        if entry.is_dir():
            shutil.rmtree(entry)
        elif entry.name != MANIFEST:
            entry.unlink()
    shutil.rmtree(folder)
