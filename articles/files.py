"""Writes the files that rows name: pictures, their sizes, share pictures, logos.

No database writes a file and a row in one step, so a file is announced first, and its announcement goes when a row
names it. What a crash leaves in between is known by its announcement, and `clear_up` takes it away. That holds where no
transaction is open round about: an announcement within one is lost with it.
"""

import logging
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import timedelta
from pathlib import PurePosixPath

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from django.utils import timezone

from articles.models import AnnouncedFile, Edition, Image, Rendition

LONGEST = timedelta(hours=1)  # that anybody takes from announcing a file to naming it
MOST = 200  # files that are cleared up at a time
_held_back = ContextVar("held_back", default=False)
log = logging.getLogger(__name__)

# Who names the files of a folder, in which field, and how.
_NAMING = {
    "originals": (Image, "file", str),
    "renditions": (Rendition, "name", lambda place: PurePosixPath(place).name),
    "cards": (Edition, "card", str),
}


def announce(places):
    """Say that these files are about to be written."""
    now = timezone.now()
    AnnouncedFile.objects.bulk_create(
        [AnnouncedFile(place=place, at=now) for place in places],
        update_conflicts=True,
        unique_fields=["place"],
        update_fields=["at"],
    )


@contextmanager
def held_back(*, when):
    """No file is written meanwhile: for a dry run, whose rows are rolled back."""
    before = _held_back.set(when)
    try:
        yield
    finally:
        _held_back.reset(before)


def are_held_back():
    """Whether this is a dry run, in which no file is written."""
    return _held_back.get()


def store(place, data):
    """Write a file whole. One that a crash cut short is written again, one that is complete is left alone."""
    if are_held_back():
        return
    if default_storage.exists(place):
        if default_storage.size(place) == len(data):
            return
        default_storage.delete(place)
    written = default_storage.save(place, ContentFile(data))
    if written != place:  # somebody wrote the same bytes at this moment
        default_storage.delete(written)


def settle(places):
    """Rows name these files now; call it in the transaction that writes the rows."""
    AnnouncedFile.objects.filter(place__in=places).delete()


def clear_up():
    """Take away the files that were announced long ago and that no row came to name; how many they were.

    At most so many at a time, and one that cannot be taken away is tried again later: an import begins with this.
    """
    long_ago = timezone.now() - LONGEST
    announced = AnnouncedFile.objects.filter(at__lt=long_ago).order_by("at")
    places = list(announced.values_list("place", flat=True)[:MOST])
    loose = _loose(places)
    return sum(_cleared(place, long_ago, loose=place in loose) for place in places)


def _loose(places):
    """Those that no row names. A row that comes to name one after this takes its announcement away (`settle`)."""
    loose = set()
    for folder, (model, field, called) in _NAMING.items():
        ours = {place: called(place) for place in places if PurePosixPath(place).parts[0] == folder}
        if ours:
            named = set(model.objects.filter(**{f"{field}__in": set(ours.values())}).values_list(field, flat=True))
            loose |= {place for place, name in ours.items() if name not in named}
    return loose


def _cleared(place, long_ago, *, loose):
    try:
        return _clear(place, long_ago, loose=loose)
    except OSError:
        log.exception("%s could not be taken away; it is tried again later.", place)
        announce([place])
        return False


@transaction.atomic
def _clear(place, long_ago, *, loose):
    """Whoever announces the file anew meanwhile waits until it is gone, and then writes it."""
    announced = AnnouncedFile.objects.select_for_update(skip_locked=True)
    announced = announced.filter(place=place, at__lt=long_ago).first()
    if announced is None:
        return False
    if loose:
        default_storage.delete(place)
        log.info("%s is gone: it was written for a row that never came.", place)
    announced.delete()
    return loose
