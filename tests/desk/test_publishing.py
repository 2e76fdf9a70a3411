"""Publishing and withdrawing from the desk: asked by GET, done by POST, refusals told and nothing typed lost."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from articles import editing, publishing
from articles.models import Edition
from tests.factories import make_article, make_edition


def url(article, name="publish"):
    return reverse(f"admin:articles_article_{name}", args=[article.pk])


def flawed():
    return make_article(headline="Boat leaves at TK")


def test_asking_publishes_nothing(editor, article):
    html = editor.get(url(article)).content.decode()

    assert "/ferry-to-return-in-spring/" in html
    assert not Edition.objects.exists()


def test_publishing_gives_readers_the_version_that_was_shown(editor, article):
    response = editor.post(url(article), {"version": "1"}, follow=True)

    edition = Edition.objects.get()
    assert (edition.version, edition.made_by) == (1, editor.user)
    assert f'{edition.path}">View on site</a>' in response.content.decode()


def test_an_error_stands_in_the_way_until_there_is_a_reason(editor):
    article = flawed()

    refused = editor.post(url(article), {"version": "1"})
    editor.post(url(article), {"version": "1", "waive-placeholder": "It is the name of the boat"})

    assert refused.status_code == 409
    assert "Mend them, or give a reason" in refused.content.decode()
    transition = article.transitions.get(action="published")
    assert transition.waived == {"placeholder": "It is the name of the boat"}


def test_reasons_come_back_when_something_else_is_refused(editor):
    article = flawed()
    editing.save(article, {"kicker": "Later"}, by=editor.user, base_version=1)

    response = editor.post(url(article), {"version": "1", "waive-placeholder": "The <boat>"})

    assert response.status_code == 409
    assert 'value="The &lt;boat&gt;"' in response.content.decode()
    assert "Somebody saved this story" in response.content.decode()
    assert not Edition.objects.exists()


def test_a_post_that_does_not_name_a_version_publishes_nothing(editor, article):
    assert editor.post(url(article)).status_code == 409
    assert not Edition.objects.exists()


def test_a_story_that_cannot_be_published_says_so_before_it_is_tried(editor):
    article = make_edition().article
    publishing.kill(article, by=None, notice="Withdrawn", reason="It was made up")

    html = editor.get(url(article)).content.decode()

    assert "cannot be published until a managing editor brings it back" in html
    assert "Nothing stands in the way" not in html


def test_an_embargo_is_kept(editor):
    article = make_article(embargo_until=timezone.now() + timedelta(hours=1))

    response = editor.post(url(article), {"version": "1"})

    assert "Embargoed until" in response.content.decode()


def test_withdrawing_needs_a_post_and_keeps_the_note(editor):
    article = make_edition().article

    editor.get(url(article, "unpublish"))
    assert publishing.standing(article).live
    editor.post(url(article, "unpublish"), {"note": "Wrong harbour"})

    assert not publishing.standing(article).live
    assert article.transitions.get(action="unpublished").note == "Wrong harbour"


def test_withdrawing_what_is_not_live_is_refused(editor, article):
    assert editor.post(url(article, "unpublish")).status_code == 409


def test_a_reporter_sees_no_way_to_publish(reporter, article):
    html = reporter.get(reverse("admin:articles_article_change", args=[article.pk])).content.decode()

    assert "_publish" not in html
    assert url(article, "unpublish") not in html


def test_the_form_says_where_the_story_stands(editor):
    article = make_edition().article
    editing.save(article, {"kicker": "New"}, by=editor.user, base_version=1)

    html = editor.get(reverse("admin:articles_article_change", args=[article.pk])).content.decode()

    assert "Readers see version 1; there are changes they cannot see yet" in html


def test_a_note_keeps_no_nul(editor):
    edition = make_edition()

    editor.post(url(edition.article, "unpublish"), {"note": "A mis\0take"})

    assert edition.article.transitions.get(action="unpublished").note == "A mistake"


def test_a_reason_keeps_no_nul(editor):
    article = flawed()

    editor.post(url(article), {"version": "1", "waive-placeholder": "A na\0me"})

    assert "A name" in str(list(article.transitions.filter(action="published").values()))


@pytest.mark.parametrize(
    ("name", "page"),
    [
        ("publish", "Publish"),
        ("unpublish", "Take off the site"),
        ("compare", "What changed"),
        ("history", "History"),
    ],
)
def test_the_title_names_the_page_and_the_story(name, page, editor, article):
    html = editor.get(url(article, name)).content.decode()

    assert f"<title>{page}: Ferry to return in spring | " in html
