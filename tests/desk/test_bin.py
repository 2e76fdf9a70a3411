"""The bin: drafts go in and come back; what ever had an edition does not go in."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from articles import editing, publishing
from articles.models import Article
from tests.desk.forms import change_url, opened
from tests.factories import make_article, make_edition

LIST = "/admin/articles/article/"


def url(article, name="bin"):
    return reverse(f"admin:articles_article_{name}", args=[article.pk])


def is_binned(article):
    return Article.objects.get(pk=article.pk).binned_at is not None


def headlines(response):
    return {article.headline for article in response.context_data["cl"].result_list}


def test_a_draft_goes_into_the_bin_and_undo_brings_it_back(reporter):
    article = make_article(by=reporter.user)

    html = reporter.post(url(article), follow=True).content.decode()
    binned = is_binned(article)
    reporter.post(url(article, "unbin"))

    assert binned
    assert f'action="{url(article, "unbin")}"' in html
    assert not is_binned(article)
    assert [row.action for row in article.transitions.all()] == ["unbinned", "binned", "created"]


@pytest.mark.parametrize("name", ["bin", "unbin"])
def test_nothing_moves_by_opening_an_address(name, editor, article):
    assert editor.get(url(article, name)).status_code == 405
    assert not is_binned(article)


def test_a_reporter_throws_away_no_colleagues_draft(reporter, article):
    assert reporter.post(url(article)).status_code == 403
    assert not is_binned(article)


@pytest.mark.parametrize("when", ["live", "scheduled", "withdrawn", "called off"])
def test_what_ever_had_an_edition_stays_out_of_the_bin(when, editor):
    later = timezone.now() + timedelta(hours=2)
    article = make_edition(at=later if when in ("scheduled", "called off") else None).article
    if when == "withdrawn":
        publishing.unpublish(article, by=None)
    if when == "called off":
        publishing.cancel(article, by=None)

    offered = "bin-form" in editor.get(change_url(article)).content.decode()
    html = editor.post(url(article), follow=True).content.decode()

    assert not offered
    assert not is_binned(article)
    assert "A story that had an edition is not thrown away." in html


def test_the_bin_has_a_tab_of_its_own(editor, article):
    make_article(headline="Kept")
    editing.bin_story(article, by=editor.user)

    assert headlines(editor.get(LIST)) == {"Kept"}
    assert headlines(editor.get(LIST, {"stage": "bin"})) == {article.headline}


def test_a_reporter_finds_only_their_own_in_the_bin(reporter, article):
    mine = make_article(headline="Mine", by=reporter.user)
    for story in (mine, article):
        editing.bin_story(story, by=None)

    assert headlines(reporter.get(LIST, {"stage": "bin"})) == {"Mine"}
    assert reporter.get(change_url(article)).status_code == 403


def test_a_story_in_the_bin_is_read_and_can_be_taken_out(editor, article):
    editing.bin_story(article, by=editor.user)

    html = editor.get(change_url(article)).content.decode()

    assert 'name="headline"' not in html
    assert "In the bin since" in html
    assert f'action="{url(article, "unbin")}"' in html


def test_what_was_typed_while_the_story_went_into_the_bin_can_be_copied(editor, article):
    typed = opened(editor, article) | {"headline": "Typed meanwhile", "_continue": "1"}
    editing.bin_story(article, by=None)

    response = editor.post(change_url(article), typed)

    assert response.status_code == 403
    assert "Typed meanwhile</textarea>" in response.content.decode()
    assert Article.objects.get().version == 1


def test_a_story_that_goes_into_the_bin_during_a_save_can_be_copied(editor, article, monkeypatch):
    typed = opened(editor, article) | {"headline": "Typed meanwhile"}

    def too_late(*args, **told):
        raise editing.Refused("This story is in the bin.", code="binned")

    monkeypatch.setattr(editing, "save", too_late)
    response = editor.post(change_url(article), typed)

    assert response.status_code == 403
    assert "Typed meanwhile</textarea>" in response.content.decode()


def test_many_go_into_the_bin_and_what_may_not_is_named(reporter, article):
    mine = make_article(by=reporter.user)

    html = reporter.post(
        LIST, {"action": "put_in_bin", "_selected_action": [mine.pk, article.pk]}, follow=True
    ).content.decode()

    assert (is_binned(mine), is_binned(article)) == (True, False)
    assert "1 story put in the bin." in html
    assert f"{article.headline}: this is not yours to do." in html


def test_many_come_out_of_the_bin(editor, article):
    editing.bin_story(article, by=None)

    editor.post(f"{LIST}?stage=bin", {"action": "take_out_of_bin", "_selected_action": [article.pk]})

    assert not is_binned(article)
