"""Files are announced before they are written and settled when a row names them: what a crash leaves is cleared up."""

from datetime import timedelta

import pytest
from django.core.files.storage import FileSystemStorage, default_storage
from django.utils import timezone

from articles import files, freezing, publishing
from articles.models import AnnouncedFile
from tests.factories import make_article
from tests.pictures.samples import make_picture

pytestmark = pytest.mark.django_db
LOOSE = "originals/ab/abcd.jpg"


def announced(place, *, ago):
    files.announce([place])
    AnnouncedFile.objects.update(at=timezone.now() - ago)


@pytest.mark.parametrize(("ago", "stays"), [(timedelta(hours=2), False), (timedelta(minutes=5), True)])
def test_a_file_that_no_row_came_to_name_goes_once_nobody_can_be_at_it(ago, stays):
    announced(LOOSE, ago=ago)
    files.store(LOOSE, b"half a picture")

    assert files.clear_up() == (not stays)

    assert default_storage.exists(LOOSE) == AnnouncedFile.objects.exists() == stays


def test_a_file_that_a_row_names_stays_whoever_announced_it():
    place = make_picture().file.name
    announced(place, ago=timedelta(hours=2))

    assert files.clear_up() == 0

    assert default_storage.exists(place) and not AnnouncedFile.objects.exists()


def test_a_file_that_cannot_be_taken_away_keeps_no_other_one(monkeypatch):
    for place in (LOOSE, "cards/ab/abcd.jpg"):
        files.store(place, b"half a picture")
        announced(place, ago=timedelta(hours=2))
    delete = FileSystemStorage.delete

    def refuse(self, place):
        if place == LOOSE:
            raise PermissionError("not yours")
        delete(self, place)

    monkeypatch.setattr(FileSystemStorage, "delete", refuse)

    assert (files.clear_up(), files.clear_up()) == (1, 0)
    assert AnnouncedFile.objects.get().place == LOOSE


def test_a_share_picture_that_is_there_already_is_announced_anew_before_a_row_names_it():
    article = make_article()
    freezing.share_picture(article)
    announced_at = AnnouncedFile.objects.get().at
    AnnouncedFile.objects.update(at=announced_at - timedelta(hours=2))

    freezing.share_picture(article)

    assert AnnouncedFile.objects.get().at > announced_at
    assert files.clear_up() == 0


def test_what_is_kept_and_published_leaves_nothing_announced():
    make_picture()
    edition = publishing.publish(make_article(), by=None)

    assert default_storage.exists(edition.card.name)
    assert not AnnouncedFile.objects.exists()


def test_of_two_who_write_the_same_file_at_one_moment_one_file_is_left(media, monkeypatch):
    def written_by_both(self, place, file):
        for name in ("abcd.jpg", "abcd_x7.jpg"):
            media.joinpath("originals/ab").mkdir(parents=True, exist_ok=True)
            media.joinpath("originals/ab", name).write_bytes(file.read())
        return "originals/ab/abcd_x7.jpg"

    monkeypatch.setattr(FileSystemStorage, "save", written_by_both)

    files.store(LOOSE, b"a picture")

    assert [path.name for path in media.rglob("*.jpg")] == ["abcd.jpg"]
