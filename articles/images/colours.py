"""Brings pixels into the three forms everything after works on: L, RGB or RGBA, in sRGB.

Profiles are dropped from what readers get, so colours are converted first: a phone's Display P3 would look washed out.
"""

from io import BytesIO

from PIL import Image, ImageCms

SRGB = ImageCms.createProfile("sRGB")


def plain(image):
    """A bare copy of the pixels: nothing the file carried beside them comes along."""
    pixels = _pixels(image)
    bare = Image.new(pixels.mode, pixels.size)
    bare.paste(pixels)
    return bare


def _pixels(image):
    alpha = image.has_transparency_data
    if image.mode.startswith("I"):  # 16 bits of grey; Pillow would clip them to white
        return image.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    if image.mode in ("1", "L", "F") and not alpha:
        return image.convert("L")
    if image.mode not in ("RGB", "RGBA", "CMYK"):
        return image.convert("RGBA" if alpha else "RGB")
    wanted = "RGBA" if alpha else "RGB"
    converted = _in_srgb(image if image.mode != "RGB" else image.convert(wanted), wanted)
    return converted or image.convert(wanted)


def _in_srgb(image, mode):
    """The image in sRGB by its own profile, None if it has none that can be used."""
    profile = image.info.get("icc_profile")
    if not profile or b"sRGB" in profile:
        return None
    try:
        return ImageCms.profileToProfile(image, ImageCms.ImageCmsProfile(BytesIO(profile)), SRGB, outputMode=mode)
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return None
