"""Archives as deliveries: what is read, what is refused and why, and that nothing costs more than it may."""

import bz2
import gzip
import io
import lzma
import tarfile
import tempfile
import zipfile

import pytest

from articles.models import Article, Image
from tests.corpora import corpus_folder
from tests.pictures import samples

from .conftest import STORY

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("media")]
OTHER = STORY.replace("pumps", "gates")


def zipped(*entries):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries:
            info = name if isinstance(name, zipfile.ZipInfo) else zipfile.ZipInfo(name)
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, data)
    return packed.getvalue()


def tarred(*entries, mode="w"):
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode=mode) as archive:
        for name, data in entries:
            member = tarfile.TarInfo(name)
            member.size = len(data)
            archive.addfile(member, io.BytesIO(data))
    return packed.getvalue()


def messages(report):
    return [item["error"]["message"] for item in report["items"] if item["error"]]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.zip", zipped(("one.txt", STORY), ("deep/two.txt", OTHER))),
        ("a.tar", tarred(("one.txt", STORY.encode()), ("deep/two.txt", OTHER.encode()))),
        ("a.tar.gz", tarred(("one.txt", STORY.encode()), ("deep/two.txt", OTHER.encode()), mode="w:gz")),
        ("a.tar.bz2", tarred(("one.txt", STORY.encode()), ("deep/two.txt", OTHER.encode()), mode="w:bz2")),
        ("a.tar.xz", tarred(("one.txt", STORY.encode()), ("deep/two.txt", OTHER.encode()), mode="w:xz")),
    ],
)
def test_every_story_in_an_archive_comes_in(inbox, name, data):
    path = inbox.drop(name, data)

    report = inbox.run(str(path))

    assert report["counts"] == {"created": 2}
    assert [item["external_id"] for item in report["items"]] == ["one.txt", "deep/two.txt"]
    assert report["items"][0]["source"] == "a"


@pytest.mark.parametrize("mode", ["w", "w:gz", "w:bz2", "w:xz"])
def test_a_tar_of_the_folder_it_was_made_in_is_read(inbox, mode):
    path = inbox.drop("a.tar", tarred(("./one.txt", STORY.encode()), ("././deep/./two.txt", OTHER.encode()), mode=mode))

    report = inbox.run(str(path))

    assert report["counts"] == {"created": 2}
    assert [item["external_id"] for item in report["items"]] == ["one.txt", "deep/two.txt"]


def test_a_zip_whose_names_begin_here_is_read_with_its_pictures(inbox):
    page = '<h1>Pumps</h1><p>The board met.</p><img src="../media/a.png">'
    inbox.drop("a.zip", zipped(("./posts/a.html", page), ("./media/a.png", samples.data(60, 40, format="PNG"))))

    inbox.run()

    assert f"picture:{Image.objects.get().pk}" in Article.objects.get().body


def test_a_file_that_stands_twice_but_for_where_its_name_begins_is_read_once(inbox):
    inbox.drop("a.zip", zipped(("a.txt", STORY), ("./a.txt", OTHER)))

    assert inbox.run()["counts"] == {"created": 1, "skipped": 1}
    assert Article.objects.get().headline == STORY.splitlines()[0]


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress])
def test_a_file_packed_alone_is_read(inbox, pack):
    inbox.drop("pumps.txt.packed", pack(STORY.encode()))

    assert inbox.run()["counts"] == {"created": 1}


def test_a_second_run_over_an_archive_writes_nothing(inbox, writes):
    inbox.drop("a.zip", zipped(("one.txt", STORY), ("two.md", "---\ntitle: T\nid: 7\n---\nText.")))
    inbox.run()
    writes.clear()

    assert inbox.run()["counts"] == {"unchanged": 2}
    assert writes == []


def test_an_archive_in_an_archive_is_read(inbox):
    inbox.drop("a.zip", zipped(("inner.zip", zipped(("one.txt", STORY)))))

    report = inbox.run()

    assert report["counts"] == {"created": 1}
    assert report["items"][0]["external_id"] == "a.zip/inner.zip/one.txt"


def test_an_archive_comes_through_standard_input(inbox, monkeypatch):
    data = zipped(("one.txt", STORY), ("two.txt", OTHER), ("three.txt", STORY))
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data)))

    report = inbox.run("-")

    assert report["counts"] == {"created": 3}
    assert [item["external_id"] for item in report["items"]] == ["one.txt", "two.txt", "three.txt"]
    assert "possible-duplicate" in [finding["code"] for finding in report["items"][2]["findings"]]


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress])
@pytest.mark.parametrize("keep", [tempfile.TemporaryFile, io.BytesIO])
def test_a_packed_file_comes_through_standard_input(inbox, monkeypatch, recwarn, pack, keep):
    """`gzip -c story.txt | …` and `… - < story.txt.gz`: a pipe, and a file that could be read twice."""
    with keep() as came:
        came.write(pack(STORY.encode()))
        came.seek(0)
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(came))

        report = inbox.run("-")

    assert report["counts"] == {"created": 1}
    assert report["items"][0]["headline"] == STORY.splitlines()[0]
    assert not [warning for warning in recwarn if warning.category is FutureWarning]


def test_a_picture_in_an_archive_comes_with_its_story(inbox):
    page = '<h1>Pumps</h1><p>The board met.</p><img src="../media/a.png">'
    inbox.drop("a.zip", zipped(("posts/a.html", page), ("media/a.png", samples.data(60, 40, format="PNG"))))

    inbox.run()

    assert f"picture:{Image.objects.get().pk}" in Article.objects.get().body


@pytest.mark.parametrize(
    "name",
    ["../evil.txt", "/tmp/evil.txt", "..\\evil.txt", "C:\\evil.txt", "a/../../evil.txt", "a/\u2025/evil.txt", ".."]
    + ["./../evil.txt", ".//tmp/evil.txt", "./C:\\evil.txt", ".\\evil.txt", "a/.", "\uff0e/evil.txt"],
)
def test_a_name_that_leads_out_is_left_out_and_told(inbox, name):
    before = set(inbox.folder.parent.rglob("*"))
    path = inbox.drop("a.zip", zipped((name, STORY), ("good.txt", OTHER)))

    report = inbox.run(str(path))

    assert report["counts"] == {"created": 1, "skipped": 1}
    assert "leads out" in messages(report)[0]
    assert set(inbox.folder.parent.rglob("*")) - before <= {path, inbox.folder.parent / "report.json"}


def test_a_link_and_what_lies_behind_it_are_left_out(inbox):
    link = zipfile.ZipInfo("link")
    link.external_attr = 0o120777 << 16
    inbox.drop("a.zip", zipped((link, "/etc"), ("link/hostname", STORY)))

    report = inbox.run()

    assert report["counts"] == {"skipped": 2}


def test_of_two_entries_with_one_name_the_first_is_read(inbox):
    with pytest.warns(UserWarning, match="Duplicate name"):
        data = zipped(("a.txt", STORY), ("a.txt", OTHER))
    inbox.drop("a.zip", data)

    report = inbox.run()

    assert report["counts"] == {"created": 1, "skipped": 1}
    assert Article.objects.get().headline == STORY.splitlines()[0]


def test_an_encrypted_entry_is_named(inbox):
    data = bytearray(zipped(("a.txt", STORY)))
    data[6] |= 1
    data[data.rindex(b"PK\x01\x02") + 8] |= 1
    inbox.drop("a.zip", bytes(data))

    assert "password" in messages(inbox.run())[0]


@pytest.mark.parametrize("name", ["a.zip", "a.tar.gz", "a.tar.xz"])
def test_an_archive_that_is_cut_off_is_named(inbox, name):
    entries = [(f"{n}.txt", (STORY + str(n)).encode()) for n in range(3)]
    data = zipped(*entries) if name == "a.zip" else tarred(*entries, mode=f"w:{name[-2:]}")
    inbox.drop(name, data[: len(data) // 2])

    report = inbox.run()

    assert "cut off" in " ".join(messages(report))
    assert report["code"] in (1, 2)


def test_an_entry_packed_tighter_than_any_text_is_not_unpacked(inbox):
    inbox.drop("a.zip", zipped(("big.txt", b"\0" * (30 << 20)), ("good.txt", STORY)))

    report = inbox.run()

    assert report["counts"] == {"created": 1, "failed": 1}


def test_more_than_an_archive_may_hold_is_refused_and_the_option_named(inbox):
    inbox.drop("a.zip", zipped(*((f"{n}.txt", STORY) for n in range(12))))

    report = inbox.run(archive_files=10)

    assert report["counts"] == {"failed": 1}
    assert "--archive-files" in messages(report)[0]


def test_more_than_an_archive_may_unpack_to_is_refused_and_the_option_named(inbox):
    noise = samples.data(900, 900, format="PNG")
    inbox.drop("a.zip", zipped(*((f"{n}.bin", noise) for n in range(1 + (1 << 20) // len(noise)))))

    report = inbox.run(archive_megabytes=1)

    assert "--archive-megabytes" in messages(report)[-1]


def test_archives_in_archives_without_end_are_refused(inbox):
    data = zipped(("a.txt", STORY))
    for _ in range(6):
        data = zipped(("a.zip", data))
    inbox.drop("a.zip", data)

    assert "deep" in messages(inbox.run())[0]


def test_the_real_attacks_on_unpackers_write_nothing(inbox):
    for path in sorted(corpus_folder("security").glob("archives/snyk_zip_slip/archives/*slip*")):
        inbox.drop(path.name, path.read_bytes())

    report = inbox.run()

    assert any("leads out" in message for message in messages(report))


class TestSubstack:
    """D20."""

    @pytest.fixture
    def report(self, inbox):
        folder = next(corpus_folder("ghost-migrate-fixtures").rglob("mg-substack/test/fixtures"))
        return inbox.run(str(folder / "posts.csv"))

    def test_four_posts_are_drafts_and_the_page_is_left_out(self, report):
        assert report["counts"] == {"created": 4, "skipped": 1}
        assert set(Article.objects.values_list("stage", flat=True)) == {"draft"}
        assert "standing page" in messages(report)[0]

    def test_podcast_and_thread_are_told_by_their_type(self, report):
        flagged = [i["external_id"] for i in report["items"] if "type" in [f["code"] for f in i["findings"]]]

        assert flagged == ["123402.podcast", "123403.thread"]

    def test_the_draft_is_told(self, report):
        assert "withheld" in [f["code"] for f in report["items"][3]["findings"]]

    def test_entities_are_read_once(self, report):
        assert Article.objects.get(pk=report["items"][0]["article"]).standfirst == "“This quote’s rather short”"

    def test_the_pages_of_the_posts_are_no_stories_of_their_own(self, inbox):
        folder = next(corpus_folder("ghost-migrate-fixtures").rglob("mg-substack/test/fixtures"))

        assert inbox.run(str(folder))["counts"] == {"created": 4, "skipped": 1}

    def test_an_archive_of_the_export_is_the_same(self, inbox):
        folder = next(corpus_folder("ghost-migrate-fixtures").rglob("mg-substack/test/fixtures"))
        files = [path for path in sorted(folder.rglob("*"), reverse=True) if path.is_file()]
        inbox.drop("export.zip", zipped(*((str(p.relative_to(folder)), p.read_bytes()) for p in files)))

        assert inbox.run()["counts"] == {"created": 4, "skipped": 1}
