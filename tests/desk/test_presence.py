"""Who else has a story open is told in words, to those who may edit it."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from articles import editing, presence
from articles.models import Presence
from tests.desk.forms import change_url
from tests.factories import make_user


@pytest.fixture
def jo(db):
    return make_user("Editors", first_name="Jo", last_name="Marsh")


def address(article):
    return reverse("admin:articles_article_presence", args=[article.pk])


def call(client, article, **data):
    return client.post(address(article), {"version": article.version, **data}).json()


def typed_ago(article, **span):
    Presence.objects.filter(article=article).update(typed_at=timezone.now() - timedelta(**span))


def test_nobody_else_is_nothing_to_tell(editor, article):
    assert call(editor, article) == {"who": "", "when": "", "newer": ""}
    assert article.presences.get().user == editor.user


@pytest.mark.parametrize(
    ("span", "told"),
    [({"seconds": 20}, "20 s"), ({"minutes": 5}, "5 min"), ({"hours": 2}, "2 h")],
)
def test_who_is_writing_is_told_with_when(span, told, editor, article, jo):
    presence.arrive(article, jo, typed=True)
    typed_ago(article, **span)

    answer = call(editor, article)

    assert (answer["who"], answer["when"]) == ("Jo Marsh is editing this", f", last change {told} ago.")


def test_those_who_only_have_it_open_are_told_apart(editor, article, jo):
    presence.arrive(article, make_user(first_name="Rolf", last_name="Berg"))
    presence.arrive(article, jo, typed=True)

    assert call(editor, article)["who"] == "Rolf Berg has this open; Jo Marsh is editing this"


def test_a_crowd_is_counted(editor, article):
    for _ in range(5):
        presence.arrive(article, make_user(), typed=True)

    assert call(editor, article)["who"].endswith("and 3 others are editing this")


def test_who_left_is_not_told(editor, login, article):
    other = login("Editors")
    call(other, article, typed="1")
    call(other, article, leave="1")

    assert call(editor, article)["who"] == ""


def test_a_newer_version_is_told_with_whose_it_is(editor, article, jo):
    editing.save(article, {"headline": "New"}, by=jo, base_version=1)

    assert call(editor, article, version=1)["newer"] == "Jo Marsh saved version 2. Your save will be merged with it."
    assert call(editor, article, version=2)["newer"] == ""


def test_the_form_comes_with_the_band(editor, article, jo):
    presence.arrive(article, jo, typed=True)

    html = editor.get(change_url(article)).content.decode()

    assert "data-who>Jo Marsh is editing this</span><span data-when>, last change" in html


def test_readers_of_the_reading_page_are_not_there(login, article):
    reader = login("Reporters")
    editing.move(article, to="review", by=None)

    assert reader.post(address(article)).status_code == 403
    assert "nr-presence" not in reader.get(change_url(article)).content.decode()
    assert not article.presences.exists()
