"""What is planned for later: schedules, ends, embargoes; and what takes them back."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles import editing, publishing
from articles.models import Edition, EditionTag, Transition
from tests.factories import make_article, make_edition, make_user

pytestmark = pytest.mark.django_db
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def change(article, **fields):
    article.refresh_from_db()
    return editing.save(article, fields, by=None, base_version=article.version)


def readers_have(article, *, after):
    """The headline that readers see `after` a while; None if they see nothing."""
    return article.editions.at(timezone.now() + after).values_list("headline", flat=True).first()


def refused(act, *args, **told):
    with pytest.raises((publishing.Refused, editing.Refused)) as error:
        act(*args, **told)
    return error.value.code


def live_and_scheduled(after=HOUR):
    article = make_article(headline="First", tags=["Harbour"])
    publishing.publish(article, by=None)
    change(article, headline="Second")
    publishing.publish(article, by=None, at=timezone.now() + after)
    return article


def test_scheduling_is_recorded_as_such():
    publishing.publish(make_article(), by=None, at=timezone.now() + HOUR)

    assert Transition.objects.first().action == "scheduled"


def test_nothing_is_scheduled_in_the_past():
    assert refused(publishing.publish, make_article(), by=None, at=timezone.now() - HOUR) == "past"


def test_the_minute_that_runs_is_now():
    publishing.publish(make_article(), by=None, at=timezone.now().replace(second=0, microsecond=0))

    assert Edition.objects.live().exists()


def test_a_cancelled_schedule_never_opens():
    article = live_and_scheduled()

    publishing.cancel(article, by=None)

    assert readers_have(article, after=2 * HOUR) == "First"


def test_a_cancelled_first_edition_leaves_no_address():
    article = make_article()
    edition = publishing.publish(article, by=None, at=timezone.now() + HOUR)

    publishing.cancel(article, by=None)

    assert not Edition.objects.at(timezone.now() + 2 * HOUR).filter(path=edition.path).exists()


def test_cancelling_gives_the_end_back_to_the_edition_before():
    article = make_article(headline="First")
    publishing.publish(article, by=None, until=timezone.now() + DAY)
    change(article, headline="Second")
    publishing.publish(article, by=None, at=timezone.now() + HOUR)

    publishing.cancel(article, by=None)

    assert [readers_have(article, after=after) for after in (2 * HOUR, 2 * DAY)] == ["First", None]


def test_cancelling_puts_the_edition_before_back_into_its_lists():
    article = live_and_scheduled()

    publishing.cancel(article, by=None)

    assert EditionTag.objects.at(timezone.now() + 2 * HOUR).count() == 1


def test_cancelling_is_recorded_with_its_note():
    article = live_and_scheduled()

    publishing.cancel(article, by=make_user(first_name="Jo"), note="Not before the vote")

    newest = Transition.objects.first()
    assert (newest.action, newest.by_name, newest.note) == ("canceled", "Jo", "Not before the vote")


def test_nothing_scheduled_is_nothing_to_cancel():
    assert refused(publishing.cancel, make_edition().article, by=None) == "not-scheduled"


def test_scheduling_again_replaces_what_was_scheduled():
    article = live_and_scheduled(after=HOUR)
    change(article, headline="Third")

    publishing.publish(article, by=None, at=timezone.now() + DAY)

    assert [readers_have(article, after=after) for after in (2 * HOUR, 2 * DAY)] == ["First", "Third"]


def test_what_was_replaced_is_recorded_as_cancelled():
    article = live_and_scheduled()
    change(article, headline="Third")

    publishing.publish(article, by=None)

    assert Transition.objects.get(action="canceled").edition.headline == "Second"


def test_editing_after_scheduling_changes_nothing_of_what_goes_out():
    article = live_and_scheduled()

    change(article, headline="Half-finished")

    assert readers_have(article, after=2 * HOUR) == "Second"
    assert publishing.standing(article).next_is_behind


def test_a_story_leaves_the_site_at_its_end():
    article = make_article(headline="First")

    publishing.publish(article, by=None, until=timezone.now() + HOUR)

    assert [readers_have(article, after=after) for after in (HOUR / 2, HOUR)] == ["First", None]


def test_a_new_edition_keeps_the_end_of_the_story():
    article = make_article()
    publishing.publish(article, by=None, until=timezone.now() + DAY)
    change(article, headline="Second")

    publishing.publish(article, by=None)

    assert [readers_have(article, after=after) for after in (HOUR, 2 * DAY)] == ["Second", None]


def test_an_end_is_set_and_taken_away():
    article = make_edition(headline="First").article
    publishing.end(article, by=None, at=timezone.now() + HOUR)
    ended = readers_have(article, after=2 * HOUR)

    publishing.end(article, by=None, at=None)

    assert (ended, readers_have(article, after=2 * HOUR)) == (None, "First")


def test_the_end_of_a_scheduled_story_is_that_of_what_is_scheduled():
    article = live_and_scheduled(after=HOUR)

    publishing.end(article, by=None, at=timezone.now() + DAY)

    seen = [readers_have(article, after=after) for after in (HOUR / 2, 2 * HOUR, 2 * DAY)]
    assert seen == ["First", "Second", None]


@pytest.mark.parametrize(
    ("code", "act"),
    [
        ("not-live", lambda now: publishing.end(make_article(), by=None, at=now + HOUR)),
        ("past", lambda now: publishing.end(make_edition().article, by=None, at=now - HOUR)),
        ("past", lambda now: publishing.publish(make_article(), by=None, until=now - HOUR)),
        ("before-opening", lambda now: publishing.end(live_and_scheduled(after=DAY), by=None, at=now + HOUR)),
        ("before-opening", lambda now: publishing.publish(make_article(), by=None, at=now + DAY, until=now + HOUR)),
    ],
)
def test_an_end_that_cannot_be_is_refused(code, act):
    assert refused(act, timezone.now()) == code


def test_an_edition_is_not_scheduled_after_the_end_of_its_story():
    article = make_article()
    publishing.publish(article, by=None, until=timezone.now() + HOUR)
    change(article, headline="Second")

    assert refused(publishing.publish, article, by=None, at=timezone.now() + DAY) == "after-end"


def test_an_embargo_refuses_a_schedule_before_it_ends():
    article = make_article(embargo_until=timezone.now() + DAY)

    assert refused(publishing.publish, article, by=None, at=timezone.now() + HOUR) == "embargo"


def test_an_embargo_lets_a_schedule_pass_at_its_very_end():
    article = make_article(embargo_until=timezone.now() + DAY)

    assert publishing.publish(article, by=None, at=article.embargo_until).live_from == article.embargo_until


def test_a_later_embargo_takes_the_schedule_back():
    article = live_and_scheduled()

    saved = change(article, embargo_until=timezone.now() + DAY)

    assert [edition.headline for edition in saved.called_off] == ["Second"]
    assert readers_have(article, after=2 * HOUR) == "First"


def test_the_record_says_that_an_embargo_took_a_schedule_back():
    change(live_and_scheduled(), embargo_until=timezone.now() + DAY)

    assert "embargo" in Transition.objects.get(action="canceled").note


def test_an_embargo_that_ends_before_the_schedule_takes_nothing_back():
    article = live_and_scheduled(after=DAY)

    assert change(article, embargo_until=timezone.now() + HOUR).called_off == []


def test_a_plan_publishes_nothing():
    make_article(planned_for=timezone.now() - HOUR)

    assert not Edition.objects.exists()


def test_a_scheduled_story_is_not_spiked():
    article = live_and_scheduled()
    article.refresh_from_db()

    assert refused(editing.move, article, to="spiked", by=None) == "with-readers"


def test_what_a_colleague_scheduled_meanwhile_is_not_cancelled():
    article = live_and_scheduled()

    assert refused(publishing.cancel, article, by=None, edition=1) == "moved-on"
    assert publishing.cancel(article, by=None, edition=2).number == 2
