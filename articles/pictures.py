"""The only writer of pictures and their renditions.

Files are named by content, announced, and written before the rows that name them: a crash leaves a file that `files`
clears up, never a row without its file. Encoding is done outside any transaction of ours, in threads (Pillow lets go of
the GIL).
"""

import hashlib
import logging
from concurrent.futures import ThreadPoolExecutor
from pathlib import PurePath

from django.core.files.storage import default_storage
from django.db import IntegrityError, transaction

from articles import files, images
from articles.images.reading import BYTES
from articles.models import Image, Rendition
from articles.text.parts import pictures_of

TEXT = ("title", "alt", "caption", "credit", "rights")
FIELDS = {*TEXT, "decorative", "expires_on", "origin", "focal_x", "focal_y"}
THREADS = 2
log = logging.getLogger(__name__)


def add(file, *, title="", by=None, **fields):
    """Keep a picture with all its renditions and return it; bytes that are already here return the one there is.

    Raises images.Unusable, and ValidationError for `fields` that do not fit. Caption, credit, rights, description
    and how it was made are taken from the picture itself where `fields` leaves them out or empty.
    """
    _refuse_unknown(fields)
    data = file.read(BYTES + 1)
    digest = hashlib.sha256(data).hexdigest()
    image = Image.objects.filter(sha256=digest).first()
    if image is None:
        image = _keep(images.read(data), digest, {"title": title or _title(file), **fields})
        log.debug("picture %s added by %s", image.pk, by or "the newsroom")
    make_renditions(image)
    return image


def foresee(data, *, title="", **fields):
    """The picture that `add` would return for these bytes, in no database and in no storage if it is not here yet.

    Raises as `add` does.
    """
    _refuse_unknown(fields)
    digest = hashlib.sha256(data).hexdigest()
    known = Image.objects.filter(sha256=digest).first()
    return known or _described(images.read(data), digest, {"title": title, **fields})


def stand_in(image):
    """Give a foreseen picture a row, in a transaction that is rolled back: a text that holds it is read as it would be.
    Whoever foresaw the same bytes has the same row.
    """
    if image.pk:
        return image
    if known := Image.objects.filter(sha256=image.sha256).first():
        return known
    image.save(force_insert=True)
    return image


def save(image, **fields):
    """Write what the desk says about a picture; a moved focal point makes new crops. Raises ValidationError."""
    _refuse_unknown(fields)
    for name, value in fields.items():
        setattr(image, name, value)
    image.full_clean(exclude=["file"])
    image.save(update_fields=list(fields))
    make_renditions(image)
    return image


def make_renditions(image):
    """Make the sizes that are missing; a second call finds nothing to do."""
    if files.are_held_back():
        return
    wanted = _names(image)
    missing = wanted.keys() - set(image.renditions.filter(name__in=wanted).values_list("name", flat=True))
    if not missing:
        return
    sizes = {name: wanted[name] for name in sorted(missing, key=lambda name: -wanted[name].width)}
    rows = []
    places = [path(name) for name in sizes]
    files.announce(places)
    for name, data in _rendered(image, sizes):
        files.store(path(name), data)
        rows.append(_row(image, name, sizes[name], data))
    with transaction.atomic():
        Rendition.objects.bulk_create(rows, ignore_conflicts=True)
        files.settle(places)


def frozen(image):
    """The picture as an edition keeps it, None without one. Sizes that are missing are made first.

    {"alt", "caption", "credit", "decorative", "origin", "focal": [x, y], "width", "height", and for each of
    images.SHAPES a list of {"format", "width", "height", "url"}, narrowest first within a format}.
    """
    if image is None:
        return None
    make_renditions(image)
    told = words_of(image) | {"focal": [image.focal_x, image.focal_y], "width": image.width, "height": image.height}
    sizes = _names(image).items()
    return told | {shape: [_told(name, size) for name, size in sizes if size.shape == shape] for shape in images.SHAPES}


def frozen_in(body):
    """{key: frozen} of the pictures that stand in a clean body; one that is not in the library is left out."""
    return {str(key): frozen(image) for key, image in library_of(body).items()}


def library_of(body):
    """{key: Image} of those pictures in a clean body that are in the library."""
    keys = pictures_of(body)
    return Image.objects.in_bulk(keys) if keys else {}


def words_of(image):
    """What a page says of a picture."""
    return {name: getattr(image, name) for name in ("alt", "caption", "credit", "decorative", "origin")}


def path(name):
    """Where a rendition lies in the storage."""
    return f"renditions/{name[:2]}/{name}"


def _names(image):
    return images.names(image.sha256, image.width, image.height, (image.focal_x, image.focal_y))


def _told(name, size):
    return {"format": size.format, "width": size.width, "height": size.height, "url": f"/pictures/{name}"}


def _described(picture, digest, fields):
    """The row of a picture, not written yet, with what the picture says of itself where `fields` say nothing."""
    told = {name: getattr(picture.described, name) for name in ("caption", "credit", "rights", "alt", "origin")}
    fields = {**told, **{name: value for name, value in fields.items() if value not in ("", None)}}
    fields["origin"] = fields["origin"] or Image.Origin.CAMERA
    place = f"originals/{digest[:2]}/{digest}.{picture.extension}"
    width, height = picture.image.size
    image = Image(file=place, sha256=digest, width=width, height=height, **fields)
    image.full_clean(exclude=["file", "sha256"])
    return image


def _keep(picture, digest, fields):
    """Write the original's file and row; whoever keeps the same bytes at the same moment gets the same row."""
    image = _described(picture, digest, fields)
    place = image.file.name
    files.announce([place])
    files.store(place, images.original(picture))
    try:
        with transaction.atomic():
            image.save(force_insert=True)
            files.settle([place])
    except IntegrityError:
        return Image.objects.get(sha256=digest)
    return image


def _rendered(image, sizes):
    """Yield (name, bytes) of each size, cut from the original once decoded."""
    with default_storage.open(image.file.name) as file:
        pixels = images.read(file.read()).image
    focal = (image.focal_x, image.focal_y)
    with ThreadPoolExecutor(THREADS) as pool:
        yield from zip(sizes, pool.map(lambda size: images.render(pixels, size, focal), sizes.values()), strict=True)


def _row(image, name, size, data):
    return Rendition(
        image=image,
        name=name,
        shape=size.shape,
        format=size.format,
        width=size.width,
        height=size.height,
        size=len(data),
    )


def _title(file):
    """A title from a file's name, as plain text; nothing is ever stored under that name."""
    stem = PurePath(str(getattr(file, "name", "") or "")).stem
    text = "".join(mark if mark.isprintable() else " " for mark in stem)
    return " ".join(text.replace("_", " ").replace("-", " ").split())[:200] or "Untitled picture"


def _refuse_unknown(fields):
    if unknown := fields.keys() - FIELDS:
        raise TypeError(f"A picture has no field {', '.join(sorted(unknown))} to be written.")
