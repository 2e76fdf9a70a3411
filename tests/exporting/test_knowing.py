"""An export of ours is known wherever it comes from, and one that is not whole is never taken for texts."""

import io
import json
import shutil
from zipfile import ZipFile

import pytest
from django.core.management import CommandError, call_command

from articles import exporting
from articles.models import Article, Edition, Section
from tests.factories import make_article, make_edition, make_image

from . import newsrooms

pytestmark = pytest.mark.django_db


@pytest.fixture
def room(tmp_path):
    """Two stories, one of them a draft, exported to `out` and `out.zip`; the newsroom is empty again."""
    make_edition(headline="It is out", lead=make_image())
    make_article(headline="It is not")
    (tmp_path / "room").mkdir()
    exporting.run(tmp_path / "room" / "out")
    exporting.run(tmp_path / "room" / "out.zip")
    newsrooms.empty()
    return tmp_path / "room"


def pipe(monkeypatch, data, buffered=io.BytesIO):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(buffered(data)))


def zipped(folder, path):
    """The folder as somebody's own zip program packs it: in any order."""
    with ZipFile(path, "w") as archive:
        for file in sorted(folder.rglob("*.*"), reverse=True):
            archive.write(file, file.relative_to(folder))
    return path


def merge(*paths):
    with pytest.raises(SystemExit) as left:
        call_command("import_articles", *map(str, paths), merge=True)
    return left.value.code


@pytest.mark.parametrize(
    "buffered", [io.BytesIO, lambda data: io.BufferedReader(io.BytesIO(data))], ids=["memory", "pipe"]
)
def test_an_export_is_restored_through_standard_input(room, monkeypatch, buffered):
    pipe(monkeypatch, (room / "out.zip").read_bytes(), buffered)

    call_command("import_articles", "-")

    assert Edition.objects.get().headline == "It is out"


def test_one_that_was_packed_anew_is_too(room, monkeypatch):
    pipe(monkeypatch, zipped(room / "out", room / "mine.zip").read_bytes())

    call_command("import_articles", "-")

    assert Edition.objects.exists()


def test_one_that_comes_through_standard_input_is_merged(room, monkeypatch):
    make_article(headline="Mine")
    pipe(monkeypatch, (room / "out.zip").read_bytes())

    assert merge("-") == 0

    assert Article.objects.count() == 3


def test_one_that_is_cut_short_on_its_way_is_refused(room, monkeypatch):
    pipe(monkeypatch, (room / "out.zip").read_bytes()[:-100])

    with pytest.raises(CommandError, match="standard input is no whole zip file"):
        call_command("import_articles", "-")

    assert not Article.objects.exists()


@pytest.mark.parametrize("where", ["out", "mine.zip", "-"])
@pytest.mark.parametrize("lost", ["manifest.json", "manifest.json files.jsonl", "the end of manifest.json"])
def test_one_without_a_manifest_that_can_be_read_is_refused_by_name(room, monkeypatch, where, lost):
    manifest = room / "out" / "manifest.json"
    if lost.startswith("the end"):
        manifest.write_text(manifest.read_text()[:-9])
    else:
        [(room / "out" / name).unlink() for name in lost.split()]
    pipe(monkeypatch, zipped(room / "out", room / "mine.zip").read_bytes())

    with pytest.raises(CommandError, match="is an unfinished or damaged export") as refused:
        call_command("import_articles", where if where == "-" else str(room / where))

    assert refused.value.returncode == 2
    assert str(refused.value).startswith("standard input" if where == "-" else str(room / where))
    assert not Article.objects.exists()
    assert not Section.objects.exists()


@pytest.mark.parametrize("form", ["ninjs", "markdown"])
def test_one_that_was_stopped_is_refused_by_name(room, form):
    def stop():
        raise KeyboardInterrupt

    make_edition()
    with pytest.raises(KeyboardInterrupt):
        exporting.run(room / "stopped", exporting.Options(format=form), heard=stop)
    newsrooms.empty()

    with pytest.raises(CommandError, match="is an unfinished or damaged export"):
        call_command("import_articles", str(room / "stopped"))


@pytest.mark.parametrize("where", ["out", "mine.zip"])
def test_what_a_damaged_one_has_of_stories_comes_in_with_merge(room, where, capsys):
    (room / "out" / "manifest.json").unlink()
    (room / "out" / "stories" / ".partial-1").write_text("half")
    zipped(room / "out", room / "mine.zip")

    assert merge(room / where) == 0

    assert set(Article.objects.values_list("headline", flat=True)) == {"It is out", "It is not"}
    assert Article.objects.get(headline="It is out").lead
    assert not Edition.objects.exists()
    assert "unfinished or damaged" in capsys.readouterr().err


def test_a_zip_file_with_a_damaged_entry_is_refused_in_words(room):
    data = bytearray((room / "out.zip").read_bytes())
    at = data.index(b"tables/article.jsonl") + 60
    data[at : at + 40] = bytes(40)
    (room / "out.zip").write_bytes(data)

    with pytest.raises(CommandError, match=r"tables/article\.jsonl .*Copy the export again"):
        call_command("import_articles", str(room / "out.zip"))


def test_texts_in_a_folder_with_a_list_of_files_are_texts(room, tmp_path):
    shutil.rmtree(room / "out")
    (room / "out").mkdir()
    (room / "out" / "files.jsonl").write_text(json.dumps({"path": "a", "sha256": "b"}) + "\n")
    (room / "out" / "story.txt").write_text("A headline\n\nThe council voted on Tuesday.\n")

    with pytest.raises(SystemExit):
        call_command("import_articles", str(room / "out"))

    assert Article.objects.get().headline == "A headline"


@pytest.mark.parametrize(
    "options",
    [
        {"publish": True},
        {"section": "news"},
        {"source": "wire"},
        {"tag": ["Ferry"]},
        {"limit": 1},
        {"report": "-"},
        {"language": "fr"},
        {"on_conflict": "theirs"},
    ],
    ids=lambda options: next(iter(options)),
)
def test_what_says_nothing_of_a_restore_is_refused_with_it(room, options):
    (name,) = options

    with pytest.raises(CommandError, match=f"--{name.replace('_', '-')} would change nothing") as refused:
        call_command("import_articles", str(room / "out"), **options)

    assert refused.value.returncode == 2
    assert not Article.objects.exists()
