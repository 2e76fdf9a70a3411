"""The command as an operator meets it: what it says of what it wrote, what it takes, what it refuses."""

import json
import logging
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.core.management import CommandError, call_command

from articles import exporting, publishing
from tests.factories import make_article, make_edition

pytestmark = pytest.mark.django_db


@pytest.fixture
def run(tmp_path, capsys):
    """Export to a folder and return what is said, without its path."""

    def export(**options):
        call_command("export_articles", str(tmp_path / "out"), **options)
        return capsys.readouterr().out.strip().removeprefix(f"{tmp_path / 'out'}: ")

    return export


@pytest.mark.parametrize("form", ["newsml-g2", "nitf"])
def test_stories_that_a_format_has_no_place_for_are_counted_apart(tmp_path, run, form):
    make_edition()
    make_article()
    make_article()

    said = run(format=form)

    why = f"{form} takes none that readers do not have, such as drafts; --format ninjs takes all."
    assert said == f"1 story in 1 file. 2 stories are not in it: {why}"
    told = json.loads((tmp_path / "out" / "manifest.json").read_text())
    assert (told["stories"], told["left_out"]) == (1, 2)


@pytest.mark.parametrize("form", ["markdown", "wxr"])
def test_a_killed_story_that_stays_behind_is_said(run, form):
    make_edition()
    make_article()
    publishing.kill(make_edition().article, by=None, notice="Withdrawn.", reason="A court.")

    said = run(format=form)

    files = {"markdown": "2 files", "wxr": "1 file"}[form]
    assert said == (
        f"2 stories in {files}. 1 story is not in it: {form} takes none that was killed; --format ninjs takes all."
    )


def test_what_is_there_already_is_said(run):
    make_edition()
    make_edition()
    run(format="nitf")
    make_edition()

    assert run(format="nitf") == "3 stories in 3 files, 2 of them there already."
    assert run(format="nitf") == "3 stories in 3 files, all of them there already."


def test_a_copy_of_the_site_tells_nobody_of_the_answers_it_asked_for(run, caplog):
    publishing.kill(make_edition().article, by=None, notice="Withdrawn.", reason="A court.")

    with caplog.at_level(logging.WARNING):
        run(format="site")

    told = [record.getMessage() for record in caplog.records if record.name == "django.request"]
    assert [words for words in told if "/static/" not in words] == []  # no test collects those


def test_a_day_alone_is_its_beginning_in_the_newsrooms_zone(monkeypatch, settings, tmp_path):
    settings.TIME_ZONE, asked = "Africa/Johannesburg", []
    monkeypatch.setattr(exporting, "run", lambda path, options, **_: asked.append(options) or exporting.Report())

    call_command("export_articles", str(tmp_path), since="2026-11-01", before="2026-11-02")

    zone = ZoneInfo("Africa/Johannesburg")
    assert (asked[0].since, asked[0].before) == (datetime(2026, 11, 1, tzinfo=zone), datetime(2026, 11, 2, tzinfo=zone))


@pytest.mark.parametrize("name", ["since", "before"])
def test_what_is_neither_a_day_nor_a_time_is_refused_with_how_to_write_it(run, name):
    with pytest.raises(CommandError, match=rf"--{name}: .*A day alone, as in 2026-11-24") as refused:
        run(**{name: "last week"})

    assert refused.value.returncode == 2


@pytest.mark.parametrize("name", ["out", "out.zip", "deep/down"])
def test_a_path_that_cannot_be_written_is_refused_by_name(tmp_path, name):
    (tmp_path / "file").write_text("mine")
    path = tmp_path / "file" / name

    with pytest.raises(CommandError) as refused:
        call_command("export_articles", str(path))

    assert str(refused.value).startswith(f"{path} cannot be written (")
    assert str(refused.value).endswith(". Name another PATH, or make its folder writable.")
    assert refused.value.returncode == 2


def test_a_disk_that_is_full_is_told_with_what_to_do(tmp_path, monkeypatch):
    def fail(*args, **options):
        raise OSError(28, "No space left on device", "/backups/x")

    monkeypatch.setattr(exporting, "run", fail)

    with pytest.raises(CommandError, match=r"/backups/x: No space left on device.*mend that"):
        call_command("export_articles", str(tmp_path / "out"))
