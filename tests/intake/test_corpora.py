"""The import over real files that nobody here wrote: cases D01 to D06, D24 and D25 of the import plan."""

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

from articles import editing
from articles.models import Article, Delivery, ImportRecord
from articles.text.prose import blocks
from tests.corpora import corpus_folder

pytestmark = pytest.mark.django_db
ROOT = Path(__file__).parent.parent.parent
SEED = "japan-nato.txt"


@pytest.fixture
def seed():
    return corpus_folder("seed") / SEED


def codes(item):
    return Counter(finding["code"] for finding in item["findings"])


class TestTheSeed:
    """D01 and D02."""

    @pytest.fixture
    def imported(self, inbox, seed):
        return inbox.run(str(seed), section="world")

    def test_it_is_one_draft_in_its_section(self, imported):
        assert imported["counts"] == {"created": 1}
        assert Article.objects.get().section.slug == "world"
        assert Article.objects.get().stage == "draft"

    def test_the_headline_stands_once(self, imported):
        article = Article.objects.get()

        assert article.headline == "Japan and NATO to ramp up defense industry cooperation"
        assert article.headline not in article.body

    def test_the_body_has_eleven_paragraphs_and_a_list_of_four(self, imported):
        kinds = Counter(block.kind for block in blocks(Article.objects.get().body))

        assert kinds == {"p": 11, "li": 4}

    def test_each_item_begins_with_a_bold_lead_in(self, imported):
        body = Article.objects.get().body

        assert len(re.findall(r"<li><strong>[^<]+:</strong> \S", body)) == 4
        assert "•" not in body

    def test_both_stray_paragraphs_are_kept_and_flagged(self, imported):
        item = imported["items"][0]

        flagged = [finding["paragraph"] for finding in item["findings"] if finding["code"] == "stray-paragraph"]

        assert flagged == [1, 2]
        assert "tariffs on all American goods" in Article.objects.get().body

    def test_the_standfirst_is_not_taken_from_a_stray_paragraph(self, imported):
        assert Article.objects.get().standfirst == ""

    def test_the_repeated_headline_and_the_missing_byline_are_reported(self, imported):
        assert {"headline-repeated", "no-byline"} <= codes(imported["items"][0]).keys()

    def test_curly_quotes_are_byte_for_byte(self, imported, seed):
        article = Article.objects.get()
        quotes = re.compile("[’“”]")

        assert quotes.findall(article.body) == quotes.findall(seed.read_text(encoding="utf-8"))

    def test_it_is_unchanged_the_second_time_and_no_row_is_written(self, imported, inbox, seed, writes):
        writes.clear()

        assert inbox.run(str(seed))["counts"] == {"unchanged": 1}
        assert writes == []

    def test_renamed_it_is_moved_and_touched_unchanged(self, inbox, seed):
        path = Path(shutil.copy(seed, inbox.folder))
        inbox.run(str(path))
        renamed = path.rename(path.with_name("renamed.txt"))

        assert inbox.run(str(renamed))["counts"] == {"moved": 1}
        os.utime(renamed)
        assert inbox.run(str(renamed))["counts"] == {"unchanged": 1}
        assert Article.objects.count() == 1


class TestAnEditedSeed:
    """D03."""

    @pytest.fixture
    def edited(self, inbox, seed):
        path = Path(shutil.copy(seed, inbox.folder))
        inbox.run(str(path))
        article = Article.objects.get()
        body = article.body.replace("pivotal moment", "turning point")
        editing.save(article, {"body": body}, by=None, base_version=1)
        path.write_text(path.read_text(encoding="utf-8") + " It is the last sentence.", encoding="utf-8")
        return path

    def test_newer_text_is_a_conflict_and_waits(self, inbox, edited):
        report = inbox.run(str(edited))

        assert (report["counts"], report["code"]) == ({"conflict": 1}, 1)
        assert "turning point" in Article.objects.get().body
        assert "It is the last sentence." in ImportRecord.objects.get().pending["body"]

    def test_overwrite_updates_and_keeps_the_old_revision(self, inbox, edited):
        report = inbox.run(str(edited), on_conflict="overwrite")

        assert report["counts"] == {"updated": 1}
        assert "turning point" in Article.objects.get().revisions.get(version=2).data["body"]


ENCODINGS = {
    "crlf": lambda text: text.replace("\n", "\r\n").encode(),
    "cr": lambda text: text.replace("\n", "\r").encode(),
    "bom": lambda text: text.encode("utf-8-sig"),
    "utf-16-le": lambda text: b"\xff\xfe" + text.encode("utf-16-le"),
    "utf-16-be": lambda text: text.encode("utf-16-be"),
    "cp1252": lambda text: text.encode("cp1252"),
    "nel": lambda text: text.replace("\n", "\x85").encode(),
    "spaces": lambda text: text.replace("\n", "   \n").encode(),
}


class TestTheSeedInEightEncodings:
    """D04."""

    @pytest.fixture
    def imported(self, inbox, seed):
        text = seed.read_text(encoding="utf-8")
        for name, encode in ENCODINGS.items():
            inbox.drop(f"{name}.txt", encode(text))
        return inbox.run()

    def test_all_are_the_same_words(self, imported):
        assert imported["counts"] == {"created": 8}
        assert len(set(Article.objects.values_list("headline", "body"))) == 1
        assert len(set(ImportRecord.objects.values_list("fingerprint", flat=True))) == 1

    def test_all_but_the_first_are_flagged_as_duplicates(self, imported):
        flagged = [item for item in imported["items"] if "possible-duplicate" in codes(item)]

        assert len(flagged) == 7

    def test_only_the_guess_is_reported_as_one(self, imported):
        guessed = [item["external_id"] for item in imported["items"] if "encoding-guessed" in codes(item)]

        assert "cp1252.txt" in guessed
        assert not {"bom.txt", "crlf.txt", "nel.txt", "utf-16-le.txt"} & set(guessed)


def test_a_dry_run_over_good_and_bad_files_plans_and_writes_nothing(inbox, seed, writes, monkeypatch):
    """D05."""
    shutil.copy(seed, inbox.folder)
    for name in ("a", "b"):
        inbox.drop(f"{name}.txt", f"Council meets about the pier {name}\n\nThe council meets on 4 November 2026.\n")
    inbox.drop("empty.txt", b"")
    inbox.drop("nuls.txt", b"\0" * 100)
    locked = inbox.drop("locked.txt", "Locked away\n\nNobody reads this.\n")
    really_open = open
    monkeypatch.setattr("builtins.open", lambda file, *a, **k: _refuse(file, locked) or really_open(file, *a, **k))

    report = inbox.run(dry_run=True)

    assert (report["counts"], report["code"]) == ({"created": 3, "failed": 3}, 1)
    assert all(item["error"]["message"] for item in report["items"] if item["outcome"] == "failed")
    for model in (Article, Delivery, ImportRecord):
        assert not model.objects.exists()


def _refuse(file, locked):
    if str(file) == str(locked):
        raise PermissionError(13, "Permission denied")


def test_a_wire_text_comes_out_of_its_envelope(inbox):
    """D06."""
    wire = next(path for path in corpus_folder("superdesk-belga-fixtures").rglob("kyodo.txt"))

    inbox.run(str(wire))

    article = Article.objects.get()
    assert article.headline == "Soccer: Urawa Reds claim 7th Emperor's Cup by beating Vegalta Sendai"
    assert "SAITAMA" in article.dateline
    assert not re.search(r"==Kyodo|KWS-21|[\x00-\x08]|<br>", article.body)
    assert ImportRecord.objects.get().extra["slugline"] == "BC-Soccer-Emperor's-Cup"
    assert article.source_line == "Kyodo"


def test_japanese_stories_keep_their_script(inbox):
    """D24."""
    report = inbox.run(str(corpus_folder("wikinews-ja") / "txt"), limit=100)

    articles = Article.objects.all()
    assert report["counts"] == {"created": 100}
    assert {article.language for article in articles} == {"ja"}
    assert all(article.slug for article in articles)


def test_arabic_stories_read_from_the_right(inbox):
    """D24."""
    from articles.text.languages import direction_of

    report = inbox.run(str(corpus_folder("arabic-pud") / "txt"))

    assert report["counts"] == {"created": 87}
    assert {direction_of(article.language) for article in Article.objects.all()} == {"rtl"}


JUNK = {
    ".DS_Store": b"\x00\x00\x00\x01Bud1\x00\x00\x10\x00" * 40,
    "photo.txt": b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01" + bytes(range(256)) * 20,
    "empty.txt": b"",
    "oneline.txt": b"word " * 6_000_000,
}


@pytest.mark.own_newsroom
class TestAWholeFolder:
    """D25, in processes of their own, as an operator runs it."""

    @pytest.fixture
    def newsroom(self, tmp_path, empty_newsroom):
        texts = corpus_folder("us-gov-plaintext") / "txt"
        folder = tmp_path / "texts"
        shutil.copytree(texts, folder)
        for name, data in JUNK.items():
            (folder / name).write_bytes(data)
        (folder / "loop").symlink_to(folder, target_is_directory=True)
        environment = {
            **os.environ,
            "NEWSROOM_DATA": str(tmp_path / "data"),
            "DATABASE_URL": f"sqlite:///{shutil.copy(empty_newsroom, tmp_path)}",
            "DJANGO_SETTINGS_MODULE": "newsroom.settings",
        }
        environment.pop("CACHE_URL", None)
        return environment, folder

    def _manage(self, environment, *arguments):
        return subprocess.Popen(
            [sys.executable, "manage.py", *map(str, arguments)],
            cwd=ROOT,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def test_it_comes_in_whole_through_an_interrupt_and_a_kill(self, newsroom):
        environment, folder = newsroom

        first = self._interrupted(environment, folder, signal.SIGINT)
        second = self._interrupted(environment, folder, signal.SIGKILL)
        third, said = self._whole(environment, folder)
        _, again = self._whole(environment, folder)

        assert first.returncode == 130
        assert second.returncode == -signal.SIGKILL
        assert third.returncode == 1
        created, unchanged = (int(re.search(rf"(\d+) {word}", said)[1]) for word in ("created", "unchanged"))
        assert created + unchanged == 1996
        assert "4 failed" in said
        assert {name for name in JUNK if name in said} == set(JUNK)
        assert again.splitlines()[-1] == "1996 unchanged, 4 failed."

    def _interrupted(self, environment, folder, how):
        """Start an import and send a signal once it has told of its first hundred."""
        process = self._manage(environment, "import_articles", folder)
        for line in process.stdout:
            if " a second" in line:
                process.send_signal(how)
                break
        process.stdout.read()
        process.wait(120)
        return process

    def _whole(self, environment, folder):
        began = time.monotonic()
        process = self._manage(environment, "import_articles", folder)
        said = process.stdout.read()
        process.wait()
        assert time.monotonic() - began < 200
        return process, said
