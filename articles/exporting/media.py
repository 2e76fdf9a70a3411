"""The files that rows name: originals of pictures and every size of them, copied as they lie in the storage."""

from django.core.files.storage import default_storage

from articles import pictures
from articles.models import Rendition

from .options import Refused
from .rows import files_in

FOLDER = "media"


def names(row):
    """Where the files of a row lie in the storage."""
    if isinstance(row, Rendition):
        return [pictures.path(row.name)]
    return [file.name for column in files_in(type(row)) if (file := getattr(row, column))]


def copy(name, sink):
    """Take one file along. Raises Refused for one that a row names and that is not there."""
    try:
        size = default_storage.size(name)
        with default_storage.open(name) as file:
            sink.copy(f"{FOLDER}/{name}", file, size=size)
    except FileNotFoundError:
        message = f"The file {name} is named in the database and is not in the storage. Bring it back, then export."
        raise Refused(message) from None
