"""The paper's own settings: one page for managing editors, seen on every page of the paper at the next click."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from PIL import Image as Pillow

from articles.models import Paper, Section
from tests.factories import make_edition
from tests.reader.papers import pages, whole_paper

ADD, CHANGE, LIST = (f"/admin/articles/paper/{page}" for page in ("add/", "1/change/", ""))


@pytest.fixture
def managing(login):
    return login("Managing editors")


def drawing(format="PNG", size=(1200, 300)):
    file = io.BytesIO()
    Pillow.new("RGBA", size, (20, 20, 20, 128)).save(file, format)
    return SimpleUploadedFile("../logo.png", file.getvalue())


def save(client, **typed):
    """What the form sends, with `typed` over it."""
    url = CHANGE if Paper.objects.exists() else ADD
    return client.post(url, {"logo_in_dark": "plate", "licence": Paper().licence, **typed})


def test_a_paper_without_settings_is_called_as_the_environment_says(client, db):
    assert "The Test Gazette" in client.get("/").content.decode()


def test_a_new_name_stands_on_every_page_at_the_next_click(client, managing):
    edition = whole_paper()
    for path in pages(edition).values():
        client.get(path)

    save(managing, name="The Skerrin Star", tagline="All of the island")

    for path in pages(edition).values():
        assert "The Skerrin Star" in client.get(path).content.decode(), path


def test_how_the_paper_is_set_is_part_of_every_etag(client, managing):
    make_edition()
    save(managing, name="The Skerrin Star")
    before = client.get("/")["ETag"]

    save(managing, name="The Skerrin Star", ground="salmon")

    assert client.get("/")["ETag"] != before
    assert 'data-ground="salmon"' in client.get("/").content.decode()


def test_settings_cost_a_page_no_query_once_they_are_known(client, managing, django_assert_num_queries):
    make_edition()
    save(managing, name="The Skerrin Star")
    client.get("/about/")

    with django_assert_num_queries(2):
        client.get("/")


def test_a_logo_stands_for_the_name_and_is_a_picture_of_ours(client, managing):
    make_edition()
    save(managing, name="The Skerrin Star", new_logo=drawing())

    paper = Paper.objects.get()
    answer = client.get(f"/logo/{paper.logo}")
    with Pillow.open(io.BytesIO(b"".join(answer))) as logo:
        assert (logo.format, logo.size) == ("WEBP", (960, 240))
    html = client.get("/").content.decode()
    assert f'src="/logo/{paper.logo}" width="960" height="240" alt="The Skerrin Star"' in html


@pytest.mark.parametrize("data", [b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"GIF89a", b"%PDF-1.4"])
def test_what_is_no_picture_does_not_become_a_logo(data, managing):
    response = save(managing, name="Kept", new_logo=SimpleUploadedFile("logo.svg", data))

    assert response.context["adminform"].form.has_error("new_logo", "unusable")
    assert not Paper.objects.exists()


def test_a_logo_is_kept_by_a_save_without_one_and_goes_when_it_is_taken_off(client, managing):
    save(managing, new_logo=drawing())
    logo = Paper.objects.get().logo

    save(managing, place="Skerrin")
    assert Paper.objects.get().logo == logo

    save(managing, without_logo="on")
    assert Paper.objects.get().logo == ""
    assert client.get(f"/logo/{logo}").status_code == 404


def test_there_is_one_paper(managing):
    save(managing, name="The Skerrin Star")

    with pytest.raises(IntegrityError), transaction.atomic():
        Paper.objects.create(id=2)
    assert managing.get(LIST)["Location"] == CHANGE
    assert managing.get(ADD).status_code == 403


def test_a_section_has_the_ink_of_its_place_until_it_is_given_one(client, db):
    edition = make_edition()
    place = f'data-accent="violet">{edition.section.name}'
    assert place in client.get("/").content.decode()

    Section.objects.update(ink="slate")

    assert place.replace("violet", "slate") in client.get("/").content.decode()
