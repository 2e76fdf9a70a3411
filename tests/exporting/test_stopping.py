"""A signal ends an export or a restore with a line that says how things stand, and nothing is half done."""

import os
import signal

import pytest
from django.core.management import call_command

from articles import exporting, returning
from articles.exporting import packing
from articles.management.progress import Lines
from articles.models import Article
from tests.factories import make_edition

from . import newsrooms

pytestmark = pytest.mark.django_db
SIGNALS = pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])


@pytest.fixture
def stop(monkeypatch):
    """Send a signal to this process at the first thing that is written about."""

    def at_first(number):
        monkeypatch.setattr(Lines, "step", lambda self: os.kill(os.getpid(), number))

    return at_first


@pytest.fixture
def room(tmp_path):
    make_edition()
    (tmp_path / "room").mkdir()
    return tmp_path / "room"


def said(capsys, command, *arguments, **options):
    """What a stopped command writes, its exit code first."""
    with pytest.raises(SystemExit) as left:
        call_command(command, *map(str, arguments), **options)
    return left.value.code, capsys.readouterr().err.strip()


@SIGNALS
@pytest.mark.parametrize("name", ["out", "out.zip"])
def test_an_export_that_is_stopped_says_that_it_goes_on(room, stop, capsys, number, name):
    stop(number)

    code, words = said(capsys, "export_articles", room / name)

    path = room / name
    assert (code, words) == (
        130,
        f"Stopped: {path} is unfinished. Run the same command again, and it goes on from here.",
    )
    assert not path.is_file()
    assert exporting.run(path).stories == 1


def test_a_zip_file_that_is_being_renewed_stays_until_then(room, stop, capsys):
    exporting.run(room / "out.zip")
    before = (room / "out.zip").read_bytes()
    stop(signal.SIGINT)

    _, words = said(capsys, "export_articles", room / "out.zip")

    assert words.endswith(f"Until then {room / 'out.zip'} is the earlier export.")
    assert (room / "out.zip").read_bytes() == before


def test_one_that_is_stopped_while_it_tidies_up_is_taken_up(room, monkeypatch):
    with monkeypatch.context() as patched, pytest.raises(KeyboardInterrupt):
        patched.setattr(packing.shutil, "rmtree", _interrupt)
        exporting.run(room / "out.zip")

    exporting.run(room / "out.zip")

    assert [path.name for path in room.iterdir()] == ["out.zip"]


def _interrupt(path):
    raise KeyboardInterrupt


@SIGNALS
def test_a_restore_that_is_stopped_leaves_the_newsroom_empty(room, stop, capsys, number):
    exporting.run(room / "out")
    newsrooms.empty()
    stop(number)

    code, words = said(capsys, "import_articles", room / "out")

    assert (code, words.partition(".")[0]) == (130, "Stopped: this newsroom is empty, as it was")
    assert not Article.objects.exists()
    assert returning.restore(room / "out").counts["article"] == 1


def test_signals_mean_what_they_meant_before_once_it_is_done(room):
    before = [signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)]

    call_command("export_articles", str(room / "out"))

    assert [signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)] == before
