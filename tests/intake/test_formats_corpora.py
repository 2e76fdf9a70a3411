"""Whole folders of real files through the import: case D22, and what holds for every format."""

from collections import Counter

import pytest

from articles.models import Article, DeliveryItem, Edition, Image, ImportRecord, Revision
from tests.corpora import corpus_folder

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("media")]
SLUG = "finding-post-award-balance-with-quality-assurance"


@pytest.fixture
def few(tmp_path):
    """A hundred of the Markdown files, with the two that share a slug."""
    folder = tmp_path / "markdown"
    folder.mkdir()
    paths = sorted(corpus_folder("us-gov-markdown").rglob("*.md"))
    for path in [*paths[:: len(paths) // 100], *(path for path in paths if path.stem.endswith(SLUG))]:
        (folder / path.name).write_bytes(path.read_bytes())
    return folder


def codes(report):
    return Counter(finding["code"] for item in report["items"] for finding in item["findings"])


class TestMarkdown:
    """D22; the parser's part of it is measured over all 2,542 files in tests/importers."""

    def test_files_of_a_site_become_drafts(self, inbox, few):
        report = inbox.run(str(few))

        assert report["counts"]["created"] >= 100
        assert set(Article.objects.values_list("stage", flat=True)) == {"draft"}
        assert not Edition.objects.exists()

    def test_a_dry_run_says_the_same_and_writes_nothing(self, inbox, few):
        dry = inbox.run(str(few), dry_run=True)
        counted = [model.objects.count() for model in (Article, Revision, ImportRecord, DeliveryItem, Image)]

        assert counted == [0] * 5
        assert codes(dry) == codes(inbox.run(str(few)))

    def test_a_second_run_writes_nothing(self, inbox, few, writes):
        inbox.run(str(few))
        writes.clear()

        report = inbox.run(str(few))

        assert set(report["counts"]) <= {"unchanged", "failed"}
        assert writes == []

    def test_two_stories_with_one_slug_are_two_stories_and_both_are_told(self, inbox, few):
        report = inbox.run(str(few))

        named = Article.objects.filter(import_records__extra__url_slug=SLUG).values_list("slug", flat=True)
        assert [slug[: len(SLUG)] for slug in named] == [SLUG, SLUG]
        assert len(set(named)) == 2
        assert codes(report)["slug-taken"] >= 1


def test_a_folder_of_word_documents_comes_in_and_a_broken_one_does_not_stop_it(inbox):
    whole = sorted(corpus_folder("docx-fixtures").rglob("*.docx"))
    for path in whole:
        inbox.drop(path.name, path.read_bytes())
    inbox.drop("cut-off.docx", whole[-1].read_bytes()[:4000])

    report = inbox.run()

    failed = {item["path"].rpartition("/")[2]: item["error"]["message"] for item in report["items"] if item["error"]}
    assert "damaged" in failed["cut-off.docx"]
    assert all("no text" in message or "damaged" in message for message in failed.values())
    assert report["counts"]["created"] > 30
    assert not Article.objects.filter(body__contains="data:").exists()
