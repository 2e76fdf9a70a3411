"""Reads a picture somebody handed in: four formats, limits on bytes and pixels, upright, in sRGB, first frame only.

What a picture may say about itself (caption, credit, rights) is read here; everything else it carries is left behind.
"""

import struct
from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageOps

from .colours import plain
from .described import Description, describe

BYTES = 40 * 1024 * 1024
PIXELS = 50_000_000
EXTENSIONS = {"JPEG": "jpg", "MPO": "jpg", "PNG": "png", "WEBP": "webp", "GIF": "png"}
ACCEPTED = ("JPEG", "PNG", "WEBP", "GIF")
# What Pillow's decoders raise on damaged or hostile files; found by running them on some 300 of those.
BROKEN = (
    OSError,
    SyntaxError,
    ValueError,
    ArithmeticError,
    LookupError,
    TypeError,
    AttributeError,
    EOFError,
    MemoryError,
    RuntimeError,
    struct.error,
    Image.DecompressionBombError,
    Image.DecompressionBombWarning,
)
FOREIGN = (
    (b"II*\x00", "a TIFF file"),
    (b"MM\x00*", "a TIFF file"),
    (b"%!PS", "an EPS file"),
    (b"\xc5\xd0\xd3\xc6", "an EPS file"),
    (b"%PDF", "a PDF file"),
    (b"8BPS", "a Photoshop file"),
    (b"BM", "a BMP file"),
    (b"\xff\x0a", "a JPEG XL file"),
)


class Unusable(Exception):
    """A file that cannot become a picture. `code` names the reason, the message says what to do."""

    def __init__(self, message, code):
        super().__init__(message)
        self.message, self.code = message, code


@dataclass(frozen=True, slots=True)
class Picture:
    """`image` is upright and L, RGB or RGBA in sRGB; `extension` is what the original will be kept as."""

    image: Image.Image
    extension: str
    lossless: bool
    described: Description


def read(data):
    """Decode the bytes of a picture. Raises Unusable: empty, too-large, too-many-pixels, format, animation, broken."""
    if not data:
        raise Unusable("The file is empty. Save the picture again and upload that.", "empty")
    if len(data) > BYTES:
        raise Unusable(f"The file is larger than {BYTES >> 20} MB. Export the picture smaller.", "too-large")
    image = _open(data)
    try:
        described = describe(image)
        image.load()
        upright = plain(_turned(image))
    except BROKEN as error:
        raise _broken() from error
    return Picture(upright, EXTENSIONS[image.format], image.format != "WEBP" or b"VP8L" in data[:64], described)


def _open(data):
    """The picture's header, once its format and size are agreed to; no pixel is decoded yet."""
    try:
        image = Image.open(BytesIO(data), formats=ACCEPTED)
        width, height = image.size
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise _too_many_pixels() from error
    except BROKEN as error:
        raise _foreign(data) from error
    if width * height > PIXELS:
        raise _too_many_pixels(f", this one {width} × {height}")
    if image.format in ("PNG", "WEBP") and getattr(image, "is_animated", False):
        raise Unusable("This picture is an animation. Save one frame of it and upload that.", "animation")
    return image


def _turned(image):
    """The image as the camera was held; EXIF that cannot be read turns nothing."""
    try:
        return ImageOps.exif_transpose(image)
    except BROKEN:
        return image


def _foreign(data):
    kind = next((kind for magic, kind in FOREIGN if data.startswith(magic)), "")
    if b"<svg" in data[:4096].lower():
        kind = "an SVG drawing"
    if data[4:8] == b"ftyp":
        kind = "a HEIC or AVIF picture"
    if not kind:
        return _broken()
    return Unusable(f"This is {kind}. Pictures come as JPEG, PNG, WebP or GIF: export it as one of these.", "format")


def _broken():
    return Unusable("This file cannot be read as a JPEG, PNG, WebP or GIF. Export the picture again.", "broken")


def _too_many_pixels(this=""):
    limit = f"{PIXELS // 1_000_000} megapixels"
    return Unusable(f"A picture may have {limit}{this}. Export it smaller.", "too-many-pixels")
