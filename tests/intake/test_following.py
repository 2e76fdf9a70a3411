"""A drop folder that is followed: what is taken, when, and how it ends."""

import os
import signal

import pytest
from django.core.management import CommandError, call_command

from articles import intake
from articles.models import Article

from .conftest import STORY

pytestmark = pytest.mark.django_db
OTHER = STORY.replace("pumps", "gates")


class Looks:
    """Follows a folder for as many looks as there are steps; each step is done between two looks."""

    def __init__(self, inbox, *steps):
        self.steps, self.outcomes = list(steps), []
        intake.follow(
            [str(inbox.folder)], intake.Options(), every=1, heard=self._hear, stop=self._done, rest=self._rest
        )

    def _hear(self, item):
        self.outcomes.append(str(item.outcome))

    def _done(self):
        return not self.steps

    def _rest(self, seconds, stop):
        self.steps.pop(0)()


def nothing():
    pass


def test_a_file_is_taken_when_it_has_stopped_growing(inbox):
    inbox.drop("a.txt", STORY[:120])

    looks = Looks(inbox, lambda: inbox.drop("a.txt", STORY), nothing, nothing)

    assert looks.outcomes == ["created"]
    assert "by 1 December" in Article.objects.get().body


def test_a_file_is_taken_once(inbox):
    inbox.drop("a.txt", STORY)

    assert Looks(inbox, *[nothing] * 6).outcomes == ["created"]


def test_a_file_that_changes_is_taken_again(inbox):
    inbox.drop("a.txt", STORY)

    looks = Looks(inbox, nothing, nothing, lambda: inbox.drop("a.txt", STORY + "\nMore came.\n"), nothing, nothing)

    assert looks.outcomes == ["created", "updated"]


def test_a_restart_finds_what_is_in_unchanged_and_takes_the_rest(inbox):
    inbox.drop("a.txt", STORY)
    Looks(inbox, nothing, nothing)
    inbox.drop("b.txt", OTHER)

    assert sorted(Looks(inbox, nothing, nothing).outcomes) == ["created", "unchanged"]


@pytest.mark.parametrize("name", [".hidden.txt", "a.txt.part", "a.txt.filepart", "a.TMP"])
def test_what_is_named_as_under_way_is_left_alone(inbox, name):
    inbox.drop(name, STORY)

    assert Looks(inbox, nothing, nothing).outcomes == []


def test_a_failure_does_not_end_it(inbox):
    inbox.drop("a.txt", b"")

    looks = Looks(inbox, nothing, lambda: inbox.drop("b.txt", STORY), nothing, nothing)

    assert looks.outcomes == ["failed", "created"]


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_it_cleanly(inbox, monkeypatch, number):
    inbox.drop("a.txt", STORY)
    looks = iter([nothing, nothing, lambda: os.kill(os.getpid(), number)])
    monkeypatch.setattr("articles.intake.following._rest", lambda seconds, stop: next(looks)())

    with pytest.raises(SystemExit) as left:
        call_command("import_articles", str(inbox.folder), follow=5.0)

    assert left.value.code == 0
    assert Article.objects.count() == 1


@pytest.mark.parametrize("options", [{"report": "r.json"}, {"limit": 1}, {"dry_run": True}, {"follow": -1}])
def test_what_makes_no_sense_with_following_is_refused(inbox, options):
    with pytest.raises(CommandError) as refused:
        call_command("import_articles", str(inbox.folder), **{"follow": 5.0, **options})

    assert refused.value.returncode == 2


def test_a_file_cannot_be_followed(inbox):
    with pytest.raises(CommandError) as refused:
        call_command("import_articles", str(inbox.drop("a.txt", STORY)), follow=5.0)

    assert "folders" in str(refused.value)
