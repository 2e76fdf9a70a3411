"""Is it new, known, renamed, or worked on since? The decision table of docs/importing.md, line by line."""

import pytest
from django.utils.dateparse import parse_datetime

from articles import editing
from articles.models import Article, Delivery, ImportRecord, Original

from .conftest import STORY

pytestmark = pytest.mark.django_db
CHANGED = STORY.replace("by 1 December", "by 8 December")


def edit(article, old, new):
    return editing.save(article, {"body": article.body.replace(old, new)}, by=None, base_version=article.version)


def test_a_text_becomes_one_draft(inbox):
    inbox.drop("pumps.txt", STORY)

    report = inbox.run()

    assert report["counts"] == {"created": 1}
    assert Article.objects.get().stage == "draft"
    assert not Article.objects.get().editions.exists()


def test_the_same_bytes_again_are_unchanged_and_write_nothing(inbox, writes):
    inbox.drop("pumps.txt", STORY)
    inbox.run()
    writes.clear()

    report = inbox.run()

    assert report["counts"] == {"unchanged": 1}
    assert writes == []


def test_a_renamed_file_is_moved(inbox):
    path = inbox.drop("pumps.txt", STORY)
    inbox.run()
    path.rename(path.with_name("pumps-final.txt"))

    report = inbox.run()

    assert report["counts"] == {"moved": 1}
    assert ImportRecord.objects.get().external_id == "pumps-final.txt"


def test_a_touched_file_is_unchanged(inbox):
    path = inbox.drop("pumps.txt", STORY)
    inbox.run()
    path.touch()

    assert inbox.run()["counts"] == {"unchanged": 1}


def test_newer_text_updates_an_untouched_story_and_keeps_the_earlier_revision(inbox):
    inbox.drop("pumps.txt", STORY)
    inbox.run()
    inbox.drop("pumps.txt", CHANGED)

    report = inbox.run()

    article = Article.objects.get()
    assert report["counts"] == {"updated": 1}
    assert "by 8 December" in article.body
    assert [revision.version for revision in article.revisions.all()] == [2, 1]


def test_newer_text_never_replaces_an_edited_story(inbox):
    inbox.drop("pumps.txt", STORY)
    inbox.run()
    edit(Article.objects.get(), "third spring tide", "fourth spring tide")
    inbox.drop("pumps.txt", CHANGED)

    report = inbox.run()

    article = Article.objects.get()
    assert report["counts"] == {"conflict": 1}
    assert report["code"] == 1
    assert "fourth spring tide" in article.body
    assert "by 1 December" in article.body


def test_the_text_in_conflict_waits_beside_the_story(inbox):
    inbox.drop("pumps.txt", STORY)
    inbox.run()
    edit(Article.objects.get(), "third", "fourth")
    inbox.drop("pumps.txt", CHANGED)

    inbox.run()

    assert "by 8 December" in ImportRecord.objects.waiting().get().pending["body"]


def test_a_conflict_is_told_once_and_then_waits(inbox, writes):
    inbox.drop("pumps.txt", STORY)
    inbox.run()
    edit(Article.objects.get(), "third", "fourth")
    inbox.drop("pumps.txt", CHANGED)
    inbox.run()
    writes.clear()

    report = inbox.run()

    assert report["counts"] == {"unchanged": 1}
    assert [finding["code"] for finding in report["items"][0]["findings"]] == ["text-waiting"]
    assert writes == []


def test_on_conflict_overwrite_updates_and_keeps_the_edited_revision(inbox):
    inbox.drop("pumps.txt", STORY)
    inbox.run()
    edit(Article.objects.get(), "third", "fourth")
    inbox.drop("pumps.txt", CHANGED)

    report = inbox.run(on_conflict="overwrite")

    article = Article.objects.get()
    assert report["counts"] == {"updated": 1}
    assert "by 8 December" in article.body
    assert "fourth" in article.revisions.get(version=2).data["body"]


def test_on_conflict_keep_lets_the_new_text_go(inbox):
    inbox.drop("pumps.txt", STORY)
    inbox.run()
    edit(Article.objects.get(), "third", "fourth")
    inbox.drop("pumps.txt", CHANGED)

    report = inbox.run(on_conflict="keep")

    assert report["counts"] == {"conflict": 1}
    assert not ImportRecord.objects.waiting().exists()


def test_filing_a_story_under_a_section_is_not_editing_its_text(inbox, db):
    from tests.factories import make_section

    inbox.drop("pumps.txt", STORY)
    inbox.run()
    article = Article.objects.get()
    editing.save(article, {"section": make_section()}, by=None, base_version=1)
    inbox.drop("pumps.txt", CHANGED)

    assert inbox.run()["counts"] == {"updated": 1}


@pytest.mark.parametrize(
    "kept", [{"ednote": "HOLD: legal"}, {"source_line": "Court papers"}, {"embargo_until": "2099-01-01T00:00Z"}]
)
def test_what_an_editor_notes_about_a_text_is_work_on_it(inbox, kept):
    inbox.drop("pumps.txt", STORY)
    inbox.run()
    fields = {name: parse_datetime(value) if name == "embargo_until" else value for name, value in kept.items()}
    editing.save(Article.objects.get(), fields, by=None, base_version=1)
    inbox.drop("pumps.txt", CHANGED)

    assert inbox.run(publish=True)["counts"] == {"conflict": 1}


def test_text_that_is_taken_over_never_lifts_an_embargo(inbox):
    inbox.drop("pumps.txt", STORY)
    inbox.run()
    until = parse_datetime("2099-01-01T00:00Z")
    editing.save(Article.objects.get(), {"embargo_until": until, "ednote": "HOLD"}, by=None, base_version=1)
    inbox.drop("pumps.txt", CHANGED)

    inbox.run(on_conflict="overwrite", publish=True)

    article = Article.objects.get()
    assert (article.embargo_until, article.ednote) == (until, "HOLD")
    assert not article.editions.exists()


def test_the_same_text_under_another_name_is_a_flagged_draft(inbox):
    inbox.drop("a.txt", STORY)
    inbox.drop("b.txt", STORY)

    report = inbox.run()

    assert report["counts"] == {"created": 2}
    assert "possible-duplicate" in [finding["code"] for finding in report["items"][1]["findings"]]


def test_two_folders_of_one_name_do_not_overwrite_each_other(inbox, tmp_path):
    inbox.drop("pumps.txt", STORY)
    inbox.run()
    other = tmp_path / "elsewhere" / "inbox"
    other.mkdir(parents=True)
    (other / "pumps.txt").write_text(STORY.replace("pumps", "lamps"))

    report = inbox.run(str(other))

    assert report["counts"] == {"failed": 1}
    assert "--source" in report["items"][0]["error"]["message"]


def test_the_bytes_are_kept_as_they_came(inbox):
    data = STORY.replace("\n", "\r\n").encode("utf-8-sig")
    inbox.drop("pumps.txt", data)

    inbox.run()

    from articles.intake import original_bytes

    assert original_bytes(Original.objects.get()) == data


def test_a_run_that_finds_nothing_new_leaves_no_delivery(inbox):
    inbox.drop("pumps.txt", STORY)
    inbox.run()
    inbox.run()

    assert Delivery.objects.count() == 1
