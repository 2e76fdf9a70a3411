"""Killing a story and bringing it back: asked by GET, done by POST, refusals told with everything that was typed."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from articles import publishing
from articles.models import DeskMember
from tests.factories import make_article, make_edition, make_section
from tests.reader.papers import rewrite

SURE = {"kind": "killed", "notice": "We withdrew this.", "reason": "It named a witness.", "sure": "yes"}


def url(article, name="kill"):
    return reverse(f"admin:articles_article_{name}", args=[article.pk])


@pytest.fixture
def story(db):
    return make_edition(headline="Ferry to return in spring").article


@pytest.fixture
def managing(login):
    return login("Managing editors", first_name="Mona", last_name="Hart")


def killed(article):
    publishing.kill(article, by=None, notice="We withdrew this.", reason="It named a witness.")
    return article


def make_member(user, *sections):
    member = DeskMember.objects.create(user=user)
    member.sections.set(sections)
    return member


def test_asking_to_kill_kills_nothing_and_says_what_will_happen(editor):
    edition = make_edition(slug="first-name", ago=timedelta(days=2))
    later = rewrite(edition, slug="second-name")
    rewrite(edition, kicker="Later", at=timezone.now() + timedelta(days=1))

    html = editor.get(url(edition.article)).content.decode()

    assert publishing.standing(edition.article).live
    for told in (edition.path, later.path, "gone” (410)", "never opens", "sitemap", "managing editor"):
        assert told in html, told


def test_a_killed_story_answers_with_the_notice_and_keeps_the_reason_to_the_desk(editor, story):
    path = publishing.standing(story).live.path

    assert editor.post(url(story), SURE).status_code == 302

    gone = Client().get(path)
    assert gone.status_code == 410
    assert "We withdrew this." in gone.content.decode()
    assert "It named a witness." not in gone.content.decode()
    kill = publishing.standing(story).killed
    assert (kill.kind, kill.by, kill.reason) == ("killed", editor.user, "It named a witness.")


def test_a_take_down_for_legal_reasons_is_told_apart(editor, story):
    editor.post(url(story), SURE | {"kind": "legal"})

    assert publishing.standing(story).killed.kind == "legal"


@pytest.mark.parametrize(
    ("left_out", "told"), [("sure", "Tick “I mean it”"), ("notice", "Write what readers"), ("reason", "Say why")]
)
def test_what_is_missing_is_refused_and_nothing_typed_is_lost(left_out, told, editor, story):
    typed = {"kind": "legal", "notice": "A <notice>", "reason": "A <reason>", "sure": "yes"}
    del typed[left_out]

    response = editor.post(url(story), typed)

    html = response.content.decode()
    assert response.status_code == 409
    assert told in html
    assert 'value="legal" checked' in html
    assert all(text.replace("<", "&lt;").replace(">", "&gt;") in html for text in typed.values() if "<" in text)
    assert publishing.standing(story).live


def test_a_story_that_readers_never_saw_is_not_killed(editor, article):
    response = editor.post(url(article), SURE)

    assert response.status_code == 409
    assert "Spike it instead" in response.content.decode()


def test_an_editor_does_not_bring_a_killed_story_back(editor, story):
    assert editor.post(url(killed(story), "revive"), {"reason": "A mistake"}).status_code == 403
    assert publishing.standing(story).killed


def test_a_managing_editor_brings_it_back_with_a_reason(managing, story):
    page = managing.get(url(killed(story), "revive")).content.decode()
    without = managing.post(url(story, "revive"), {"reason": " "})
    managing.post(url(story, "revive"), {"reason": "The court agreed"})

    assert "It named a witness." in page
    assert without.status_code == 409
    story.refresh_from_db()
    assert (publishing.standing(story).killed, story.stage) == (None, "draft")
    assert story.withdrawals.first().reason == "The court agreed"


def test_what_is_not_killed_cannot_come_back(managing, story):
    assert managing.post(url(story, "revive"), {"reason": "Why not"}).status_code == 409


@pytest.mark.parametrize("name", ["kill", "revive", "unpublish"])
def test_who_may_not_withdraw_gets_no_page_and_no_act(name, login, story):
    copy = login("Copy editors")

    assert copy.get(url(story, name)).status_code == 403
    assert copy.post(url(story, name), SURE).status_code == 403
    assert publishing.standing(story).live


def test_a_notice_keeps_no_nul(editor, story):
    editor.post(url(story), SURE | {"notice": "We with\0drew this."})

    assert publishing.standing(story).killed.notice == "We withdrew this."


def test_an_editor_of_another_section_kills_nothing(login, story):
    sport = login("Editors")
    make_member(sport.user, make_section("Sport"))

    assert sport.post(url(story), SURE).status_code == 403
    assert publishing.standing(story).live


def test_unpublishing_says_that_a_scheduled_edition_never_opens(editor):
    article = make_article()
    publishing.publish(article, by=None, at=timezone.now() + timedelta(days=1))

    html = editor.get(url(article, "unpublish")).content.decode()

    assert "never opens" in html
