"""What stands where an export is to be written. One of other options, whole or not, is kept: it may be all there is."""

import zipfile
from contextlib import contextmanager

from . import alone, telling
from .alone import LOCK
from .options import Refused, typed
from .telling import BROKEN_ZIP, LISTED, MANIFEST, MARK


@contextmanager
def claimed(path, options):
    """Give the folder that is written in, to this export alone. Raises Refused; then nothing there was touched."""
    folder = _folder_of(path)
    lock = path / LOCK if folder == path else path.with_name(f".{path.name}{LOCK}")
    try:
        alone.refuse_held(lock)
        _refuse_other(path, folder, options)
        held = alone.take(lock)
    except OSError as error:
        message = f"{path} cannot be written ({error.strerror}). Name another PATH, or make its folder writable."
        raise Refused(message) from error
    try:
        _refuse_other(path, folder, options)  # one may have come and gone since it was asked
        yield folder
    finally:
        alone.let_go(held)


def is_unfinished(path):
    """Whether an export to `path` was begun that the same command will take up."""
    folder = _folder_of(path)
    return folder.is_dir() if folder != path else (folder / MARK).is_file()


def _folder_of(path):
    """Where an export to `path` is written: a zip file is packed from a folder beside it."""
    return path.with_name(f"{path.name}.part") if path.suffix == ".zip" else path


def _refuse_other(path, folder, options):
    wanted = (options.format, options.as_dict())
    for place, found in ((path, _in_zip if path != folder else _in_folder), (folder, _in_folder)):
        held, unfinished = found(place)
        if held is not None and telling.asked(held) != wanted:
            which = f"{'an unfinished' if unfinished else 'an'} export made with {typed(*telling.asked(held))}"
            raise Refused(
                f"{place} holds {which}; this one, with {typed(*wanted)}, would replace it. "
                f"Name another PATH, or remove {place} first."
            )


def _in_folder(path):
    """(what the export in a folder tells of itself, whether it is unfinished); (None, False) where nothing is."""
    if not path.exists():
        return None, False
    if not path.is_dir():
        raise Refused(f"{path} is a file. Name a folder, or a file that ends in .zip.")
    names = {entry.name for entry in path.iterdir()} - {LOCK}
    if not names:
        return None, False
    for name in (MARK, MANIFEST):
        if name in names and (told := _told(path / name)):
            return told, name == MARK
    if LISTED in names:
        raise Refused(f"{path} holds an export whose {MANIFEST} is lost. Name another PATH, or remove it first.")
    raise Refused(f"{path} holds other files. Name an empty folder or a new one.")


def _in_zip(path):
    if not path.exists() or (path.is_file() and not path.stat().st_size):
        return None, False
    try:
        with zipfile.ZipFile(path) as archive, archive.open(MANIFEST) as file:
            told = telling.read(file)
    except (OSError, KeyError, *BROKEN_ZIP):
        told = None
    if told is None:
        raise Refused(f"{path} is there and is no whole export. Name another PATH, or remove it first.")
    return told, False


def _told(path):
    with path.open("rb") as file:
        return telling.read(file)
