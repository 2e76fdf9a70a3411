"""From the desk to the paper: what is frozen, when it is seen, what is refused."""

from datetime import timedelta
from itertools import pairwise

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.models import F
from django.utils import timezone

from articles import editing, freezing, pictures, publishing
from articles.freezing import digest
from articles.models import Article, Author, Edition, EditionTag, Transition
from tests.factories import make_article, make_edition, make_image, make_user

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


def change(article, **fields):
    return editing.save(article, fields, by=None, base_version=article.version)


def test_publishing_makes_the_story_live():
    edition = publishing.publish(make_article(), by=None)

    assert list(Edition.objects.live()) == [edition]


def test_work_on_the_desk_does_not_change_the_page():
    article = make_article(headline="As published")
    publishing.publish(article, by=None)

    change(article, headline="Being rewritten")

    assert Edition.objects.live().get().headline == "As published"


def test_publishing_again_replaces_the_page_and_keeps_the_old_one():
    article = make_article(headline="First")
    publishing.publish(article, by=None)
    change(article, headline="Second")

    publishing.publish(article, by=None)

    assert Edition.objects.live().get().headline == "Second"
    assert Edition.objects.count() == 2


def test_the_address_stays_when_the_slug_does():
    article = make_article(slug="ferry")
    first = publishing.publish(article, by=None, at=timezone.now() - timedelta(days=3), backdated=True)
    change(article, kicker="Ferry")

    second = publishing.publish(article, by=None)

    assert second.path == first.path


def test_a_new_slug_keeps_the_day_the_story_first_appeared():
    article = make_article(slug="ferry")
    first = publishing.publish(article, by=None, at=timezone.now() - timedelta(days=3), backdated=True)
    change(article, slug="ferry-bought")

    second = publishing.publish(article, by=None)

    assert second.path == first.path.replace("ferry", "ferry-bought")


def test_two_stories_of_one_name_on_one_day_have_two_addresses():
    first, second = make_edition(slug="ferry"), make_edition(slug="ferry")

    assert second.path == first.path.replace("/ferry/", "/ferry-2/")


def test_an_address_that_a_story_once_had_is_never_given_to_another():
    article = make_article(slug="ferry")
    publishing.publish(article, by=None)
    change(article, slug="other")
    publishing.publish(article, by=None)

    assert make_edition(slug="ferry").slug == "ferry-2"


def test_updated_is_empty_until_the_words_change():
    article = make_article()
    publishing.publish(article, by=None)
    change(article, lead=make_image())

    second = publishing.publish(article, by=None)

    assert second.updated_at is None


def test_updated_is_set_when_the_words_change():
    article = make_article()
    publishing.publish(article, by=None)
    change(article, body=article.body.replace("May 2027", "June 2027"))

    second = publishing.publish(article, by=None)

    assert second.updated_at == second.live_from


def test_a_scheduled_edition_is_not_live_before_its_time():
    article = make_article()
    at = timezone.now() + HOUR

    edition = publishing.publish(article, by=None, at=at)

    assert not Edition.objects.live().exists()
    assert list(Edition.objects.at(at)) == [edition]


def test_a_scheduled_edition_takes_over_from_the_live_one_at_its_time():
    article = make_article(headline="First")
    publishing.publish(article, by=None)
    change(article, headline="Second")
    at = timezone.now() + HOUR

    publishing.publish(article, by=None, at=at)

    assert Edition.objects.live().get().headline == "First"
    assert Edition.objects.at(at).get().headline == "Second"


def test_publishing_now_replaces_what_was_scheduled():
    article = make_article(headline="Scheduled")
    publishing.publish(article, by=None, at=timezone.now() + HOUR)
    change(article, headline="Now")

    publishing.publish(article, by=None)

    assert Edition.objects.at(timezone.now() + 2 * HOUR).get().headline == "Now"


def test_publishing_now_ends_the_live_window_that_waited_for_a_scheduled_one():
    article = make_article(headline="First")
    publishing.publish(article, by=None)
    change(article, headline="Scheduled")
    publishing.publish(article, by=None, at=timezone.now() + HOUR)
    change(article, headline="Now")

    publishing.publish(article, by=None)

    assert Edition.objects.live().get().headline == "Now"
    assert Edition.objects.at(timezone.now() + 2 * HOUR).get().headline == "Now"


def test_tag_lists_hold_only_editions_that_are_or_will_be_live():
    article = make_article(tags=["Ferry"])
    publishing.publish(article, by=None)
    change(article, headline="Second")

    second = publishing.publish(article, by=None)

    assert [row.edition for row in EditionTag.objects.all()] == [second]


def test_unpublishing_takes_the_story_from_readers_and_lists():
    article = make_article(tags=["Ferry"])
    publishing.publish(article, by=None)

    publishing.unpublish(article, by=None, note="Wrong council")

    assert not Edition.objects.live().exists()
    assert not EditionTag.objects.exists()


def test_unpublishing_what_is_not_live_is_refused():
    with pytest.raises(publishing.Refused) as refused:
        publishing.unpublish(make_article(), by=None)

    assert refused.value.code == "not-live"


def test_a_story_comes_back_at_its_address():
    article = make_article()
    first = publishing.publish(article, by=None)
    publishing.unpublish(article, by=None)
    change(article, kicker="Ferry")

    assert publishing.publish(article, by=None).path == first.path


def test_errors_block_publishing():
    article = make_article(body="<p>The pumps cost TK pounds, the board said on 4 November 2026 in a letter.</p>")

    with pytest.raises(publishing.Refused) as refused:
        publishing.publish(article, by=None)

    assert [finding.code for finding in refused.value.findings] == ["placeholder"]
    assert not Edition.objects.exists()


def test_an_error_may_stand_with_a_reason_that_is_recorded():
    article = make_article(body="<p>The pumps cost TK pounds, the board said on 4 November 2026 in a letter.</p>")

    publishing.publish(article, by=None, waive={"placeholder": "It is a quotation of the letter"})

    published = Transition.objects.get(action="published")
    assert published.waived == {"placeholder": "It is a quotation of the letter"}


def test_an_empty_reason_is_none():
    article = make_article(body="<p>The pumps cost TK pounds, the board said on 4 November 2026 in a letter.</p>")

    with pytest.raises(publishing.Refused):
        publishing.publish(article, by=None, waive={"placeholder": "  "})


@pytest.mark.parametrize(
    ("code", "prepare"),
    [
        ("spiked", lambda article: editing.move(article, to="spiked", by=None)),
        ("embargo", lambda article: change(article, embargo_until=timezone.now() + HOUR)),
        ("unchanged", lambda article: publishing.publish(article, by=None)),
    ],
)
def test_publishing_is_refused(code, prepare):
    article = make_article()
    prepare(article)

    with pytest.raises(publishing.Refused) as refused:
        publishing.publish(article, by=None)

    assert refused.value.code == code


def test_a_corrected_credit_can_be_published_without_touching_the_text():
    article = make_article(lead=make_image(credit="Drawing: somebody"))
    publishing.publish(article, by=None)
    pictures.save(article.lead, credit="Drawing: Mira Lund")

    edition = publishing.publish(article, by=None)

    assert edition.picture["credit"] == "Drawing: Mira Lund"


def test_a_corrected_credit_counts_as_a_change_that_readers_do_not_have():
    article = make_article(lead=make_image(credit="Drawing: somebody"))
    publishing.publish(article, by=None)
    pictures.save(article.lead, credit="Drawing: Mira Lund")

    assert publishing.standing(article).changed


def test_a_renamed_author_counts_as_a_change_that_readers_do_not_have():
    article = make_article()
    publishing.publish(article, by=None)
    Author.objects.update(name="Isla Wren-Hale")

    assert publishing.standing(article).changed


def test_an_address_taken_in_the_same_moment_is_tried_again(monkeypatch):
    taken = make_edition(slug="ferry").path
    paths = iter([taken, taken.replace("/ferry/", "/ferry-2/")])
    monkeypatch.setattr(freezing, "free_path", lambda *args: next(paths))

    assert publishing.publish(make_article(slug="ferry"), by=None).slug == "ferry-2"


def test_publishing_a_version_somebody_has_passed_is_refused():
    article = make_article()
    change(article, kicker="Ferry")

    with pytest.raises(publishing.Refused) as refused:
        publishing.publish(article, by=None, version=1)

    assert refused.value.code == "moved-on"


def test_publishing_and_unpublishing_are_recorded():
    article, user = make_article(), make_user()
    publishing.publish(article, by=user)
    publishing.unpublish(article, by=user, note="Legal")

    rows = Transition.objects.filter(by=user).order_by("id")
    assert [(row.action, row.note) for row in rows] == [("published", ""), ("unpublished", "Legal")]


def test_editions_are_chained_by_digest():
    article = make_article()
    first = publishing.publish(article, by=None)
    change(article, headline="Second")

    second = publishing.publish(article, by=None)

    assert second.previous_digest == first.digest


def test_a_digest_can_be_made_again_from_the_row():
    edition = make_edition(tags=["Ferry"], lead=make_image())

    assert digest(Edition.objects.get()) == edition.digest


def test_the_database_refuses_a_second_open_edition():
    edition = make_edition()
    edition.pk, edition.number = None, 2

    with pytest.raises(IntegrityError), transaction.atomic():
        edition.save(force_insert=True)


def test_windows_of_one_story_never_overlap():
    article = make_article()
    for number in range(4):
        change(article, headline=f"Edition {number}")
        publishing.publish(article, by=None, at=timezone.now() + number * HOUR)

    opened = Edition.objects.exclude(live_until=F("live_from")).order_by("number")
    windows = list(opened.values_list("live_from", "live_until"))

    assert len(windows) == 2
    assert all(until <= begin for (_, until), (begin, _) in pairwise(windows))


@pytest.mark.skipif("connection.vendor != 'postgresql'", reason="an exclusion constraint is PostgreSQL's own")
def test_postgresql_refuses_overlapping_windows():
    edition = make_edition()
    Edition.objects.filter(pk=edition.pk).update(live_until=timezone.now() + HOUR)
    edition.pk, edition.number = None, 2

    with pytest.raises(IntegrityError), transaction.atomic():
        edition.save(force_insert=True)
        connection.check_constraints()


def test_standing_tells_live_next_and_changed():
    article = make_article()
    live = publishing.publish(article, by=None)
    change(article, headline="Second")
    scheduled = publishing.publish(article, by=None, at=timezone.now() + HOUR)

    standing = publishing.standing(article)

    assert (standing.live, standing.next, standing.changed) == (live, scheduled, True)


def test_the_text_on_the_desk_is_not_touched_by_publishing():
    article = make_article()

    publishing.publish(article, by=None)

    assert Article.objects.get().version == 1


def test_a_published_story_is_ready():
    article = make_article()

    publishing.publish(article, by=None)

    assert Article.objects.get().stage == "ready"
    assert Transition.objects.get(action="published").before == "draft"
