"""The command as an operator meets it: what it says of what it wrote, what it takes, what it refuses."""

import json

import pytest
from django.core.management import call_command

from articles import publishing
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
