"""The dashboard: what others did with my stories, what goes out next, and an alarm that stays silent."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles import editing, publishing
from articles.models import DeskMember, Edition, Transition
from tests.factories import make_article, make_edition, make_section, make_user

HOME = "/admin/"


def html(client):
    return client.get(HOME).content.decode()


def told(client):
    return [(row.article_id, row.words) for row in client.get(HOME).context["told"]]


def test_who_sent_my_story_back_and_why(reporter):
    article = make_article(by=reporter.user)
    editing.move(article, to="review", by=reporter.user)
    editing.move(article, to="draft", by=make_user("Editors", first_name="Edda"), note="Who says so?")

    page = html(reporter)

    assert "Edda</b> sent it back" in page
    assert "Who says so?" in page


@pytest.mark.parametrize(
    ("done", "words"),
    [
        (lambda article: publishing.unpublish(article, by=None), "took it off the site"),
        (lambda article: publishing.kill(article, by=None, notice="Gone.", reason="Not so."), "killed it"),
    ],
    ids=["unpublished", "killed"],
)
def test_what_became_of_my_published_story(done, words, reporter):
    article = make_edition(by=reporter.user).article
    done(article)

    assert told(reporter) == [(article.pk, words)]


@pytest.mark.parametrize(("group", "told"), [("Reporters", False), ("Editors", True)])
def test_why_a_story_was_killed_is_for_those_who_may_read_it(group, told, login):
    client = login(group)
    article = make_edition(by=client.user).article
    publishing.kill(article, by=None, notice="Gone.", reason="The lawyers of Mr Pell")

    assert ("The lawyers of Mr Pell" in html(client)) == told


def test_a_schedule_that_an_embargo_took_back_is_told_to_whoever_made_it(editor):
    article = make_article()
    publishing.publish(article, by=editor.user, at=timezone.now() + timedelta(hours=1))
    embargo = {"embargo_until": timezone.now() + timedelta(days=1)}
    editing.save(article, embargo, by=make_user("Editors"), base_version=1)

    assert told(editor) == [(article.pk, "canceled its schedule")]


def test_what_i_did_what_is_not_mine_and_what_is_long_ago_is_not_told(reporter, editor):
    mine, theirs, old = make_article(by=reporter.user), make_article(), make_article(by=reporter.user)
    for article, by in ((mine, reporter.user), (theirs, editor.user), (old, editor.user)):
        editing.move(article, to="review", by=None)
        editing.move(article, to="draft", by=by, note="Again")
    Transition.objects.filter(article=old).update(at=timezone.now() - timedelta(days=3))

    assert told(reporter) == []


def test_what_goes_out_next_is_told_with_its_time(editor):
    make_edition(headline="In three hours", at=timezone.now() + timedelta(hours=3))
    make_edition(headline="In one hour", at=timezone.now() + timedelta(hours=1))
    called_off = make_edition(headline="Called off", at=timezone.now() + timedelta(hours=2))
    publishing.cancel(called_off.article, by=None)

    response = editor.get(HOME)

    coming = [(edition.headline, sentence.split(",")[0]) for edition, sentence in response.context["coming"]]
    assert coming == [("In one hour", "Goes live in 1 h"), ("In three hours", "Goes live in 3 h")]
    assert "Should be live since" not in response.content.decode()


def scheduled_and_opened(**fields):
    edition = make_edition(at=timezone.now() + timedelta(hours=1), **fields)
    Edition.objects.filter(pk=edition.pk).update(
        live_from=timezone.now() - timedelta(hours=1), made_at=timezone.now() - timedelta(hours=2)
    )
    return Edition.objects.get(pk=edition.pk)


def test_an_edition_that_opened_rings_no_alarm(editor):
    scheduled_and_opened()

    assert editor.get(HOME).context["missing"] == []


def test_an_edition_that_was_taken_back_rings_no_alarm(editor):
    publishing.unpublish(scheduled_and_opened().article, by=None)

    assert editor.get(HOME).context["missing"] == []


def test_an_edition_that_should_be_live_and_is_not_rings_the_alarm(editor):
    edition = scheduled_and_opened(headline="Lost on the way")
    Edition.objects.filter(pk=edition.pk).update(live_until=edition.live_from)

    page = html(editor)

    assert "Should be live since" in page
    assert "Lost on the way" in page


def test_the_number_beside_stories_counts_those_in_review_that_one_may_see(editor):
    for name in ("City", "City", "Sport"):
        editing.move(make_article(section=make_section(name)), to="review", by=None)
    DeskMember.objects.create(user=editor.user).sections.set([make_section("City")])

    models = [model for group in editor.get(HOME).context["available_apps"] for model in group["models"]]

    assert next(model["badge"] for model in models if model["object_name"] == "Article") == (2, "in review")


def test_the_tab_of_a_list_says_what_is_in_it(editor):
    answer = editor.get(f"{HOME}articles/article/").content.decode()

    assert "<title>Stories | " in answer
