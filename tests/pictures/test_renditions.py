"""The sizes a picture has: which, how large, how cut, how called."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from articles import images

from .samples import opened, pixels

DIGEST = "a" * 64


def sizes(width, height, shape):
    return [(size.format, size.width, size.height) for size in images.plan(width, height) if size.shape == shape]


def test_a_large_picture_has_four_widths_in_two_formats_and_a_jpeg_and_keeps_its_shape():
    widths = ((320, 213), (640, 427), (1040, 694), (1664, 1110))

    assert sizes(3328, 2220, "wide") == [
        *((format, width, height) for format in ("avif", "webp") for width, height in widths),
        ("jpeg", 640, 427),
    ]


def test_a_small_picture_is_never_made_larger():
    assert {size for size in sizes(500, 200, "wide") if size[0] == "avif"} == {("avif", 320, 128), ("avif", 500, 200)}
    assert sizes(500, 200, "wide")[-1] == ("jpeg", 500, 200)
    assert sizes(500, 200, "square") == [("avif", 200, 200), ("webp", 200, 200)]
    assert sizes(500, 200, "share") == [("jpeg", 381, 200)]


@pytest.mark.parametrize(("shape", "box"), [("16x9", (1200, 675)), ("4x3", (1200, 900)), ("1x1", (1200, 1200))])
def test_search_engines_get_a_jpeg_in_each_shape_they_ask_for(shape, box):
    assert sizes(2000, 2000, shape) == [("jpeg", *box)]


def test_a_link_preview_gets_one_jpeg():
    assert sizes(2000, 2000, "share") == [("jpeg", 1200, 630)]


@settings(max_examples=200, deadline=None)
@given(st.integers(1, 20_000), st.integers(1, 20_000))
def test_no_size_is_empty_or_larger_than_the_original(width, height):
    for size in images.plan(width, height):
        assert 1 <= size.width <= width and 1 <= size.height <= height


@settings(max_examples=20, deadline=None)
@given(st.integers(1, 900), st.integers(1, 900), st.floats(0, 1), st.floats(0, 1))
def test_every_size_can_be_made_of_every_picture(width, height, x, y):
    image = Image.new("RGB", (width, height), "teal")

    for size in images.plan(width, height):
        made = opened(images.render(image, size, (x, y)))
        assert made.size == (size.width, size.height)
        assert made.format.lower() == size.format


def test_a_square_is_cut_round_the_focal_point():
    image = Image.new("RGB", (900, 300), "white")
    image.paste("black", (600, 0, 900, 300))
    (size,) = {size for size in images.plan(900, 300) if size.shape == "square" and size.format == "webp"} - {
        size for size in images.plan(900, 300) if size.width < 300
    }

    right = opened(images.render(image, size, (1.0, 0.5))).convert("L")
    left = opened(images.render(image, size, (0.0, 0.5))).convert("L")

    assert right.getpixel((150, 150)) < 10 and left.getpixel((150, 150)) > 245


def test_a_name_tells_width_and_format_and_nothing_else():
    name = next(iter(images.names(DIGEST, 900, 600, (0.5, 0.5))))

    stem, width = name.removesuffix(".avif").split("-")

    assert len(stem) == 16 and width == "320"


def test_moving_the_focal_point_renames_the_crops_and_only_those():
    before = images.names(DIGEST, 900, 600, (0.5, 0.5))
    after = images.names(DIGEST, 900, 600, (0.2, 0.5))

    assert {size.shape for name, size in before.items() if name in after} == {"wide"}
    assert {size.shape for name, size in after.items() if name not in before} == {*images.SHAPES} - {"wide"}


def test_transparent_parts_are_white_in_a_link_preview():
    image = Image.new("RGBA", (1200, 630), (255, 0, 0, 0))

    made = opened(images.render(image, images.plan(1200, 630)[-1], (0.5, 0.5)))

    assert min(made.getpixel((600, 300))) > 250


def test_renditions_carry_no_metadata():
    for size in images.plan(400, 300):
        made = opened(images.render(pixels(400, 300), size, (0.5, 0.5)))
        assert not made.getexif() and not {"icc_profile", "xmp", "comment", "exif"} & made.info.keys()
