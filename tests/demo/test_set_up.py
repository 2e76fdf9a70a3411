"""`set_up` does what is needed and nothing twice."""

from io import StringIO

import pytest
from django.core.management import call_command

from articles.management import collected
from articles.management.commands import set_up
from articles.models import Section

pytestmark = pytest.mark.django_db


@pytest.fixture
def runs(monkeypatch, settings, tmp_path):
    """How often static files were collected; nothing is compressed."""
    settings.DATA_FOLDER, settings.STATIC_ROOT, settings.STATICFILES_DIRS = tmp_path, tmp_path / "static", []
    runs = []

    def collectstatic(*args, **kwargs):
        settings.STATIC_ROOT.mkdir(exist_ok=True)
        runs.append(args)

    monkeypatch.setattr(collected, "call_command", collectstatic)
    return runs


def test_static_files_are_collected_once(runs):
    assert [collected.collect(), collected.collect()] == [True, False]
    assert len(runs) == 1


def test_a_changed_static_file_is_noticed(runs, settings, tmp_path):
    settings.STATICFILES_DIRS = [tmp_path / "ours"]
    (tmp_path / "ours").mkdir()
    collected.collect()
    (tmp_path / "ours" / "paper.css").write_text("body{}")

    assert collected.collect()


def test_static_files_that_are_gone_are_collected_again(runs, settings):
    collected.collect()
    settings.STATIC_ROOT.rmdir()

    assert collected.collect()


def test_a_newsroom_in_use_is_set_up_without_a_word_of_samples(monkeypatch):
    Section.objects.create(name="Ours", slug="ours")
    monkeypatch.setattr(set_up, "collect", lambda: False)
    out = StringIO()

    call_command("set_up", stdout=out)
    call_command("set_up", stdout=out)

    assert out.getvalue().splitlines()[2:] == ["Setting up: tables and groups", "Groups are as they should be."]
    assert Section.objects.count() == 1
