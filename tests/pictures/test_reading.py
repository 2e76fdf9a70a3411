"""What is let in, how it is stored, and what is left behind."""

from io import BytesIO

import pytest
from PIL import Image, ImageCms, PngImagePlugin

from articles import images
from articles.images import reading

from .samples import data, opened, pixels


def refusal(content):
    with pytest.raises(images.Unusable) as caught:
        images.read(content)
    return caught.value


@pytest.mark.parametrize(
    ("format", "extension", "kept_as"),
    [("JPEG", "jpg", "JPEG"), ("PNG", "png", "PNG"), ("WEBP", "webp", "WEBP"), ("GIF", "png", "PNG")],
)
def test_the_four_formats_are_read_and_kept_in_their_own_or_a_safe_one(format, extension, kept_as):
    picture = images.read(data(120, 80, format=format))

    kept = opened(images.original(picture))

    assert (picture.extension, kept.format, kept.size) == (extension, kept_as, (120, 80))


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b'<svg xmlns="http://www.w3.org/2000/svg"/>', "SVG"),
        (b'<?xml version="1.0"?><!DOCTYPE svg><svg onload="alert(1)"/>', "SVG"),
        (b"%!PS-Adobe-3.0 EPSF-3.0\nshowpage", "EPS"),
        (data(40, 30, format="TIFF"), "TIFF"),
        (data(40, 30, format="BMP"), "BMP"),
        (data(40, 30, format="AVIF"), "AVIF"),
        (b"%PDF-1.7", "PDF"),
    ],
)
def test_other_formats_are_refused_by_name_with_what_to_do(content, said):
    refused = refusal(content)

    assert refused.code == "format"
    assert said in refused.message and "export it" in refused.message


def test_text_named_as_a_picture_is_refused():
    assert refusal(b"<!doctype html><script>alert(1)</script>").code == "broken"


def test_an_empty_file_is_refused():
    assert refusal(b"").code == "empty"


def test_a_cut_off_file_is_refused():
    assert refusal(data(600, 400)[:3000]).code == "broken"


def test_a_file_with_too_many_bytes_is_refused_before_decoding(monkeypatch):
    monkeypatch.setattr(reading, "BYTES", 1000)

    assert refusal(data(600, 400)).code == "too-large"


def test_a_picture_with_too_many_pixels_is_refused_before_decoding(monkeypatch):
    monkeypatch.setattr(reading, "PIXELS", 100 * 100)

    assert refusal(data(101, 100)).code == "too-many-pixels"


@pytest.mark.parametrize("format", ["PNG", "WEBP"])
def test_an_animation_is_refused_with_what_to_do(format):
    out = BytesIO()
    pixels(40, 30).save(out, format, save_all=True, append_images=[pixels(40, 30, seed=2)])

    refused = refusal(out.getvalue())

    assert refused.code == "animation" and "one frame" in refused.message


def test_the_first_frame_of_a_gif_is_taken():
    out = BytesIO()
    red, blue = Image.new("RGB", (20, 10), "red"), Image.new("RGB", (20, 10), "blue")
    red.save(out, "GIF", save_all=True, append_images=[blue])

    kept = opened(images.original(images.read(out.getvalue())))

    assert kept.convert("RGB").getpixel((5, 5)) == (255, 0, 0)
    assert getattr(kept, "n_frames", 1) == 1


def test_a_picture_taken_with_the_camera_turned_stands_upright():
    exif = Image.Exif()
    exif[0x0112] = 6  # rotate a quarter turn

    picture = images.read(data(120, 80, exif=exif))

    assert picture.image.size == (80, 120)


def test_no_metadata_survives_not_even_place_serial_number_or_comment():
    exif = Image.Exif()
    exif[0x010E], exif[0xA431] = "canary-caption", "canary-serial"
    exif.get_ifd(0x8825)[1] = "N"
    exif.get_ifd(0x8825)[2] = (51.0, 30.0, 7.0)
    content = data(120, 80, exif=exif, comment=b"canary-comment") + b"canary-trailer"

    original = images.original(images.read(content))

    assert b"canary" in content
    assert b"canary" not in original and b"Exif" not in original
    assert not opened(original).getexif()


def test_text_chunks_of_a_png_do_not_survive():
    info = PngImagePlugin.PngInfo()
    info.add_text("Comment", "<script>alert(1)</script>")

    original = images.original(images.read(data(40, 30, format="PNG", pnginfo=info) + b"PK\x03\x04 a zip behind it"))

    assert b"script" not in original and b"a zip" not in original


def test_caption_credit_and_rights_are_read_before_they_are_dropped():
    exif = Image.Exif()
    exif[0x010E], exif[0x013B], exif[0x8298] = b"The wall at  dawn\n", b"Mira Lund", "© Mira Lund".encode()

    told = images.read(data(120, 80, exif=exif)).described

    assert (told.caption, told.credit, told.rights) == ("The wall at dawn", "Mira Lund", "© Mira Lund")


def test_a_caption_in_an_older_encoding_is_read_too():
    exif = Image.Exif()
    exif[0x010E] = "Café at dawn".encode("latin-1")

    assert images.read(data(60, 40, exif=exif)).described.caption == "Café at dawn"


def test_what_a_camera_writes_by_itself_is_no_caption():
    exif = Image.Exif()
    exif[0x010E] = "OLYMPUS DIGITAL CAMERA         "

    assert images.read(data(60, 40, exif=exif)).described.caption == ""


def test_control_characters_never_reach_a_caption():
    exif = Image.Exif()
    exif[0x010E] = "Dawn\x1b[31m\u202egnp.exe".encode()

    assert images.read(data(60, 40, exif=exif)).described.caption == "Dawn [31m gnp.exe"


def test_a_picture_with_another_colour_profile_is_converted_before_the_profile_goes():
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("XYZ")).tobytes()

    original = opened(images.original(images.read(data(60, 40, icc_profile=lab))))

    assert "icc_profile" not in original.info


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "I;16"])
def test_every_mode_of_a_png_is_read(mode):
    if mode == "I;16":
        out = BytesIO()
        Image.new("I;16", (30, 20), 40_000).save(out, "PNG")
        assert images.read(out.getvalue()).image.getpixel((3, 3)) == 156
    else:
        assert images.read(data(30, 20, format="PNG", mode=mode)).image.mode in ("L", "RGB", "RGBA")


def test_a_press_photograph_in_cmyk_is_read():
    assert images.read(data(60, 40, mode="CMYK")).image.mode == "RGB"


def test_a_webp_without_loss_stays_without_loss():
    picture = images.read(data(60, 40, format="WEBP", lossless=True))

    assert opened(images.original(picture)).convert("RGB").tobytes() == picture.image.convert("RGB").tobytes()
