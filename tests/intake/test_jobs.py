"""`--jobs`: several processes read, one writes, and nobody sees a difference but the clock."""

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from articles import intake
from articles.importers import apart
from articles.models import Article
from tests.importers.test_docx import BODY, document

ROOT = Path(__file__).resolve().parent.parent.parent
BEGINS_AND_WAITS = """
import multiprocessing, sys, time
import django
django.setup()
from articles import intake
from articles.intake import gathering, reading
from articles.intake.readers import Readers
found = [parsed for source in gathering.gather([sys.argv[1]]) for parsed in reading.fetch(source, intake.Options())]
those = Readers(2)
those.read(found)
print(*(child.pid for child in multiprocessing.active_children()), flush=True)
time.sleep(60)
"""


@pytest.fixture
def delivery(inbox):
    """Stories in four formats, one that is broken at a line, and half a document."""
    inbox.drop("a.txt", "Pumps ordered\n\nThe board of the harbour ordered two pumps on Tuesday.\n")
    inbox.drop("b.md", "---\ntitle: Pumps\ndate: 2024-11-04\n---\n\nTwo *pumps* were ordered.\n")
    inbox.drop("c.md", "---\ntitle: Pumps\nx: [1, 2\n---\n\nTwo pumps were ordered.\n")
    inbox.drop("d.html", "<h1>Pumps on the quay</h1><p>Two <b>pumps</b> stand there.</p>")
    inbox.drop("e.docx", document(BODY))
    inbox.drop("f.docx", document(BODY)[:300])
    return str(inbox.folder)


@pytest.mark.django_db
def test_what_several_processes_read_is_what_one_reads(delivery):
    told = [intake.run([delivery], intake.Options(dry_run=True, jobs=jobs), keep_items=True).items for jobs in (1, 2)]

    one, two = ([item.as_dict() for item in items] for items in told)
    assert two == one
    assert [item["outcome"] for item in one].count("failed") == 2
    assert next(item["error"]["line"] for item in one if item["path"].endswith("c.md"))


@pytest.mark.django_db
def test_the_stories_come_in_and_no_process_is_left(delivery):
    report = intake.run([delivery], intake.Options(jobs=2))

    assert (report.counts["created"], Article.objects.count()) == (4, 4)
    assert multiprocessing.active_children() == []


@pytest.mark.django_db
def test_where_a_reader_is_killed_the_import_goes_on_alone(inbox):
    for number in range(45):
        inbox.drop(f"{number}.txt", f"Pumps number {number}\n\nThe board ordered {number} pumps on Tuesday.\n")

    killed = []

    def kill(item):
        for child in multiprocessing.active_children():
            child.kill()
            killed.append(child.pid)

    report = intake.run([str(inbox.folder)], intake.Options(jobs=2), heard=kill)

    assert killed
    assert report.counts == {"created": 45}


def test_a_process_that_reads_cannot_see_what_lies_beside_and_says_so():
    with pytest.raises(apart.Elsewhere):
        apart.read_alone("substack", b"post_id,post_date\n1.x,2024-01-01\n", "posts.csv", None, None, None)


def test_without_the_process_that_began_them_they_end(inbox):
    for name in "ab":
        inbox.drop(f"{name}.txt", f"Pumps ordered, {name}\n\nThe board of the harbour ordered two pumps.\n")
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "tests.settings", "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", BEGINS_AND_WAITS, str(inbox.folder)]

    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True) as began:
        readers = began.stdout.readline().split()
        began.send_signal(signal.SIGKILL)

    assert len(readers) == 2
    until = time.monotonic() + 30
    while any(map(is_running, readers)) and time.monotonic() < until:
        time.sleep(0.05)
    assert not any(map(is_running, readers))


def is_running(key):
    """Whether a process is there, and not only what is left of one until somebody asks how it ended (Z)."""
    try:
        return Path("/proc", key, "stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


@pytest.mark.django_db
@pytest.mark.parametrize("jobs", [0, 65])
def test_how_many_is_a_number_that_makes_sense(delivery, jobs):
    with pytest.raises(CommandError, match="--jobs takes a whole number from 1 to 64"):
        call_command("import_articles", delivery, jobs=jobs)
