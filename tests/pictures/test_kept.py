"""The writer of pictures: once per content, complete or not at all, and frozen for editions."""

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from PIL import Image as Pillow

from articles import images, pictures
from articles.models import Image, Rendition

from .samples import data, file, make_picture, opened

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def own_storage(settings, tmp_path):
    backend = {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": str(tmp_path)}}
    settings.STORAGES = {**settings.STORAGES, "default": backend}


def test_the_same_bytes_are_kept_once():
    first, second = make_picture(title="Wall"), make_picture(title="Another name")

    assert first == second
    assert Image.objects.get().title == "Wall"


def test_a_picture_lies_under_its_digest_whatever_its_file_was_called():
    image = pictures.add(file(name="../../etc/passwd\u202e.php.jpg"))

    assert image.file.name == f"originals/{image.sha256[:2]}/{image.sha256}.jpg"
    assert image.title == "passwd .php"
    assert (image.width, image.height) == opened(default_storage.open(image.file.name).read()).size


def test_what_the_photographer_wrote_is_kept_where_the_desk_says_nothing():
    exif = Pillow.Exif()
    exif[0x010E], exif[0x013B] = "The wall <script>", "Mira Lund"

    image = pictures.add(file(exif=exif), credit="Photograph: M. Lund", caption="")

    assert (image.caption, image.credit) == ("The wall <script>", "Photograph: M. Lund")


def test_a_file_that_is_no_picture_leaves_nothing_behind(tmp_path):
    with pytest.raises(images.Unusable):
        pictures.add(ContentFile(b"<svg/>", name="a.svg"))

    assert not Image.objects.exists() and not list(tmp_path.rglob("*.*"))


def test_fields_that_do_not_fit_leave_nothing_behind(tmp_path):
    with pytest.raises(ValidationError):
        pictures.add(file(), caption="x" * 501)

    assert not Image.objects.exists() and not list(tmp_path.rglob("*.*"))


def test_a_field_nobody_may_write_is_refused():
    with pytest.raises(TypeError, match="sha256"):
        pictures.add(file(), sha256="0" * 64)


def test_every_size_of_the_plan_is_made_and_recorded():
    image = make_picture()

    rows = {(row.shape, row.format, row.width, row.height) for row in image.renditions.all()}

    assert rows == {(size.shape, size.format, size.width, size.height) for size in images.plan(900, 600)}
    for row in image.renditions.all():
        with default_storage.open(pictures.path(row.name)) as kept:
            assert opened(kept.read()).size == (row.width, row.height)
        assert row.size == default_storage.size(pictures.path(row.name))


def test_making_renditions_again_does_nothing(django_assert_num_queries, monkeypatch):
    image = make_picture()
    monkeypatch.setattr(images, "render", None)

    with django_assert_num_queries(1):
        pictures.make_renditions(image)


def test_a_file_cut_short_by_a_crash_is_written_again():
    image = make_picture()
    row = image.renditions.get(shape="share")
    whole = default_storage.open(pictures.path(row.name)).read()
    default_storage.delete(pictures.path(row.name))
    default_storage.save(pictures.path(row.name), ContentFile(whole[:100]))
    row.delete()

    pictures.make_renditions(image)

    assert default_storage.open(pictures.path(row.name)).read() == whole


def test_moving_the_focal_point_makes_new_crops_and_keeps_the_old_for_editions():
    image = make_picture()
    before = set(image.renditions.values_list("name", flat=True))

    pictures.save(image, focal_x=0.1, alt="A wall")

    added = Rendition.objects.exclude(name__in=before)
    assert {row.shape for row in added} == {"square", "share", "16x9", "4x3", "1x1"} and len(added) == 8
    assert before < set(image.renditions.values_list("name", flat=True))
    assert Image.objects.get().alt == "A wall"


def test_a_focal_point_outside_the_picture_is_refused():
    with pytest.raises(ValidationError):
        pictures.save(make_picture(), focal_x=1.2)


def test_a_frozen_picture_holds_all_a_page_needs():
    image = make_picture(alt="A wall", caption="The wall", credit="Mira Lund", origin="drawn", focal_x=0.25)

    frozen = pictures.frozen(image)

    assert {name: frozen[name] for name in ("alt", "caption", "credit", "decorative", "origin", "focal")} == {
        "alt": "A wall",
        "caption": "The wall",
        "credit": "Mira Lund",
        "decorative": False,
        "origin": "drawn",
        "focal": [0.25, 0.5],
    }
    assert (frozen["width"], frozen["height"]) == (900, 600)
    assert [(size["format"], size["width"]) for size in frozen["wide"]] == [
        ("avif", 320),
        ("avif", 640),
        ("avif", 900),
        ("webp", 320),
        ("webp", 640),
        ("webp", 900),
        ("jpeg", 640),
    ]
    assert len(frozen["square"]) == 4
    assert [len(frozen[shape]) for shape in ("share", "16x9", "4x3", "1x1")] == [1, 1, 1, 1]
    assert [(size["width"], size["height"]) for size in frozen["4x3"]] == [(800, 600)]
    assert frozen["wide"][0].keys() == {"format", "width", "height", "url"}


def test_every_frozen_address_names_a_rendition_of_the_newest_focal_point():
    image = make_picture()
    pictures.save(image, focal_y=0.9)

    frozen = pictures.frozen(image)

    urls = {size["url"] for shape in images.SHAPES for size in frozen[shape]}
    names = images.names(image.sha256, 900, 600, (0.5, 0.9))
    assert urls == {f"/pictures/{name}" for name in names}
    assert Rendition.objects.filter(name__in=names).count() == len(names)


def test_a_story_without_a_picture_freezes_none():
    assert pictures.frozen(None) is None


def test_an_image_row_is_never_written_twice_for_the_same_bytes_at_the_same_moment(monkeypatch):
    there = make_picture()
    picture = images.read(data(900, 600))

    again = pictures._keep(picture, there.sha256, {"title": "Second"})

    assert again == there
