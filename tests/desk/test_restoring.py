"""Bringing an earlier version back: shown first, saved on top, never over a colleague's work."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from articles import editing, publishing, tagging
from articles.models import Article
from tests.factories import make_article, make_author, make_edition, make_section


def url(article, version=1):
    return reverse("admin:articles_article_restore", args=[article.pk, version])


def save(article, **fields):
    return editing.save(article, fields, by=None, base_version=article.version)


@pytest.fixture
def rewritten(article):
    """Version 2 says something else in every way."""
    return editing.save(
        article,
        {"headline": "Ferry cancelled", "section": make_section("Sport")},
        by=None,
        base_version=1,
        bylines=[(make_author("Mira Lund"), "")],
        tags=tagging.resolve(["Boats"]),
    )


def test_asking_shows_what_would_change_and_restores_nothing(editor, rewritten):
    html = editor.get(url(rewritten)).content.decode()

    assert rewritten.revisions.count() == 2
    for name in ("headline", "section", "bylines", "tags"):
        assert f'data-field="{name}"' in html, name
    assert 'name="base" value="2"' in html


def test_a_restored_version_is_a_new_one_on_top(editor, rewritten):
    response = editor.post(url(rewritten), {"base": "2"}, follow=True)

    article = Article.objects.get()
    newest = article.revisions.first()
    assert (article.version, article.headline, article.section.name) == (3, "Ferry to return in spring", "News")
    assert [tag.name for tag in article.tags.order_by("name")] == ["Council", "Ferries"]
    assert [byline.author.name for byline in article.bylines.all()] == ["Isla Wren"]
    assert (newest.origin, newest.note, newest.created_by) == ("restored", "Version 1 restored", editor.user)
    assert "Version 1 is back" in response.content.decode()


@pytest.mark.parametrize("base", ["1", "", "x"])
def test_nothing_is_restored_over_what_a_colleague_saved_meanwhile(base, editor, rewritten):
    response = editor.post(url(rewritten), {"base": base})

    html = response.content.decode()
    assert response.status_code == 409
    assert "Somebody saved this story after you opened it." in html
    assert 'name="base" value="2"' in html
    assert Article.objects.get().headline == "Ferry cancelled"


def test_what_somebody_may_not_change_stays_and_is_named(login):
    copy = login("Copy editors")
    article = save(make_article(weight=4), weight=1, kicker="New")

    html = copy.get(url(article)).content.decode()
    copy.post(url(article), {"base": "2"})

    restored = Article.objects.get()
    assert (restored.weight, restored.kicker) == (1, "")
    assert 'data-field="weight"' not in html
    assert "Weight: not yours to change, so it stays as now." in html


def test_an_embargo_is_not_taken_away_by_going_back_to_before_it(login):
    copy, until = login("Copy editors"), timezone.now() + timedelta(days=1)
    article = save(make_article(), embargo_until=until, kicker="New")

    copy.post(url(article), {"base": "2"})

    assert Article.objects.get().embargo_until == until


def test_a_version_that_says_the_same_is_not_saved_again(editor, article):
    save(article, kicker="New")
    save(article, kicker="")

    response = editor.post(url(article), {"base": "3"})

    assert response.status_code == 409
    assert article.revisions.count() == 3
    assert "There is nothing to restore" in response.content.decode()


def test_readers_see_nothing_of_it(editor):
    edition = make_edition(headline="As published")
    save(edition.article, headline="Later")

    editor.post(url(edition.article), {"base": "2"})

    assert list(edition.article.editions.values_list("version", flat=True)) == [1]


def test_who_may_not_edit_the_story_may_not_restore_it(reporter, rewritten):
    assert reporter.get(url(rewritten)).status_code == 403
    assert reporter.post(url(rewritten), {"base": "2"}).status_code == 403
    assert Article.objects.get().version == 2


def test_a_version_that_was_not_kept_is_not_found(editor, article):
    assert editor.post(url(article, 7), {"base": "1"}).status_code == 404


def test_a_schedule_that_the_old_embargo_forbids_is_taken_back_and_told(editor):
    now = timezone.now()
    article = save(make_article(embargo_until=now + timedelta(days=3)), embargo_until=None)
    publishing.publish(article, by=None, at=now + timedelta(days=1))

    html = editor.post(url(article), {"base": "2"}, follow=True).content.decode()

    assert "The schedule of edition 1 was taken back" in html
    assert publishing.standing(article).next is None
