"""Newer text beside an edited story: an editor takes it or lets it go."""

import pytest

from articles import editing, intake
from articles.models import Article, ImportRecord
from tests.factories import make_user

from .conftest import STORY

pytestmark = pytest.mark.django_db


@pytest.fixture
def waiting(inbox):
    """A record with text that says 8 December beside a story that an editor changed."""
    inbox.drop("pumps.txt", STORY)
    inbox.run()
    article = Article.objects.get()
    editing.save(article, {"body": article.body.replace("third", "fourth")}, by=None, base_version=1)
    inbox.drop("pumps.txt", STORY.replace("by 1 December", "by 8 December"))
    inbox.run()
    return ImportRecord.objects.get()


def test_taking_the_text_makes_it_the_story_as_a_new_revision(waiting):
    user = make_user()

    intake.accept(waiting, by=user)

    article = Article.objects.get()
    assert "by 8 December" in article.body
    assert article.revisions.first().created_by == user
    assert "fourth" in article.revisions.get(version=2).data["body"]


def test_after_taking_it_the_next_text_updates_again(waiting, inbox):
    intake.accept(waiting, by=None)
    inbox.drop("pumps.txt", STORY.replace("by 1 December", "by 9 December"))

    assert inbox.run()["counts"] == {"updated": 1}


def test_letting_it_go_leaves_the_story(waiting):
    intake.decline(waiting, by=None)

    assert "by 1 December" in Article.objects.get().body
    assert not ImportRecord.objects.waiting().exists()


def test_text_let_go_is_not_offered_again(waiting, inbox):
    intake.decline(waiting, by=None)

    assert inbox.run()["counts"] == {"unchanged": 1}


@pytest.mark.parametrize("decide", [intake.accept, intake.decline])
def test_a_decision_taken_twice_is_refused(waiting, decide):
    intake.decline(waiting, by=None)

    with pytest.raises(editing.Refused) as refused:
        decide(waiting, by=None)

    assert refused.value.code == "nothing-waits"


def test_the_bytes_taken_are_the_original_now(waiting):
    intake.accept(waiting, by=None)

    assert b"by 8 December" in intake.original_bytes(ImportRecord.objects.get().original)


@pytest.mark.parametrize(("on_conflict", "text"), [("overwrite", "by 8 December"), ("keep", "by 1 December")])
def test_an_import_told_how_settles_the_text_that_waits(waiting, inbox, on_conflict, text):
    inbox.run(on_conflict=on_conflict)

    assert text in Article.objects.get().body
    assert not ImportRecord.objects.waiting().exists()


def test_merging_keeps_what_both_changed(waiting):
    intake.merge(waiting, by=None)

    article = Article.objects.get()
    assert "fourth" in article.body
    assert "by 8 December" in article.body
    assert ImportRecord.objects.get().pending is None


def test_after_merging_the_next_text_waits_and_our_words_are_still_ours(waiting, inbox):
    intake.merge(waiting, by=None)
    inbox.drop("pumps.txt", STORY.replace("by 1 December", "by 9 December"))

    report = inbox.run()
    intake.merge(ImportRecord.objects.get(), by=None)

    assert report["counts"] == {"conflict": 1}
    assert "fourth" in Article.objects.get().body
    assert "by 9 December" in Article.objects.get().body


def test_the_history_has_the_text_that_came_in_below_what_was_merged(waiting):
    intake.merge(waiting, by=None)

    merged, came_in = Article.objects.get().revisions.order_by("-version")[:2]
    assert (merged.origin, came_in.origin) == ("edited", "imported")
    assert "fourth" in merged.data["body"] and "fourth" not in came_in.data["body"]


def test_words_that_both_changed_are_not_merged_but_named(inbox):
    inbox.drop("pumps.txt", STORY)
    inbox.run()
    article = Article.objects.get()
    editing.save(article, {"body": article.body.replace("by 1 December", "by 2 December")}, by=None, base_version=1)
    inbox.drop("pumps.txt", STORY.replace("by 1 December", "by 8 December"))
    inbox.run()
    record = ImportRecord.objects.get()

    with pytest.raises(editing.Refused) as refused:
        intake.merge(record, by=None)

    assert refused.value.code == "meet"
    assert intake.both(record).meeting == ["body"]
    assert "by 2 December" in Article.objects.get().body
