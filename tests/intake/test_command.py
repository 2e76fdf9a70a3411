"""The command as an operator meets it: options, exit codes, reports, failures that name what to do."""

import io
from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from articles import editing, publishing, tagging
from articles.models import Article, Author, Delivery, Edition, ImportRecord, Section, Tag
from tests.factories import make_section

from .conftest import STORY

pytestmark = pytest.mark.django_db
BYLINED = STORY.replace("\n\n", "\n\nBy Isla Wren, harbour reporter\n\n", 1)


@pytest.mark.parametrize("publish", [False, True])
def test_a_dry_run_leaves_no_row_and_no_file(inbox, media, publish):
    inbox.drop("pumps.txt", BYLINED)

    report = inbox.run(dry_run=True, section="harbour", tag=["Quay"], publish=publish)

    assert report["counts"] == {"created": 1}
    for model in (Article, Author, Delivery, ImportRecord, Section, Tag):
        assert not model.objects.exists(), model.__name__
    assert not media.exists()


def test_a_dry_run_names_no_article_that_is_not_there(inbox):
    inbox.drop("pumps.txt", STORY)

    assert inbox.run(dry_run=True)["items"][0]["article"] is None


def test_a_dry_run_sees_duplicates_across_batches(inbox):
    for number in range(45):
        inbox.drop(f"{number:03}.txt", STORY)

    report = inbox.run(dry_run=True)

    assert all("possible-duplicate" in [f["code"] for f in item["findings"]] for item in report["items"][1:])


def test_the_report_has_the_agreed_shape(inbox):
    inbox.drop("pumps.txt", STORY)

    report = inbox.run()

    assert set(report) == {"format", "dry_run", "counts", "items", "code"}
    keys = {"path", "number", "source", "external_id", "outcome", "article", "headline", "findings", "error"}
    assert set(report["items"][0]) == keys
    assert all(set(f) == {"code", "level", "paragraph", "excerpt"} for f in report["items"][0]["findings"])


def test_bad_inputs_fail_by_name_and_the_rest_comes_in(inbox):
    inbox.drop("a-good.txt", STORY)
    inbox.drop("b-empty.txt", b"")
    inbox.drop("c-nuls.txt", b"\x00" * 40)

    report = inbox.run()

    assert report["counts"] == {"created": 1, "failed": 2}
    assert report["code"] == 1


def test_an_unreadable_file_fails_with_what_to_do(inbox, monkeypatch):
    path = inbox.drop("locked.txt", STORY)
    inbox.drop("open.txt", STORY)
    really_open = open

    def refuse(file, *args, **kwargs):
        if str(file) == str(path):
            raise PermissionError(13, "Permission denied")
        return really_open(file, *args, **kwargs)

    monkeypatch.setattr("builtins.open", refuse)

    report = inbox.run()

    assert "check its permissions" in report["items"][0]["error"]["message"]


def test_failures_told_before_are_not_written_again(inbox, writes):
    inbox.drop("empty.txt", b"")
    inbox.drop("pumps.txt", STORY)
    inbox.run()
    writes.clear()

    report = inbox.run()

    assert report["counts"] == {"unchanged": 1, "failed": 1}
    assert writes == []


def test_nothing_readable_at_all_exits_with_2(inbox):
    inbox.drop("empty.txt", b"")

    assert inbox.run()["code"] == 2


def test_a_missing_path_exits_with_2_and_imports_nothing(inbox):
    inbox.drop("pumps.txt", STORY)

    with pytest.raises(CommandError) as refused:
        call_command("import_articles", str(inbox.folder), str(inbox.folder / "nowhere"))

    assert refused.value.returncode == 2
    assert not Article.objects.exists()


def test_strict_turns_warnings_into_exit_1(inbox):
    inbox.drop("pumps.txt", STORY)

    assert inbox.run(strict=True)["code"] == 1


def test_section_files_every_new_story(inbox):
    inbox.drop("pumps.txt", STORY)

    inbox.run(section="world")

    assert Article.objects.get().section.slug == "world"


def test_a_misspelt_section_is_refused_with_the_right_one(inbox):
    make_section("World")
    inbox.drop("pumps.txt", STORY)

    with pytest.raises(CommandError, match="--section world"):
        call_command("import_articles", str(inbox.folder), section="wrold")


def test_tags_asked_for_are_applied(inbox):
    inbox.drop("pumps.txt", STORY)

    inbox.run(tag=["Flooding", "Lower Quay"])

    assert sorted(Article.objects.get().tags.names()) == ["Flooding", "Lower Quay"]


def test_tags_the_desk_uses_are_found_in_the_text_by_name_and_alias(inbox):
    tag = Tag(name="Harbour authority")
    tagging.save_tag(tag, aliases=["harbour board"])
    inbox.drop("pumps.txt", STORY)

    inbox.run()

    assert list(Article.objects.get().tags.names()) == ["Harbour authority"]


def test_new_names_are_only_suggested(inbox):
    inbox.drop("pumps.txt", STORY.replace("on the quay", "near Gannet Bank, off Gannet Bank"))

    inbox.run()

    assert not Tag.objects.exists()
    assert "Gannet Bank" in ImportRecord.objects.get().suggested_tags


def test_an_author_named_twice_is_one_author_without_a_login(inbox):
    inbox.drop("a.txt", BYLINED)
    inbox.drop("b.txt", BYLINED.replace("pumps", "lamps"))

    inbox.run()

    assert Author.objects.get().user is None


def test_publish_publishes_what_has_no_error(inbox):
    inbox.drop("pumps.txt", BYLINED)
    inbox.drop("unfinished.txt", BYLINED.replace("two new pumps", "TK new pumps"))

    report = inbox.run(publish=True)

    assert [e.headline for e in Edition.objects.live()] == ["Harbour board orders new pumps for the Lower Quay"]
    assert "not-published" in [finding["code"] for finding in report["items"][1]["findings"]]


def test_publish_holds_back_a_text_that_asks_to_be_held(inbox):
    inbox.drop("held.txt", "HOLD FOR RELEASE\n\n" + BYLINED)

    inbox.run(publish=True)

    assert not Edition.objects.exists()


def test_publish_never_brings_back_what_was_withdrawn(inbox):
    inbox.drop("pumps.txt", BYLINED)
    inbox.run(publish=True)
    publishing.unpublish(Article.objects.get(), by=None, note="Legal")
    inbox.drop("pumps.txt", BYLINED.replace("by 1 December", "by 8 December"))

    report = inbox.run(publish=True)

    assert not Edition.objects.live().exists()
    assert "not-published" in [finding["code"] for finding in report["items"][0]["findings"]]


def test_publish_leaves_what_is_scheduled_to_its_hour(inbox):
    inbox.drop("pumps.txt", BYLINED)
    inbox.run()
    publishing.publish(Article.objects.get(), by=None, at=timezone.now() + timedelta(days=1))
    inbox.drop("pumps.txt", BYLINED.replace("by 1 December", "by 8 December"))

    report = inbox.run(publish=True)

    assert (Edition.objects.live().count(), Edition.objects.upcoming().count()) == (0, 1)
    assert "not-published" in [finding["code"] for finding in report["items"][0]["findings"]]


def test_publish_renews_a_page_that_readers_have(inbox):
    inbox.drop("pumps.txt", BYLINED)
    inbox.run(publish=True)
    inbox.drop("pumps.txt", BYLINED.replace("by 1 December", "by 8 December"))

    inbox.run(publish=True)

    assert "by 8 December" in Edition.objects.live().get().body_text


@pytest.mark.django_db(transaction=True)
def test_a_file_named_twice_is_read_once(inbox):
    path = str(inbox.drop("pumps.txt", STORY))

    report = inbox.run(path, path)

    assert report["counts"] == {"created": 1, "skipped": 1}
    assert ImportRecord.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_two_folders_under_one_source_keep_apart_files_of_one_name(inbox):
    for folder in ("a", "b"):
        inbox.drop(f"{folder}/pumps.txt", STORY.replace("two", folder))

    report = inbox.run(str(inbox.folder / "a"), str(inbox.folder / "b"), source="wire")

    assert report["counts"] == {"created": 1, "failed": 1}


@pytest.mark.django_db(transaction=True)
def test_an_author_of_a_refused_story_is_made_again_for_the_next(inbox, monkeypatch):
    from articles.intake import arriving

    for name in ("a", "b"):
        inbox.drop(f"{name}.txt", STORY.replace("two", name))
    inbox.run()
    for name in ("a", "b"):
        inbox.drop(f"{name}.txt", BYLINED.replace("two", f"{name} new"))
    really_update = arriving.update

    def update(parsed, row, desk):
        really_update(parsed, row, desk)
        if parsed.item.external_id == "a.txt":
            raise editing.Refused("An editor saved first.", code="conflict")

    monkeypatch.setattr(arriving, "update", update)

    report = inbox.run()

    assert report["counts"] == {"updated": 1, "failed": 1}
    assert Author.objects.get().bylines.count() == 1


def test_a_name_that_is_not_utf_8_is_spelled_out(inbox):
    import os

    raw = os.path.join(os.fsencode(inbox.folder), b"caf\xe9.txt")
    with open(raw, "wb") as file:
        file.write(STORY.encode())

    report = inbox.run()

    assert report["counts"] == {"created": 1}
    assert report["items"][0]["external_id"] == "caf\\xe9.txt"


def test_a_folder_that_cannot_be_entered_fails_by_name(inbox, monkeypatch):
    import os

    inbox.drop("open/pumps.txt", STORY)
    inbox.drop("locked/secret.txt", STORY)
    really_scan = os.scandir

    def scan(path):
        if str(path).endswith("locked"):
            raise PermissionError(13, "Permission denied", str(path))
        return really_scan(path)

    monkeypatch.setattr("os.scandir", scan)

    report = inbox.run()

    assert report["counts"] == {"created": 1, "failed": 1}
    assert "check its permissions" in report["items"][-1]["error"]["message"]


def test_a_missing_path_makes_no_section_and_no_tag():
    with pytest.raises(CommandError):
        call_command("import_articles", "/nowhere/at/all", section="fresh", tag=["brand new"])

    assert not Section.objects.exists()
    assert not Tag.objects.exists()


def test_a_language_that_is_none_is_refused(inbox):
    inbox.drop("pumps.txt", STORY)

    with pytest.raises(CommandError, match="no language tag"):
        call_command("import_articles", str(inbox.folder), language='x" onload="')


def test_what_publish_held_back_is_told(inbox, capsys):
    inbox.drop("unfinished.txt", STORY.replace("two new pumps", "TK new pumps"))

    inbox.run(publish=True)

    said = capsys.readouterr()
    assert "kept as a draft" in said.err
    assert "0 published, 1 kept as drafts." in said.out


def test_a_report_that_cannot_be_kept_is_refused_before_the_import(inbox, tmp_path):
    inbox.drop("pumps.txt", STORY)

    with pytest.raises(CommandError, match="is a folder"):
        call_command("import_articles", str(inbox.folder), report=str(tmp_path))

    assert not Article.objects.exists()


def test_limit_stops_after_so_many(inbox):
    for number in range(3):
        inbox.drop(f"{number}.txt", STORY.replace("two", str(number)))

    assert inbox.run(limit=2)["counts"] == {"created": 2}


def test_standard_input_is_read_once_and_known_again(inbox, monkeypatch):
    for expected in ("created", "unchanged"):
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(STORY.encode())))

        assert inbox.run("-")["counts"] == {expected: 1}


def test_a_link_out_of_the_folder_is_left_out(inbox, tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text(STORY)
    (inbox.folder / "link.txt").symlink_to(secret)

    report = inbox.run()

    assert report["counts"] == {"skipped": 1}


def test_a_loop_of_links_is_not_followed(inbox):
    inbox.drop("deep/pumps.txt", STORY)
    (inbox.folder / "deep" / "again").symlink_to(inbox.folder, target_is_directory=True)

    assert inbox.run()["counts"] == {"created": 1}


def test_a_pipe_does_not_hang_the_import(inbox):
    import os

    os.mkfifo(inbox.folder / "pipe.txt")
    inbox.drop("pumps.txt", STORY)

    assert inbox.run()["counts"] == {"created": 1, "skipped": 1}


def test_an_oversized_file_fails_by_its_size(inbox):
    inbox.drop("huge.txt", b"a" * (3 * 1024 * 1024))
    inbox.drop("pumps.txt", STORY)

    report = inbox.run()

    assert "at most 2 MB" in report["items"][0]["error"]["message"]


def test_stopping_between_batches_keeps_what_is_in(inbox):
    from articles import intake

    for number in range(50):
        inbox.drop(f"{number:02}.txt", STORY.replace("two", str(number)))

    report = intake.run([str(inbox.folder)], stop=lambda: True)

    assert report.stopped
    assert Article.objects.count() == 20


def test_the_next_run_brings_in_the_rest(inbox):
    from articles import intake

    for number in range(50):
        inbox.drop(f"{number:02}.txt", STORY.replace("two", str(number)))
    intake.run([str(inbox.folder)], stop=lambda: True)

    assert inbox.run()["counts"] == {"created": 30, "unchanged": 20}


def test_what_the_database_refuses_fails_alone(inbox, monkeypatch):
    from django.db import DataError

    from articles.intake import arriving

    inbox.drop("good.txt", STORY)
    inbox.drop("bad.txt", STORY.replace("Harbour", "Forbidden"))
    really_create = arriving.create

    def create(batch, desk):
        if any("Forbidden" in parsed.record.headline for parsed in batch):
            raise DataError("value too long")
        return really_create(batch, desk)

    monkeypatch.setattr(arriving, "create", create)

    report = inbox.run()

    assert report["counts"] == {"created": 1, "failed": 1}
