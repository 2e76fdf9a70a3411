"""Taken from readers, corrected for them, thrown away and brought back: what each leaves behind."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles import editing, permissions, publishing
from articles.models import Article, Correction, Edition, Transition, Withdrawal
from articles.publishing import Put
from tests.factories import make_article, make_edition, make_user

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


def killed(**fields):
    article = make_edition(**fields).article
    publishing.kill(article, by=None, notice="We withdrew this story.", reason="The source lied.")
    article.refresh_from_db()
    return article


def refused(act, *args, **told):
    with pytest.raises((publishing.Refused, editing.Refused)) as error:
        act(*args, **told)
    return error.value.code


def test_unpublishing_takes_back_what_is_scheduled_too():
    article = make_edition().article
    article = editing.save(article, {"kicker": "New"}, by=None, base_version=article.version)
    publishing.publish(article, by=None, at=timezone.now() + HOUR)

    publishing.unpublish(article, by=None)

    assert not Edition.objects.at(timezone.now() + 2 * HOUR).exists()


def test_a_killed_story_is_no_longer_live():
    killed()

    assert not Edition.objects.live().exists()


def test_a_kill_keeps_the_text_and_the_editions():
    article = killed(headline="What was said")

    assert Article.objects.get(pk=article.pk).headline == "What was said"
    assert Edition.objects.count() == 1


def test_a_killed_story_is_spiked_on_the_desk():
    assert killed().stage == "spiked"


def test_a_killed_story_is_not_published_again():
    assert refused(publishing.publish, killed(), by=None) == "killed"


def test_a_killed_story_leaves_the_spike_by_a_revival_alone():
    article = killed()

    assert refused(editing.move, article, to="draft", by=None) == "killed"
    assert permissions.moves(make_user("Managing editors"), article) == []


def test_a_killed_story_comes_back_with_a_reason():
    article = killed()

    publishing.revive(article, by=make_user(), reason="The court lifted the order.")

    assert publishing.publish(article, by=None)
    assert Withdrawal.objects.first().reason == "The court lifted the order."


@pytest.mark.parametrize(
    ("code", "act"),
    [
        ("never-published", lambda: publishing.kill(make_article(), by=None, notice="N", reason="R")),
        ("no-notice", lambda: publishing.kill(make_edition().article, by=None, notice=" ", reason="R")),
        ("no-reason", lambda: publishing.kill(make_edition().article, by=None, notice="N", reason="")),
        ("killed", lambda: publishing.kill(killed(), by=None, notice="N", reason="R")),
        ("not-killed", lambda: publishing.revive(make_edition().article, by=None, reason="R")),
        ("no-reason", lambda: publishing.revive(killed(), by=None, reason=" ")),
    ],
)
def test_what_cannot_be_is_refused(code, act):
    assert refused(act) == code


def test_a_story_that_was_taken_off_can_still_be_killed():
    article = make_edition().article
    publishing.unpublish(article, by=None)

    publishing.kill(article, by=None, notice="N", reason="R")

    assert publishing.standing(article).killed


def test_a_scheduled_story_that_nobody_saw_is_not_killed():
    article = make_edition(at=timezone.now() + HOUR).article

    assert refused(publishing.kill, article, by=None, notice="N", reason="R") == "never-published"


def test_a_correction_comes_with_an_edition_that_says_it():
    article = make_edition().article

    edition = publishing.publish(article, by=None, correction=Put("correction", "14 to 11", "15 to 11"))

    said = edition.corrections[0]
    assert (said["kind"], said["wrong"], said["right"]) == ("correction", "14 to 11", "15 to 11")


def test_a_correction_is_an_update_of_the_story():
    article = make_edition().article

    edition = publishing.publish(article, by=None, correction=Put("update", "", "The vote was counted again."))

    assert edition.updated_at == edition.live_from


def test_later_editions_go_on_saying_what_was_corrected():
    article = make_edition().article
    publishing.publish(article, by=None, correction=Put("correction", "14", "15"))
    article = editing.save(article, {"kicker": "New"}, by=None, base_version=article.version)

    assert len(publishing.publish(article, by=None).corrections) == 1


def test_corrections_of_the_whole_paper_are_numbered_in_one_row():
    for _ in range(2):
        publishing.publish(make_edition().article, by=None, correction=Put("correction", "14", "15"))

    assert list(Correction.objects.values_list("number", flat=True)) == [2, 1]


@pytest.mark.parametrize(
    ("code", "put", "told"),
    [
        ("correction-later", Put("correction", "14", "15"), {"at": timezone.now() + timedelta(days=400)}),
        ("correction-incomplete", Put("correction", "14", " "), {}),
        ("correction-incomplete", Put("apology", "", "Sorry"), {}),
        ("correction-incomplete", Put("update", "14", ""), {}),
        ("correction-incomplete", Put("retraction", "", "15"), {}),
    ],
)
def test_a_correction_that_says_too_little_or_comes_too_late_is_refused(code, put, told):
    assert refused(publishing.publish, make_edition().article, by=None, correction=put, **told) == code


def test_what_readers_do_not_see_is_not_corrected():
    assert refused(publishing.publish, make_article(), by=None, correction=Put("update", "", "x")) == "correction-first"


def test_a_draft_goes_to_the_bin_and_comes_back_where_it_stood():
    article = make_article()
    editing.bin_story(article, by=None)

    editing.unbin_story(article, by=None)

    article.refresh_from_db()
    assert (article.binned_at, article.stage) == (None, "draft")


@pytest.mark.parametrize("act", ["save", "move", "publish"])
def test_a_story_in_the_bin_is_left_alone(act):
    article = make_article()
    editing.bin_story(article, by=None)
    acts = {
        "save": lambda: editing.save(article, {"kicker": "x"}, by=None, base_version=1),
        "move": lambda: editing.move(article, to="review", by=None),
        "publish": lambda: publishing.publish(article, by=None),
    }

    assert refused(acts[act]) in ("binned", "no-move")


@pytest.mark.parametrize("at", [-HOUR, HOUR])
def test_a_story_that_had_an_edition_is_never_thrown_away(at):
    article = make_edition(at=timezone.now() + at).article
    article.refresh_from_db()

    assert refused(editing.bin_story, article, by=None) == "with-readers"


def test_what_is_thrown_away_and_what_comes_back_is_recorded():
    article = make_article()
    editing.bin_story(article, by=None)
    editing.unbin_story(article, by=None)

    assert [row.action for row in Transition.objects.all()[:2]] == ["unbinned", "binned"]
