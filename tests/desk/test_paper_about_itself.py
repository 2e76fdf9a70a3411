"""Authors with a portrait, pages with a role, and the house's licence, as the desk sets them and readers get them."""

import pytest

from articles.models import Author, Page, Paper
from tests.factories import make_author, make_edition, make_image

from .forms import fields

pytestmark = pytest.mark.django_db


def portrayed(editor, author, **typed):
    url = f"/admin/articles/author/{author.pk}/change/"
    editor.post(url, fields(editor.get(url), "author_form") | typed)
    author.refresh_from_db()
    return author


def test_an_author_has_a_portrait_beats_and_ways_to_be_reached(editor, client):
    image = make_image(alt="Isla Wren on the quay")
    author = portrayed(editor, make_author(), portrait=image.pk, beats="council, housing", contact="Signal: wren.41")
    make_edition(bylines=[(author, "")])

    html = client.get(author.get_absolute_url()).content.decode()

    assert 'width="96" height="96" alt="Isla Wren on the quay"' in html
    assert "Covers: <bdi>council, housing</bdi>" in html
    assert "Signal: wren.41" in html


def test_a_portrait_is_served_as_long_as_its_author_has_a_page(editor, client):
    author = portrayed(editor, make_author(), portrait=make_image().pk)
    address = author.picture["square"][0]["url"]
    assert client.get(address).status_code == 404

    make_edition(bylines=[(author, "")])

    assert client.get(address).status_code == 200


def test_a_portrait_that_is_taken_off_is_gone_from_the_page(editor, client):
    author = portrayed(editor, make_author(), portrait=make_image().pk)
    make_edition(bylines=[(author, "")])

    portrayed(editor, author, portrait="")

    assert Author.objects.get().picture is None
    assert 'class="portrait"' not in client.get(author.get_absolute_url()).content.decode()


def test_a_role_is_one_pages(login):
    client = login("Managing editors")
    Page.objects.create(title="Ethics", slug="ethics", role="ethics")

    told = {"title": "More ethics", "role": "ethics", "position": "0", "body": "", "description": "", "slug": ""}
    answer = client.post("/admin/articles/page/add/", told)

    assert "Another page has this role already." in answer.content.decode()
    assert Page.objects.count() == 1


def test_many_pages_have_none():
    for slug in ("one", "two"):
        Page.objects.create(title=slug, slug=slug)

    assert Page.objects.filter(role="").count() == 2


def test_terms_of_our_own_are_to_be_written_down(login):
    client = login("Managing editors")
    form = fields(client.get("/admin/articles/paper/add/"), "paper_form")

    answer = client.post("/admin/articles/paper/add/", form | {"licence": "own", "licence_terms": " "})

    assert "Write down your terms." in answer.content.decode()
    assert not Paper.objects.exists()
