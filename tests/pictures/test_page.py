"""A picture's address: open exactly as long as readers can see a story it stands on."""

from datetime import timedelta

import pytest
from django.core.files.storage import default_storage
from django.utils import timezone

from articles import pictures
from articles.models import Edition

from .samples import make_edition, make_picture

pytestmark = pytest.mark.django_db


@pytest.fixture
def image():
    return make_picture()


def address(image, **which):
    return f"/pictures/{image.renditions.filter(**which or {'shape': 'wide', 'format': 'webp'})[0].name}"


def test_a_picture_on_a_live_story_is_served_whole(client, image):
    make_edition(image)
    url = address(image)

    response = client.get(url)

    assert response.status_code == 200
    with default_storage.open(pictures.path(url.rsplit("/", 1)[1])) as kept:
        assert b"".join(response.streaming_content) == kept.read()


@pytest.mark.parametrize(
    ("which", "kind"),
    [
        ({"format": "webp"}, "image/webp"),
        ({"format": "avif"}, "image/avif"),
        ({"format": "jpeg"}, "image/jpeg"),
    ],
)
def test_a_picture_tells_exactly_what_it_is_and_may_do_nothing(client, image, which, kind):
    make_edition(image)

    response = client.get(address(image, **which))

    assert response["Content-Type"] == kind
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert response["Cache-Control"] == "public, max-age=31536000, s-maxage=3600, immutable"
    assert not response.cookies and "Vary" not in response


def test_a_picture_costs_one_query(client, image, django_assert_num_queries):
    make_edition(image)
    url = address(image)

    with django_assert_num_queries(1):
        client.get(url)


def test_head_tells_the_size_and_sends_nothing(client, image):
    make_edition(image)
    rendition = image.renditions.get(shape="share")

    response = client.head(f"/pictures/{rendition.name}")

    assert response.status_code == 200
    assert response["Content-Length"] == str(rendition.size)
    assert b"".join(response) == b""


def test_a_reader_who_has_it_is_told_so(client, image):
    make_edition(image)
    url = address(image)

    response = client.get(url, headers={"If-None-Match": client.get(url)["ETag"]})

    assert response.status_code == 304 and response["Cache-Control"].startswith("public")


def windows():
    now = timezone.now()
    return {
        "scheduled": {"live_from": now + timedelta(hours=1)},
        "withdrawn": {"live_from": now - timedelta(hours=2), "live_until": now - timedelta(seconds=1)},
    }


@pytest.mark.parametrize("state", ["on no story", "scheduled", "withdrawn"])
@pytest.mark.parametrize("headers", [{}, {"If-None-Match": "*"}, {"Range": "bytes=0-9"}])
def test_a_picture_readers_may_not_see_answers_as_one_that_never_was(client, image, state, headers):
    if state in windows():
        make_edition(image, **windows()[state])
    url = address(image)

    there, never = (
        client.get(url, headers=headers),
        client.get(url.replace("/pictures/", "/pictures/0"), headers=headers),
    )

    assert there.status_code == never.status_code == 404
    assert there.content == never.content
    assert dict(there.items()) == dict(never.items())


def test_a_killed_story_takes_its_picture_along(client, image):
    edition = make_edition(image)
    url = address(image)
    held = client.get(url)["ETag"]

    Edition.objects.filter(pk=edition.pk).update(live_until=timezone.now())

    assert client.get(url, headers={"If-None-Match": held}).status_code == 404


@pytest.mark.parametrize("name", ["../originals/x.jpg", "..%2f..%2fsecret_key", "%00", "a" * 300, ".htaccess"])
def test_only_names_we_gave_lead_anywhere(client, image, name):
    make_edition(image)

    assert client.get(f"/pictures/{name}").status_code == 404


def test_the_original_has_no_address(client, image):
    make_edition(image)

    for prefix in ("/pictures/", "/media/", "/"):
        assert client.get(prefix + image.file.name).status_code == 404


def test_a_picture_takes_no_orders(client, image):
    make_edition(image)

    assert client.post(address(image)).status_code == 405
