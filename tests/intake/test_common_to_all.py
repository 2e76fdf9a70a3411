"""What holds for every format (IMPORT §6, "common to all"), over whole folders of real files that nobody here wrote."""

import random
import shutil

import pytest
from django.apps import apps

from articles.models import Edition
from tests.corpora import corpus_folder

pytestmark = pytest.mark.django_db
FOLDERS = [
    "docx-fixtures",
    "ghost-migrate-fixtures",
    "iptc-newsml-g2",
    "iptc-ninjs",
    "superdesk-aap-fixtures",
    "superdesk-belga-fixtures",
    "superdesk-core-fixtures",
    "superdesk-cp-fixtures",
    "superdesk-ntb-fixtures",
    "wordpress-importer-fixtures",
    "wordpress-theme-test-data",
]
FEEDS = 150  # of two thousand


def plan(report):
    """What a report says of each item, but for the number that its story got."""
    return [{**item, "article": None} for item in report["items"]]


def rows():
    return {model._meta.label: model.objects.count() for model in apps.get_app_config("articles").get_models()}


def check(inbox, writes, media, path):
    """A dry run, a run and a second run over `path`."""
    before, first = rows(), inbox.run(path, dry_run=True)
    left = {name for name, count in rows().items() if count != before[name]}
    left |= {"files"} if media.exists() and any(one.is_file() for one in media.rglob("*")) else set()
    real = inbox.run(path)
    writes.clear()
    again = inbox.run(path)
    assert not left
    assert plan(first) == plan(real)
    assert not writes
    assert again["counts"].keys() <= {"unchanged", "skipped", "failed"}
    assert not Edition.objects.exists()


@pytest.mark.parametrize("name", FOLDERS)
def test_a_dry_run_plans_what_a_run_does_and_a_second_run_writes_nothing(inbox, writes, media, name):
    check(inbox, writes, media, str(corpus_folder(name)))


def test_so_it_is_with_feeds_that_share_their_ids(inbox, writes, media):
    files = sorted(corpus_folder("feedparser-tests").rglob("*.xml"))
    for number, path in enumerate(random.Random(7).sample(files, FEEDS)):
        shutil.copy(path, inbox.folder / f"{number:03}.xml")

    check(inbox, writes, media, str(inbox.folder))
