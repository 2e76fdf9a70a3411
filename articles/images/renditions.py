"""The sizes readers get: which ones a picture has, what each is called, and how it is cut.

There are only these (a name cannot ask for another), none is larger than the original, and a name is a digest of
all that decides its bytes, so it can be kept for ever.
"""

import hashlib
from dataclasses import dataclass

from PIL import Image

from .encoding import EXTENSIONS, encode

WIDE = (320, 640, 1040, 1664)
PLAIN = 640  # the one JPEG in the picture's own shape, for old browsers and for mail
SQUARE = (240, 480)
SHARE = (1200, 630)
# What search engines show beside a headline: https://developers.google.com/search/docs/appearance/structured-data/article
FOUND = {"16x9": (1200, 675), "4x3": (1200, 900), "1x1": (1200, 1200)}
SHAPES = ("wide", "square", "share", *FOUND)


@dataclass(frozen=True, slots=True)
class Size:
    """`wide` keeps the picture's own shape; `square`, `share` (for link previews) and those of FOUND are cut round the
    focal point.
    """

    shape: str
    format: str
    width: int
    height: int


def plan(width, height):
    """Every size of a picture that is `width` by `height`, smallest first within a shape and format."""
    wide = [(w, max(1, round(height * w / width))) for w in sorted({min(w, width) for w in WIDE})]
    square = [(side, side) for side in sorted({min(side, width, height) for side in SQUARE})]
    cut = {shape: _fitting(box, width, height) for shape, box in {"share": SHARE, **FOUND}.items()}
    sizes = [Size("wide", format, *box) for format in ("avif", "webp") for box in wide]
    sizes += [Size("square", format, *box) for format in ("avif", "webp") for box in square]
    plain = min(wide, key=lambda box: abs(box[0] - PLAIN))
    return [*sizes, Size("wide", "jpeg", *plain), *(Size(shape, "jpeg", *box) for shape, box in cut.items())]


def _fitting(box, width, height):
    """The box as it is, or smaller in its shape where the picture is."""
    scale = min(1, width / box[0], height / box[1])
    return max(1, round(box[0] * scale)), max(1, round(box[1] * scale))


def names(digest, width, height, focal):
    """{name: Size} of every size of the original with this digest; moving the focal point renames only the crops."""
    return {_name(digest, size, focal): size for size in plan(width, height)}


def _name(digest, size, focal):
    cut = "" if size.shape == "wide" else f":{focal[0]:.3f}:{focal[1]:.3f}"
    key = f"{digest}:{size.shape}:{size.width}x{size.height}:{size.format}{cut}"
    return f"{hashlib.sha256(key.encode()).hexdigest()[:16]}-{size.width}.{EXTENSIONS[size.format]}"


def render(image, size, focal):
    """The bytes of one size of `image` (from `reading.read`)."""
    box = (0, 0, *image.size) if size.shape == "wide" else _cut(image.size, size, focal)
    resized = image.resize((size.width, size.height), Image.Resampling.LANCZOS, box=box, reducing_gap=2.0)
    return encode(resized, size.format)


def _cut(whole, size, focal):
    """The largest box of the size's shape in the picture, with the focal point as near its middle as fits."""
    (width, height), ratio = whole, size.width / size.height
    across, down = (width, round(width / ratio)) if width / height < ratio else (round(height * ratio), height)
    across, down = max(1, min(across, width)), max(1, min(down, height))
    left = min(max(round(focal[0] * width - across / 2), 0), width - across)
    top = min(max(round(focal[1] * height - down / 2), 0), height - down)
    return left, top, left + across, top + down
