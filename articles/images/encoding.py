"""Turns pixels into bytes. Nothing but pixels is written: no EXIF, no profile, no comment, no trailer."""

from io import BytesIO

from PIL import Image

EXTENSIONS = {"avif": "avif", "webp": "webp", "jpeg": "jpg"}


def original(picture):
    """The original as it is kept: JPEG stays JPEG at a quality no eye tells apart, PNG and GIF become a plain PNG."""
    options = {
        "jpg": {"format": "JPEG", "quality": 92, "subsampling": 0, "optimize": True},
        "png": {"format": "PNG", "compress_level": 6},
        "webp": {"format": "WEBP", "lossless": picture.lossless, "quality": 92, "method": 3},
    }[picture.extension]
    return _bytes(picture.image, **options)


def encode(image, format):
    """One rendition. The wider it is, the less each pixel is looked at: quality falls with width (READER.md 2.3)."""
    step = sum(image.width > limit for limit in (640, 1040))
    if format == "avif":
        return _bytes(image, format="AVIF", quality=(55, 50, 45)[step], speed=8, max_threads=1)
    if format == "webp":
        return _bytes(image, format="WEBP", quality=(76, 72, 68)[step], method=2)
    return _bytes(_on_white(image), format="JPEG", quality=80, progressive=True, optimize=True)


def _on_white(image):
    if image.mode != "RGBA":
        return image.convert("RGB")
    ground = Image.new("RGB", image.size, "white")
    ground.paste(image, mask=image.getchannel("A"))
    return ground


def _bytes(image, **options):
    file = BytesIO()
    image.save(file, **options)
    return file.getvalue()
