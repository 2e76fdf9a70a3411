"""What stands where an export is to be written: gone on with if it is the same, kept if it is anything else."""

import json
import subprocess
import sys
from datetime import UTC, datetime
from zipfile import ZipFile

import pytest
from django.conf import settings

from articles import exporting
from articles.exporting import alone
from tests.factories import make_article, make_edition

pytestmark = pytest.mark.django_db
NITF, MARKDOWN = exporting.Options(format="nitf"), exporting.Options(format="markdown")


class Stopped(Exception):
    pass


def everything(folder):
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def stop_one(path, options):
    """Leave an export of two stories after the first."""
    heard = []

    def hear():
        heard.append(1)
        if len(heard) == 2:
            raise Stopped

    with pytest.raises(Stopped):
        exporting.run(path, options, heard=hear)


@pytest.fixture
def room(tmp_path):
    """A folder apart from the pictures and cards of the test's newsroom."""
    (tmp_path / "room").mkdir()
    return tmp_path / "room"


@pytest.fixture
def stories():
    return [make_edition(), make_edition()]


@pytest.mark.parametrize("name", ["out", "out.zip"])
@pytest.mark.parametrize(
    "options",
    [
        {"sections": ("news",)},
        {"tags": ("ferry",)},
        {"since": datetime(2026, 1, 1, tzinfo=UTC)},
        {"format": "wxr"},
        {"format": "site", "at": datetime(2026, 1, 1, tzinfo=UTC)},
    ],
    ids=lambda options: "-".join(options),
)
def test_an_export_of_other_options_is_refused_and_what_is_there_stays(room, name, options):
    make_edition(tags=["Ferry"])
    exporting.run(room / name)
    before = everything(room)

    with pytest.raises(exporting.Refused, match=r"made with --format ninjs; .* another PATH, or remove"):
        exporting.run(room / name, exporting.Options(**options))

    assert everything(room) == before


@pytest.mark.parametrize("name", ["out", "out.zip"])
def test_an_unfinished_export_of_other_options_is_refused_and_stays(stories, room, name):
    stop_one(room / name, exporting.Options(format="nitf", sections=("news",)))
    before = everything(room)

    with pytest.raises(exporting.Refused, match="an unfinished export made with --format nitf --section news;"):
        exporting.run(room / name, NITF)

    assert everything(room) == before


def test_the_same_options_in_another_order_renew_an_export(stories, room):
    make_article(section=None)
    exporting.run(room, exporting.Options(sections=("news",), tags=(), format="nitf"))

    report = exporting.run(room, exporting.Options(sections=("news", "news"), format="nitf"))

    assert (report.files, report.written) == (2, 0)


def test_an_export_that_was_stopped_is_taken_up_where_it_stood(stories, room):
    stop_one(room, NITF)
    (first,) = (room / "stories").rglob("*.xml")
    written = first.stat().st_mtime_ns
    (room / "stories" / "of-an-earlier-run.xml").write_text("left over")

    report = exporting.run(room, NITF)

    assert (report.files, report.written) == (2, 1)
    assert first.stat().st_mtime_ns == written
    assert {path.name for path in room.iterdir()} == {"manifest.json", "files.jsonl", "stories"}
    assert not (room / "stories" / "of-an-earlier-run.xml").exists()


def test_a_zip_file_is_renewed_by_the_same_command(stories, room):
    exporting.run(room / "out.zip", NITF)
    make_edition()

    exporting.run(room / "out.zip", NITF)

    with ZipFile(room / "out.zip") as archive:
        assert json.loads(archive.read("manifest.json"))["stories"] == 3
    assert [path.name for path in room.iterdir()] == ["out.zip"]


def test_a_section_that_is_not_there_leaves_what_stands_there_alone(stories, room):
    exporting.run(room)

    with pytest.raises(exporting.Refused, match="no section"):
        exporting.run(room, exporting.Options(sections=("quay",)))

    assert (room / "manifest.json").is_file()


def test_a_folder_with_other_files_is_left_alone(room):
    (room / "letters.txt").write_text("mine")

    with pytest.raises(exporting.Refused, match="holds other files"):
        exporting.run(room)

    assert [path.name for path in room.iterdir()] == ["letters.txt"]


@pytest.mark.parametrize("data", [b"letters", b"PK\x05\x06" + bytes(18)], ids=["no zip", "an empty zip"])
def test_a_file_that_is_no_export_is_left_alone(room, data):
    (room / "mine.zip").write_bytes(data)

    with pytest.raises(exporting.Refused, match="no whole export"):
        exporting.run(room / "mine.zip")

    assert everything(room) == {room / "mine.zip": data}


def test_an_export_whose_manifest_is_lost_is_left_alone(stories, room):
    exporting.run(room)
    (room / "manifest.json").unlink()

    with pytest.raises(exporting.Refused, match=r"whose manifest\.json is lost"):
        exporting.run(room, NITF)

    assert (room / "tables" / "article.jsonl").is_file()


@pytest.mark.parametrize("name", ["out", "out.zip"])
@pytest.mark.parametrize("options", [NITF, MARKDOWN], ids=["the same", "another"])
def test_a_second_export_to_the_same_place_is_refused_while_the_first_writes(stories, room, name, options):
    refused = []

    def start_another():
        with pytest.raises(exporting.Refused) as told:
            exporting.run(room / name, options)
        refused.append(str(told.value))

    report = exporting.run(room / name, NITF, heard=start_another)

    assert len(refused) == 2
    assert all("Another export is writing here" in words for words in refused)
    assert (report.files, report.written) == (2, 2)


HOLD = """
import pathlib, sys, time
import django
django.setup()
from articles.exporting import alone
held = alone.take(pathlib.Path(sys.argv[1]))
print("held", flush=True)
time.sleep(60)
"""


def test_the_lock_of_a_killed_export_keeps_nobody_out(room):
    lock = room / alone.LOCK
    holder = subprocess.Popen([sys.executable, "-c", HOLD, lock], stdout=subprocess.PIPE, cwd=settings.BASE_DIR)
    holder.stdout.readline()
    with pytest.raises(exporting.Refused):
        alone.take(lock)

    holder.kill()
    holder.wait()

    alone.let_go(alone.take(lock))
    assert not lock.exists()


def test_where_the_system_has_no_such_locks_an_export_is_written_without(stories, room, monkeypatch):
    monkeypatch.setattr(alone, "fcntl", None)

    assert exporting.run(room, NITF).files == 2
