"""What stands beside a story: those it is like and that readers have, filled up with its topic and its section."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from articles import publishing, related
from articles.models import Likeness, SearchEntry
from articles.search import rebuilding
from tests.factories import make_article, make_edition, make_section

from .papers import hide, rewrite

pytestmark = pytest.mark.django_db
FERRY = "<p>The ferry Maud left the slipway at Skerrin with her engine mended and forty passengers aboard.</p>"
AGAIN = "<p>Passengers of the ferry Maud waited at Skerrin until the engine ran, said the slipway master.</p>"
CHOIR = "<p>Two tenors joined the choir before the concert, and the soprano sang Purcell at rehearsal.</p>"
HOURS = timedelta(hours=2)


def make_story(headline, body, **fields):
    return make_edition(**{"headline": headline, "standfirst": "", "body": body, **fields})


def beside(edition, moment=None):
    """The headlines of the stories beside one, in order."""
    return [story.headline for story in related.of(edition, moment or timezone.now())]


def fill(number):
    """Newer stories of the same section about other things, each about its own."""
    for n in range(number):
        word = "".join("bcdfghjklmnpqrstvwxz"[ord(sign) % 20] * 2 for sign in f"{n:02}")
        make_story(f"Filler {word}ab", f"<p>{word}on {word}ek {word}ul {word}im.</p>", ago=timedelta(minutes=1))


@pytest.fixture
def old():
    return make_story("Maud sails from Skerrin", FERRY, ago=timedelta(days=3), section=make_section("Harbour"))


def test_a_story_leads_to_the_one_it_is_like_whatever_its_section_and_its_age(old):
    fill(4)
    new = make_story("Maud delayed at Skerrin", AGAIN)

    assert beside(new)[0] == old.headline
    assert len(beside(new)) == 4


def test_an_old_story_leads_to_the_new_one_that_is_like_it(old):
    fill(4)
    assert beside(old) == []
    make_story("Maud delayed at Skerrin", AGAIN)

    assert beside(old) == ["Maud delayed at Skerrin"]


def test_stories_that_each_say_they_are_alike_stand_beside_one_another_once(old):
    new = make_story("Maud delayed at Skerrin", AGAIN)
    again = rewrite(old, kicker="Later")

    assert beside(again) == [new.headline]
    assert beside(new) == [again.headline]


@pytest.mark.parametrize("act", ["kill", "unpublish"])
def test_a_story_that_is_taken_away_is_beside_none_and_the_next_best_comes_up(old, act):
    new = make_story("Maud delayed at Skerrin", AGAIN)
    fill(4)
    told = {"kill": {"notice": "Gone.", "reason": "Wrong."}, "unpublish": {}}[act]
    getattr(publishing, act)(old.article, by=None, **told)

    assert len(beside(new)) == 4
    assert old.headline not in beside(new)


def test_what_a_story_said_goes_with_it(old):
    new = make_story("Maud delayed at Skerrin", AGAIN)
    assert new.like_rows.exists()

    hide(new)

    assert not Likeness.objects.exists()
    assert beside(old) == []


@pytest.mark.parametrize("planned_first", [True, False], ids=["planned first", "planned last"])
def test_a_story_that_waits_is_beside_others_from_its_second_on(planned_first):
    opens = timezone.now() + HOURS
    told = {"headline": "Maud delayed at Skerrin", "standfirst": "", "body": AGAIN}

    def plan():
        return publishing.publish(make_article(**told), by=None, at=opens)

    planned = plan() if planned_first else None
    live = make_story("Maud sails from Skerrin", FERRY, section=make_section("Harbour"))
    planned = planned or plan()

    assert beside(live, opens - timedelta(seconds=1)) == []
    assert beside(live, opens) == [planned.headline]
    assert beside(planned, opens) == [live.headline]


def test_an_edition_that_waits_changes_nothing_beside_the_one_that_readers_have(old):
    choir = make_story("Choir finds tenors", CHOIR, section=make_section("Culture"))
    opens = timezone.now() + HOURS
    rewrite(choir, headline="Maud sings at Skerrin", body=FERRY, at=opens)

    assert beside(old, opens - timedelta(seconds=1)) == []
    assert beside(choir, opens - timedelta(seconds=1)) == []
    assert beside(old, opens) == ["Maud sings at Skerrin"]


def test_a_story_in_another_language_is_not_beside_one(old):
    make_story("Maud delayed at Skerrin", AGAIN, language="fr", section=old.section)
    make_story("Maud delayed once more at Skerrin", AGAIN, language="en-GB")

    assert beside(old) == ["Maud delayed once more at Skerrin"]


def test_a_story_that_nothing_is_like_is_followed_by_its_topic_and_then_by_its_section():
    story = make_story("Choir finds tenors", CHOIR, tags=["Alone", "Music"])
    make_story("Maud sails from Skerrin", FERRY, tags=["Music"], section=make_section("Harbour"), ago=HOURS)
    make_story("Schools close for snow", "<p>Heads decided at breakfast.</p>")
    make_story("Elsewhere", "<p>Nobody asked why.</p>", section=make_section("Sport"))

    assert beside(story) == ["Maud sails from Skerrin", "Schools close for snow"]


@pytest.mark.parametrize("only_missing", [False, True], ids=["all", "what an earlier release did not make"])
def test_likenesses_made_anew_are_what_they_were(old, only_missing):
    new, choir = make_story("Maud delayed at Skerrin", AGAIN), make_story("Choir finds tenors", CHOIR)
    before = [beside(story) for story in (old, new, choir)]
    Likeness.objects.all().delete()
    SearchEntry.objects.update(keys="k_news e_")

    call_command("rebuild_search", only_missing=only_missing)

    assert [beside(story) for story in (old, new, choir)] == before


def test_likenesses_that_a_stopped_rebuild_did_not_come_to_are_made_by_the_next(old, monkeypatch):
    new = make_story("Maud delayed at Skerrin", AGAIN)
    before = [beside(story) for story in (old, new)]
    Likeness.objects.all().delete()
    SearchEntry.objects.update(keys="k_news e_")

    def stopped(keys):
        raise KeyboardInterrupt

    with monkeypatch.context() as meanwhile, pytest.raises(KeyboardInterrupt):
        meanwhile.setattr(rebuilding, "_likened_anew", stopped)
        call_command("rebuild_search", only_missing=True)
    call_command("rebuild_search", only_missing=True)

    assert [beside(story) for story in (old, new)] == before


def test_the_page_shows_them_in_order(client, old):
    new = make_story("Maud delayed at Skerrin", AGAIN, ago=HOURS)
    make_story("Choir finds tenors", CHOIR)

    shown = client.get(new.path).content.decode().split('id="related"')[1]

    assert shown.index(old.headline) < shown.index("Choir finds tenors")
    assert new.headline not in shown
