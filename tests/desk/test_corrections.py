"""Corrections from the desk: published in one step with an edition, readable by the desk, changed by nobody."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from articles import editing, publishing
from articles.models import Correction, DeskMember, ImportRecord, Original, Source, Withdrawal
from tests.factories import make_article, make_edition, make_section, make_user

FOR = {"version": "1", "kind": "correction", "wrong": "3 May", "right": "30 May"}


@pytest.fixture
def story(db):
    return make_edition(headline="Ferry to return in spring").article


@pytest.fixture
def owner(db):
    client = Client()
    client.force_login(make_user(is_superuser=True))
    return client


@pytest.fixture
def publisher(login):
    """Somebody who publishes and does not correct."""
    client = login("Copy editors")
    client.user.user_permissions.add(Permission.objects.get(codename="publish_article"))
    return client


def url(article):
    return reverse("admin:articles_article_publish", args=[article.pk])


def records(model, page="changelist", *args):
    return reverse(f"admin:articles_{model}_{page}", args=args)


def corrected(story):
    publishing.publish(story, by=None, correction=publishing.Put("correction", "It sails on 3 May", "On 30 May"))
    return Correction.objects.get(article=story)


def withdrawn(story):
    publishing.unpublish(story, by=None, note="Wrong harbour")
    return Withdrawal.objects.get(article=story)


# publishing one


def test_a_correction_goes_out_with_a_new_edition_of_the_same_text(editor, story):
    editor.post(url(story), FOR)

    correction = Correction.objects.get()
    assert (correction.kind, correction.wrong, correction.right, correction.by) == (
        "correction",
        "3 May",
        "30 May",
        editor.user,
    )
    assert publishing.standing(story).live.corrections[0]["right"] == "30 May"


def test_a_correction_that_is_not_finished_comes_back_as_typed(editor, story):
    response = editor.post(url(story), {**FOR, "right": "", "wrong": "<3 May>"})

    html = response.content.decode()
    assert response.status_code == 409
    assert "Say what was wrong and what is right" in html
    assert "&lt;3 May&gt;</textarea>" in html
    assert not Correction.objects.exists()


@pytest.mark.parametrize("kind", ["", "joke"])
def test_a_correction_of_no_kind_is_refused(kind, editor, story):
    assert editor.post(url(story), {**FOR, "kind": kind}).status_code == 409
    assert story.editions.count() == 1


def test_a_correction_cannot_wait(editor, story):
    tomorrow = timezone.localdate() + timedelta(days=1)

    response = editor.post(url(story), {**FOR, "when": "later", "at-date": str(tomorrow), "at-time": "12:00"})

    assert response.status_code == 409
    assert "A correction goes out at once" in response.content.decode()


def test_who_may_not_correct_cannot_do_it_by_posting(publisher, story):
    assert publisher.post(url(story), FOR).status_code == 403
    assert story.editions.count() == 1


def test_who_may_not_correct_is_not_asked(publisher, story):
    assert 'name="wrong"' not in publisher.get(url(story)).content.decode()


def test_a_story_that_readers_do_not_have_is_not_corrected(editor, article):
    assert 'name="wrong"' not in editor.get(url(article)).content.decode()


@pytest.mark.parametrize(("query", "is_open"), [("", False), ("?correct=1", True)])
def test_the_card_is_folded_unless_the_address_asks_for_it(query, is_open, editor, story):
    html = editor.get(url(story) + query).content.decode()

    assert ('<details class="nr-card nr-correcting" open>' in html) is is_open


def corrected_by_its_provider(story):
    told = {"sha256": "1" * 64, "seen_sha256": "1" * 64, "fingerprint": "", "imported_hash": ""}
    ImportRecord.objects.create(
        source=Source.objects.create(slug="wire", name="Wire"),
        external_id="1",
        article=story,
        original=Original.objects.create(sha256="1" * 64, size=0, content=b""),
        extra={"correction_note": "Corrects day in paragraph 2"},
        first_seen_at=timezone.now(),
        changed_at=timezone.now(),
        **told,
    )


def test_what_a_provider_says_of_a_correction_is_suggested_and_not_filled_in(editor, story):
    corrected_by_its_provider(story)

    html = editor.get(url(story)).content.decode()

    assert "<q>Corrects day in paragraph 2</q>" in html
    assert 'name="right" rows="2" maxlength="2000"></textarea>' in html


def test_the_words_of_a_provider_are_the_beginning_where_somebody_asks_for_them(editor, story):
    corrected_by_its_provider(story)

    html = editor.get(url(story) + "?correct=provider").content.decode()

    assert ">Corrects day in paragraph 2</textarea>" in html
    assert '<details class="nr-card nr-correcting" open>' in html


def test_a_correction_of_before_the_edition_is_not_suggested(editor, story):
    corrected_by_its_provider(story)
    editing.save(story, {"headline": "Ferry returns on 30 May"}, by=None, base_version=story.version)
    publishing.publish(story, by=None)

    assert "Corrects day" not in editor.get(url(story)).content.decode()


def test_the_page_shows_what_was_put_right_so_far(editor, story):
    corrected(story)

    html = editor.get(url(story)).content.decode()

    assert "It sails on 3 May" in html
    assert "They cannot be changed" in html


# the record


@pytest.mark.parametrize(("make", "told"), [(corrected, "It sails on 3 May"), (withdrawn, "Wrong harbour")])
def test_the_desk_reads_what_was_put_right_and_withdrawn(make, told, editor, story):
    entry = make(story)

    html = editor.get(records(entry._meta.model_name)).content.decode()

    assert told in html
    assert "Ferry to return in spring" in html
    assert "command line" in html


@pytest.mark.parametrize(
    ("group", "model", "status"),
    [
        ("Reporters", "correction", 403),
        ("Copy editors", "correction", 200),
        ("Copy editors", "withdrawal", 403),
        ("Editors", "withdrawal", 200),
    ],
)
def test_the_record_is_for_those_who_may_see_it(group, model, status, login):
    assert login(group).get(records(model)).status_code == status


@pytest.mark.parametrize("make", [corrected, withdrawn])
@pytest.mark.parametrize("page", ["add", "delete", "change"])
def test_nobody_adds_changes_or_deletes_an_entry(page, make, owner, story):
    entry = make(story)
    before = type(entry).objects.values().get()
    address = records(entry._meta.model_name, page, *([] if page == "add" else [entry.pk]))

    assert owner.get(address).status_code == (200 if page == "change" else 403)
    assert owner.post(address, {"post": "yes", "wrong": "Nothing", "reason": "None"}).status_code == 403
    assert type(entry).objects.values().get() == before


@pytest.mark.parametrize("make", [corrected, withdrawn])
def test_no_entry_goes_by_a_bulk_action(make, owner, story):
    entry = make(story)
    address = records(entry._meta.model_name)

    owner.post(address, {"action": "delete_selected", "_selected_action": [entry.pk], "post": "yes", "index": "0"})

    assert type(entry).objects.exists()
    assert 'name="action"' not in owner.get(address).content.decode()


@pytest.mark.parametrize("make", [corrected, withdrawn])
def test_the_record_tells_only_of_stories_that_somebody_may_see(make, editor):
    member = DeskMember.objects.create(user=editor.user)
    member.sections.add(make_section("Culture"))
    elsewhere = make_article(section=make_section("Harbour"), headline="Not for Culture")
    publishing.publish(elsewhere, by=None)
    entry = make(elsewhere)

    assert "Not for Culture" not in editor.get(records(entry._meta.model_name)).content.decode()
    assert editor.get(records(entry._meta.model_name, "change", entry.pk)).status_code != 200
