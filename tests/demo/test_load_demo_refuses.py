"""The sample newsroom keeps away from a newsroom in use, and a run cut short leaves nothing half done."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from django.contrib.auth.models import User

from articles import demonstration, publishing
from articles.models import Article, Section
from tests.factories import make_image

ROOT = Path(__file__).resolve().parent.parent.parent
PASSWORD = re.compile(r"\b[a-z2-9]{4}(?:-[a-z2-9]{4}){3}\b")
NAMES = {"name": "The Merrow Ledger", "place": "Port Merrow", "tagline": "News from Port Merrow"}
pytestmark = pytest.mark.django_db


def test_one_section_is_enough_to_be_left_alone():
    Section.objects.create(name="Ours", slug="ours")

    with pytest.raises(demonstration.Refused):
        demonstration.set_up(say=print)

    assert Section.objects.count() == 1 and not User.objects.exists()


@pytest.fixture
def few_pictures(monkeypatch):
    """Pictures would only take time in a run that is to fail."""
    monkeypatch.setattr(demonstration, "_add_picture", lambda entry: make_image(size=(40, 30)))


def test_a_failure_half_way_leaves_an_empty_newsroom(few_pictures, monkeypatch, settings, tmp_path):
    settings.DATA_FOLDER = tmp_path
    monkeypatch.setattr(publishing, "publish", lambda *args, **kwargs: 1 / 0)

    with pytest.raises(ZeroDivisionError):
        demonstration.set_up(say=lambda line: None)

    assert not (Article.objects.exists() or Section.objects.exists() or User.objects.exists())
    assert not (tmp_path / "newsroom.env").exists()


def test_lines_that_stand_in_the_settings_are_kept(settings, tmp_path):
    settings.DATA_FOLDER = tmp_path
    (tmp_path / "newsroom.env").write_text("# ours\nSITE_NAME=The Skerrin Times", encoding="utf-8")

    demonstration._keep_name(NAMES)
    demonstration._keep_name(NAMES)

    assert (tmp_path / "newsroom.env").read_text(encoding="utf-8").splitlines() == [
        "# ours",
        "SITE_NAME=The Skerrin Times",
        "SITE_PLACE=Port Merrow",
        "SITE_TAGLINE=News from Port Merrow",
    ]


# A process that has no picture to draw: what is cut short is the rest.
WITHOUT_PICTURES = """
import os, sys, django
os.environ["DJANGO_SETTINGS_MODULE"] = "newsroom.settings"
django.setup()
from django.core.management import call_command
from articles import demonstration
from tests.factories import make_image
demonstration._add_picture = lambda entry: make_image(size=(40, 30))
call_command(*sys.argv[1:])
"""


@pytest.mark.own_newsroom
def test_killed_in_the_middle_the_next_run_ends_well(tmp_path, empty_newsroom):
    services = ("DATABASE_URL", "CACHE_URL", "STORAGE_URL", "DJANGO_SETTINGS_MODULE")
    environment = {name: value for name, value in os.environ.items() if name not in services}
    environment |= {"NEWSROOM_DATA": str(tmp_path), "PYTHONUNBUFFERED": "1"}

    def manage(*words, start=subprocess.run, **options):
        command = [sys.executable, "-c", WITHOUT_PICTURES, *words]
        return start(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True, **options)

    shutil.copy(empty_newsroom, tmp_path)
    running = manage("load_demo", start=subprocess.Popen)
    for line in running.stdout:
        if "brought in" in line:
            running.kill()
    running.wait()

    again = manage("load_demo", check=True).stdout

    assert running.returncode == -9
    assert "21 stories published" in again and PASSWORD.search(again)
