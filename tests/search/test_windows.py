"""Search reads what is live at its moment; nothing has to run for a story to appear in it or to go."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from articles import publishing, search
from articles.models import SearchEntry
from tests.factories import make_article, make_edition
from tests.reader.papers import rewrite

from .asking import ask, found

pytestmark = pytest.mark.django_db
SECOND = timedelta(seconds=1)


def entries():
    """All entries, but for what their stories are about: that is as against what is usual by now."""
    rows = SearchEntry.objects.values_list("edition", "keys", "head", "lead", "body", "live_from")
    return {(edition, keys.partition(" m_ ")[0], *rest) for edition, keys, *rest in rows}


def test_a_scheduled_story_is_found_from_its_second_on():
    opens = timezone.now() + timedelta(hours=2)
    publishing.publish(make_article(headline="Zebra"), by=None, at=opens)

    assert found("zebra", moment=opens - SECOND) == []
    assert found("zebra", moment=opens) == ["Zebra"]


def test_a_story_that_ends_is_found_until_its_last_second():
    ends = timezone.now() + timedelta(hours=2)
    publishing.publish(make_article(headline="Zebra"), by=None, until=ends)

    assert found("zebra", moment=ends - SECOND) == ["Zebra"]
    assert found("zebra", moment=ends) == []


def test_before_the_second_nothing_is_counted_either():
    publishing.publish(make_article(headline="Zebra"), by=None, at=timezone.now() + timedelta(hours=2))

    assert ask("zebra giraffe") == search.Findings([])


def test_the_words_of_the_next_edition_are_found_when_it_opens():
    edition, opens = make_edition(headline="Zebra"), timezone.now() + timedelta(hours=2)
    rewrite(edition, headline="Giraffe", at=opens)

    assert (found("zebra", moment=opens - SECOND), found("giraffe", moment=opens - SECOND)) == (["Zebra"], [])
    assert (found("zebra", moment=opens), found("giraffe", moment=opens)) == ([], ["Giraffe"])


def test_a_cancelled_schedule_leaves_no_trace():
    edition = make_edition(headline="Zebra")
    rewrite(edition, headline="Giraffe", at=timezone.now() + timedelta(hours=2))
    publishing.cancel(edition.article, by=None)

    later = timezone.now() + timedelta(days=1)

    assert (found("zebra", moment=later), found("giraffe", moment=later)) == (["Zebra"], [])


@pytest.mark.parametrize("act", ["kill", "unpublish"])
def test_a_story_that_is_taken_away_is_gone_and_so_are_its_words(act):
    edition = make_edition(headline="Zebra")
    told = {"kill": {"notice": "Gone.", "reason": "Wrong."}, "unpublish": {}}[act]
    getattr(publishing, act)(edition.article, by=None, **told)

    assert found("zebra") == []
    assert not SearchEntry.objects.exists()


def test_an_edition_that_was_replaced_is_not_found_by_its_old_words():
    rewrite(make_edition(headline="Zebra"), headline="Giraffe")

    assert (found("zebra"), found("giraffe")) == ([], ["Giraffe"])
    assert SearchEntry.objects.count() == 1


def test_a_draft_is_not_found():
    make_article(headline="Zebra")

    assert found("zebra") == []


def test_stories_of_one_second_are_all_found(monkeypatch):
    monkeypatch.setattr("articles.search.entry_keys._LOW", 1)
    at = timezone.now() - timedelta(days=1)
    for number in range(3):
        make_edition(headline=f"Zebra {number}", at=at)
    call_command("rebuild_search")

    assert sorted(found("zebra")) == ["Zebra 0", "Zebra 1", "Zebra 2"]


def test_the_index_is_made_anew_from_what_readers_see_and_will_see():
    make_edition(headline="Zebra", tags=["Zoo"])
    opens = timezone.now() + timedelta(hours=1)
    publishing.publish(make_article(headline="Giraffe"), by=None, at=opens)
    before = entries()
    SearchEntry.objects.all().delete()
    assert found("zebra") == []

    call_command("rebuild_search")

    assert entries() == before
    assert (found("zebra"), found("giraffe", moment=opens)) == (["Zebra"], ["Giraffe"])


def test_the_index_is_made_anew_for_another_language(settings):
    make_edition(headline="Les maisons")
    settings.LANGUAGE_CODE = "fr"

    call_command("rebuild_search")

    assert found("maison") == ["Les maisons"]
