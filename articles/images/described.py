"""Reads what a photographer wrote into a picture: IPTC first, then XMP, then EXIF. Never a place."""

import struct
from dataclasses import dataclass

from PIL import ExifTags, IptcImagePlugin

from . import xmp

UNREADABLE = (OSError, SyntaxError, ValueError, LookupError, TypeError, AttributeError, ArithmeticError, struct.error)
NOT_CAPTIONS = {"olympus digital camera", "sony dsc", "minolta digital camera", "dcim", "dav", "untitled"}


@dataclass(frozen=True, slots=True)
class Description:
    """`origin`: camera, edited, drawn or generated where the picture says how it was made, else empty."""

    caption: str = ""
    credit: str = ""
    rights: str = ""
    alt: str = ""
    origin: str = ""


def describe(image):
    """What the picture says of itself, as plain text; unreadable metadata says nothing."""
    iptc, exif, told = _iptc(image), _exif(image), xmp.told(image)
    caption = _first(iptc.get((2, 120)), told["caption"], exif.get(ExifTags.Base.ImageDescription), longest=500)
    return Description(
        "" if caption.lower() in NOT_CAPTIONS else caption,
        _first(iptc.get((2, 80)), iptc.get((2, 110)), told["credit"], exif.get(ExifTags.Base.Artist)),
        _first(iptc.get((2, 116)), told["rights"], exif.get(ExifTags.Base.Copyright)),
        _first(told["alt"], longest=400),
        told["origin"],
    )


def _iptc(image):
    try:
        return IptcImagePlugin.getiptcinfo(image) or {}
    except UNREADABLE:
        return {}


def _exif(image):
    try:
        return dict(image.getexif())
    except UNREADABLE:
        return {}


def _first(*values, longest=200):
    return next((text for text in map(_text, values) if text), "")[:longest].strip()


def _text(value):
    """One line of printable text of a metadata value: bytes, text or a list of them."""
    if isinstance(value, list):
        return ", ".join(filter(None, map(_text, value[:5])))
    if not isinstance(value, str | bytes):
        return ""
    value = _decoded(value)
    return " ".join("".join(mark if mark.isprintable() else " " for mark in value[:2000]).split())


def _decoded(value):
    """UTF-8 if it is that, Latin-1 if not. Pillow hands EXIF text out as Latin-1, which most programs do not write."""
    try:
        return (value.encode("latin-1") if isinstance(value, str) else value).decode("utf-8")
    except UnicodeError:
        return value if isinstance(value, str) else value.decode("latin-1")
