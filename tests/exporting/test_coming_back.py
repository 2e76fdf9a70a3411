"""An export taken into an empty newsroom is the newsroom again, to the last byte that readers get."""

import hashlib
import json
import shutil
from zipfile import ZipFile

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from django.utils import timezone

from articles import exporting, ledger, reports, returning
from articles.exporting import site
from articles.exporting.rows import accounts_in, as_json, exported
from articles.exporting.sink import Folder
from articles.models import Article, Edition, Image, Likeness
from tests.factories import make_article, make_edition, make_section

from . import newsrooms

pytestmark = pytest.mark.django_db


def pages(folder, at):
    """{file: bytes} of the whole public site as of one moment."""
    site.write(Folder(folder), at=at, heard=lambda: None)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def rows():
    """{table: what its rows say}, but for the numbers of accounts, which are this newsroom's own."""
    return {model._meta.label: [_told(row) for row in model._base_manager.order_by("pk")] for model in exported()}


def _told(row):
    told = json.loads(as_json(row))
    return {name: value for name, value in told.items() if name not in accounts_in(type(row))}


def changed(path, name, old, new):
    """The export at `path` with `old` replaced in one of its files, its lists of digests put right again."""
    changed = Folder(path.with_name("changed"))
    for row in map(json.loads, (path / "files.jsonl").read_text().splitlines()):
        data = (path / row["path"]).read_bytes()
        changed.write(row["path"], data.replace(old, new) if row["path"] == name else data)
    told = json.loads((path / "manifest.json").read_text())
    changed.finish({key: told[key] for key in told if key not in ("format", "version", "files", "listed")})
    return changed.path


@pytest.fixture
def exported_to(tmp_path):
    newsrooms.fill()
    exporting.run(tmp_path / "out")
    return tmp_path / "out"


def test_every_public_byte_is_the_same_after_an_export_was_taken_into_an_empty_newsroom(tmp_path):
    newsrooms.fill()
    at = timezone.now()
    before = pages(tmp_path / "before", at)
    exporting.run(tmp_path / "out.zip")
    newsrooms.empty()

    returning.restore(tmp_path / "out.zip")

    after = pages(tmp_path / "after", at)
    assert before.keys() == after.keys()
    assert [name for name in before if before[name] != after[name]] == []
    assert len(before) > 40


def test_every_row_of_every_table_comes_back_as_it_was(exported_to):
    before = rows()
    users = list(User.objects.values("username", "first_name", "last_name", "email", "is_staff", "date_joined"))
    newsrooms.empty()

    returning.restore(exported_to)

    assert rows() == before
    assert list(User.objects.values(*users[0])) == users
    assert not list(ledger.verify())


def test_files_of_pictures_come_back(exported_to, media):
    image = Image.objects.first()
    newsrooms.empty()
    shutil.rmtree(media)

    returning.restore(exported_to)

    with Image.objects.get(sha256=image.sha256).file.open() as file:
        assert file.read()


def test_an_account_that_comes_back_has_no_password_and_is_no_superuser(tmp_path):
    editor = newsrooms.fill()
    User.objects.filter(pk=editor.pk).update(is_superuser=True)
    exporting.run(tmp_path / "out")
    newsrooms.empty()

    returning.restore(tmp_path / "out")

    back = User.objects.get(username=editor.username)
    assert not back.has_usable_password()
    assert not back.is_superuser
    assert back.groups.get().name == "Editors"


def test_what_an_account_did_is_said_of_the_account_of_that_name_here(exported_to):
    newsrooms.empty()
    User.objects.create_user("somebody", pk=41)
    here = User.objects.create_user("mira", pk=42)

    returning.restore(exported_to)

    assert set(Edition.objects.values_list("made_by", flat=True)) == {here.pk}


def test_new_stories_are_numbered_on_after_a_restore(exported_to):
    highest = Article.objects.order_by("-pk").first().pk
    newsrooms.empty()
    returning.restore(exported_to)

    article = make_article()

    assert article.pk > highest


def test_a_newsroom_that_has_something_is_left_alone(exported_to):
    newsrooms.empty()
    make_article()

    with pytest.raises(returning.Refused, match="not empty"):
        returning.restore(exported_to)

    assert Article.objects.count() == 1


def test_an_export_with_a_changed_file_is_refused_by_name(exported_to):
    newsrooms.empty()
    with (exported_to / "tables" / "edition.jsonl").open("a") as file:
        file.write("\n")

    with pytest.raises(returning.Refused, match=r"tables/edition\.jsonl is not what was written"):
        returning.restore(exported_to)

    assert not Edition.objects.exists()


def test_an_export_whose_story_was_rewritten_is_refused_by_its_ledger(exported_to):
    newsrooms.empty()
    path = changed(exported_to, "tables/edition.jsonl", b"14 to 11 on Tuesday", b"14 to 12 on Tuesday")

    with pytest.raises(returning.Refused, match="is not what was published"):
        returning.restore(path)

    assert not Edition.objects.exists()


def test_markup_that_no_newsroom_writes_is_refused_with_its_line(exported_to):
    newsrooms.empty()
    path = changed(exported_to, "tables/page.jsonl", b"Who we are.", b"<script>alert(1)</script>")

    with pytest.raises(returning.Refused, match=r"tables/page\.jsonl:1 holds markup"):
        returning.restore(path)


def test_an_export_of_a_newer_release_is_refused(exported_to):
    newsrooms.empty()
    manifest = exported_to / "manifest.json"
    manifest.write_text(manifest.read_text().replace('"schema": "0', '"schema": "9'))

    with pytest.raises(returning.Refused, match="newer release"):
        returning.restore(exported_to)


def test_a_path_that_leaves_the_storage_is_refused(exported_to):
    newsrooms.empty()
    listed = exported_to / "files.jsonl"
    listed.write_text(listed.read_text().replace('"media/', '"media/../../', 1))
    told = json.loads((exported_to / "manifest.json").read_text())
    told["listed"] = hashlib.sha256(listed.read_bytes()).hexdigest()
    (exported_to / "manifest.json").write_text(json.dumps(told))

    with pytest.raises(returning.Refused, match="names no file of an export"):
        returning.restore(exported_to)


def test_a_damaged_zip_file_is_refused_in_words(exported_to, tmp_path):
    newsrooms.empty()
    with ZipFile(tmp_path / "broken.zip", "w") as archive:
        archive.write(exported_to / "manifest.json", "manifest.json")

    with pytest.raises(returning.Refused, match=r"files\.jsonl is missing"):
        returning.restore(tmp_path / "broken.zip")


def test_the_import_command_knows_an_export_by_its_manifest(exported_to, capsys):
    stories = Article.objects.count()
    newsrooms.empty()

    call_command("import_articles", str(exported_to))

    assert f"{stories} stories" in capsys.readouterr().out


def test_an_export_is_merged_as_any_other_source_where_there_are_stories(exported_to):
    newsrooms.empty()
    mine = make_article(headline="Mine")

    _merge(exported_to)

    merged = Article.objects.exclude(pk=mine.pk)
    ferry = merged.get(headline__startswith="Port Merrow votes", language="en")
    assert "15 to 10" in ferry.body
    assert ferry.lead.alt == "A teal field"
    assert not Edition.objects.exists()
    assert merged.get(headline="It was killed").stage == Article.Stage.SPIKED


def test_an_export_that_was_merged_before_changes_nothing(exported_to):
    newsrooms.empty()
    _merge(exported_to)
    before = list(Article.objects.order_by("pk").values_list("pk", "version"))

    _merge(exported_to)

    assert list(Article.objects.order_by("pk").values_list("pk", "version")) == before


def _merge(path):
    with pytest.raises(SystemExit):
        call_command("import_articles", str(path), merge=True)


def test_the_import_command_refuses_an_export_beside_other_paths(exported_to, tmp_path):
    with pytest.raises(CommandError, match="by itself"):
        call_command("import_articles", str(exported_to), str(tmp_path))


def test_a_translation_brings_its_original_along(tmp_path):
    original = make_article(section=make_section("Harbour"))
    make_article(language="fr", section=make_section("Sport"), translation_of=original)
    exporting.run(tmp_path / "out", exporting.Options(sections=("sport",)))
    newsrooms.empty()

    returning.restore(tmp_path / "out")

    assert Article.objects.get(language="fr").translation_of == Article.objects.get(language="en")


def test_a_likeness_goes_along_if_both_of_its_stories_do(tmp_path):
    for name in ("Sport", "Harbour", "Sport"):
        make_edition(section=make_section(name))
    assert Likeness.objects.count() == 3
    exporting.run(tmp_path / "out", exporting.Options(sections=("sport",)))
    newsrooms.empty()

    returning.restore(tmp_path / "out")

    assert Likeness.objects.count() == 1


@pytest.mark.parametrize(("options", "goes"), [({}, True), ({"sections": ("sport",)}, False)], ids=["all", "a section"])
def test_what_readers_told_the_desk_leaves_with_the_whole_newsroom_alone(tmp_path, options, goes):
    edition = make_edition(section=make_section("Sport"))
    reports.receive(text="It was 14 to 10.", name="Ada", email="ada@example.org", edition=edition)

    exporting.run(tmp_path / "out", exporting.Options(**options))

    written = [path.read_text() for path in (tmp_path / "out").rglob("*.jsonl")]
    assert any("ada@example.org" in text for text in written) == goes
