"""Pictures at the desk: uploaded through the writer, shown by permission, never by a public address."""

import io

from django.contrib.auth.models import Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.urls import reverse
from PIL import Image as Pillow

from articles import images
from articles.admin import picture_field
from articles.models import DeskMember, Image
from tests.desk.forms import change_url, opened
from tests.factories import make_article, make_edition, make_image, make_section

ADD = "/admin/articles/image/add/"


def jpeg(name="quay.jpg", color="teal"):
    data = io.BytesIO()
    Pillow.new("RGB", (320, 200), color).save(data, "JPEG")
    return SimpleUploadedFile(name, data.getvalue(), "image/jpeg")


def upload(client, file, **fields):
    return client.post(ADD, {"file": file, "title": "The quay", "origin": "camera", **fields})


def test_an_upload_goes_through_the_writer(reporter):
    response = upload(reporter, jpeg("../../evil.php"), alt="A quay", credit="Photograph: Mira Lund")

    image = Image.objects.get()
    assert response.status_code == 302
    assert image.file.name == f"originals/{image.sha256[:2]}/{image.sha256}.jpg"
    assert (image.alt, image.credit) == ("A quay", "Photograph: Mira Lund")
    assert image.renditions.exists()


def test_what_is_no_picture_is_said_beside_the_file(reporter):
    response = upload(reporter, SimpleUploadedFile("page.jpg", b"<html>", "image/jpeg"), alt="Typed")

    assert response.context["adminform"].form.has_error("file")
    assert "Typed" in response.content.decode()
    assert not Image.objects.exists()


def test_a_picture_that_is_here_already_is_pointed_to_with_all_that_was_typed(reporter):
    upload(reporter, jpeg())
    response = upload(reporter, jpeg("again.jpg"), title="Typed title", credit="Typed credit")

    html = response.content.decode()
    assert response.context["adminform"].form.has_error("file", "here-already")
    assert reverse("admin:articles_image_change", args=[Image.objects.get().pk]) in html
    assert 'value="Typed title"' in html
    assert 'value="Typed credit"' in html


def test_a_picture_is_read_and_encoded_outside_any_transaction(reporter, monkeypatch):
    depths, read, around = [], images.read, len(connection.atomic_blocks)
    monkeypatch.setattr(images, "read", lambda data: depths.append(len(connection.atomic_blocks)) or read(data))

    upload(reporter, jpeg())

    assert set(depths) == {around}


def test_an_upload_needs_the_forms_own_token(reporter):
    client = Client(enforce_csrf_checks=True)
    client.force_login(reporter.user)

    assert upload(client, jpeg()).status_code == 403


def test_what_is_said_of_a_picture_is_saved_and_its_file_is_not_touched(reporter):
    image = make_image()
    name = image.file.name
    told = {"title": "New", "alt": "", "origin": "generated", "focal_x": "0.25", "focal_y": "0.75", "decorative": "on"}

    reporter.post(
        reverse("admin:articles_image_change", args=[image.pk]), {**told, "sha256": "f" * 64, "file": jpeg(color="red")}
    )

    image.refresh_from_db()
    assert (image.title, image.origin, image.focal_x, image.decorative) == ("New", "generated", 0.25, True)
    assert image.file.name == name
    assert image.sha256 != "f" * 64


def test_a_focal_point_lies_in_the_picture(reporter):
    image = make_image()

    reporter.post(
        reverse("admin:articles_image_change", args=[image.pk]),
        {"title": "New", "origin": "camera", "focal_x": "1.5", "focal_y": "0.5"},
    )

    image.refresh_from_db()
    assert image.focal_x == 0.5


def test_the_file_is_for_those_who_may_see_pictures(reporter, login):
    image = make_image()
    url = reverse("admin:articles_image_file", args=[image.pk])

    response = reporter.get(url)
    thumbnail = reporter.get(url, {"w": "320"})

    assert response["Content-Type"] == "image/jpeg"
    assert thumbnail["Content-Type"] == "image/webp"
    assert "private" in response["Cache-Control"]
    assert login(None).get(url).status_code == 403
    assert Client().get(url).status_code == 302


def test_odd_widths_give_the_original(reporter):
    image = make_image()

    for width in ("0", "-1", "x", "999999999", "²"):
        url = reverse("admin:articles_image_file", args=[image.pk])
        assert reporter.get(url, {"w": width}).status_code == 200, width


def test_the_grid_flags_pictures_without_a_description(reporter):
    make_image(alt="")

    assert "No description" in reporter.get("/admin/articles/image/").content.decode()


def test_the_library_is_searched_by_every_word(reporter):
    make_image("teal", title="Harbour at dawn", credit="Photograph: Mira Lund")
    make_image("red", title="Harbour at noon", credit="Photograph: Ana Ruiz")

    found = reporter.get("/admin/articles/image/library/", {"q": "harbour lund"}).json()["pictures"]

    assert [picture["title"] for picture in found] == ["Harbour at dawn"]
    assert found[0]["src"].startswith("/admin/")


def test_any_picture_can_lead_a_story_not_only_the_newest(editor, article, monkeypatch):
    monkeypatch.setattr(picture_field, "NEWEST", 0)
    image = make_image()

    editor.post(change_url(article), opened(editor, article) | {"lead": image.pk})

    article.refresh_from_db()
    assert article.lead == image


UPLOAD = "/admin/articles/image/upload/"


def test_a_picture_is_uploaded_from_the_middle_of_a_story(reporter):
    answer = reporter.post(UPLOAD, {"file": jpeg()})

    image = Image.objects.get()
    told = answer.json()["picture"]
    assert (answer.status_code, told["id"], told["title"]) == (200, image.pk, "quay")
    assert reporter.get(told["src"]).status_code == 200


def test_a_file_that_is_here_already_is_the_picture_there_is(reporter):
    first, again = (reporter.post(UPLOAD, {"file": jpeg(name)}).json()["picture"]["id"] for name in ("a.jpg", "b.jpg"))

    assert first == again
    assert Image.objects.count() == 1


def test_a_file_that_is_no_picture_is_refused_with_what_to_do(reporter):
    answer = reporter.post(UPLOAD, {"file": SimpleUploadedFile("page.jpg", b"<svg onload=alert(1)>", "image/jpeg")})

    assert (answer.status_code, answer["Content-Type"]) == (400, "application/json")
    assert "SVG drawing" in answer.json()["error"]
    assert not Image.objects.exists()


def test_an_upload_without_a_file_says_so(reporter):
    assert reporter.post(UPLOAD).json() == {"error": "No file came along. Choose it once more."}


def test_an_upload_from_a_story_needs_a_token_too(reporter):
    client = Client(enforce_csrf_checks=True)
    client.force_login(reporter.user)

    assert client.post(UPLOAD, {"file": jpeg()}).status_code == 403


def test_whoever_may_not_add_pictures_is_offered_no_upload(login, article):
    client = login("Copy editors")
    client.user.groups.get().permissions.remove(*Permission.objects.filter(codename="add_image"))

    assert client.post(UPLOAD, {"file": jpeg()}).status_code == 403
    assert 'data-upload=""' in client.get(change_url(article)).content.decode()


def test_the_library_tells_the_words_that_a_text_begins_with(reporter):
    make_image(title="The quay", alt="A quay", caption="Low water", credit="Photograph: A")

    (told,) = reporter.get("/admin/articles/image/library/?q=quay").json()["pictures"]

    assert {name: told[name] for name in ("title", "alt", "caption", "credit")} == {
        "title": "The quay",
        "alt": "A quay",
        "caption": "Low water",
        "credit": "Photograph: A",
    }


def shown(image):
    return f'<p>It sailed on Tuesday.</p><figure><img src="picture:{image.pk}" alt=""></figure>'


def page_of(client, image):
    return client.get(reverse("admin:articles_image_change", args=[image.pk]))


def test_a_pictures_page_tells_where_it_is_used_and_as_what(editor):
    image = make_image()
    make_article(headline="Leads with it", lead=image)
    make_edition(headline="Has it inside", body=shown(image))

    response = page_of(editor, image)

    told = {s.headline: (s.lead_id == image.pk, s.in_text, s.is_live) for s in response.context["uses"].stories}
    assert told == {"Leads with it": (True, False, False), "Has it inside": (False, True, True)}
    assert "in the text · readers see it" in response.content.decode()


def test_a_story_that_somebody_may_not_see_is_counted_and_not_named(login):
    client, image = login("Editors"), make_image()
    DeskMember.objects.create(user=client.user).sections.add(make_section("Sport"))
    make_article(headline="A secret of the newsroom", body=shown(image))

    response = page_of(client, image)

    assert response.context["uses"].beyond == 1
    assert "A secret of the newsroom" not in response.content.decode()


def test_where_a_picture_is_used_costs_as_much_for_many_stories_as_for_one(editor, django_assert_max_num_queries):
    image = make_image()
    for _ in range(6):
        make_article(body=shown(image), lead=image)

    with django_assert_max_num_queries(12):
        page_of(editor, image)


def test_a_picture_in_a_text_is_not_deleted_and_the_desk_says_where_it_stands(login):
    client, image = login("Managing editors"), make_image()
    make_article(headline="Has it inside", body=shown(image))

    response = client.post(reverse("admin:articles_image_delete", args=[image.pk]), {"post": "yes"})

    assert "the text of “Has it inside”" in response.content.decode()
    assert Image.objects.filter(pk=image.pk).exists()
