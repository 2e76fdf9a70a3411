"""Publishing later, taking a schedule back, the end of a story: in a newsroom in London, at noon on 1 March 2026."""

from datetime import UTC, datetime, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from articles import editing, publishing
from articles.models import DeskMember, Edition
from tests.factories import make_article, make_edition

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def london(settings, monkeypatch):
    settings.TIME_ZONE = "Europe/London"
    monkeypatch.setattr(timezone, "now", lambda: NOW)


def url(article, name="publish"):
    return reverse(f"admin:articles_article_{name}", args=[article.pk])


def later(date="2026-04-10", time="09:00", **more):
    return {"version": "1", "when": "later", "at-date": date, "at-time": time, **more}


def ending(date="2026-04-10", time="09:00", **more):
    return {"ends": "at", "until-date": date, "until-time": time, **more}


def opening():
    return Edition.objects.get().live_from.isoformat()


def scheduled(article, days=3, **told):
    return publishing.publish(article, by=None, at=NOW + days * DAY, **told)


# later


def test_a_time_is_meant_in_the_zone_of_the_newsroom(editor, article):
    editor.post(url(article), later())

    assert opening() == "2026-04-10T08:00:00+00:00"


@pytest.mark.parametrize(
    ("zone", "moment"), [("UTC", "2026-04-10T09:00:00+00:00"), ("Africa/Johannesburg", "2026-04-10T07:00:00+00:00")]
)
def test_a_time_can_be_typed_in_utc_and_in_ones_own_zone(zone, moment, editor, article):
    DeskMember.objects.create(user=editor.user, time_zone="Africa/Johannesburg")

    editor.post(url(article), later(zone=zone))

    assert opening() == moment


def test_a_zone_that_was_not_offered_is_refused(editor, article):
    response = editor.post(url(article), later(zone="Asia/Tokyo"))

    assert response.status_code == 409
    assert not Edition.objects.exists()


def test_after_scheduling_the_editor_is_told_when_in_every_zone(editor, article):
    DeskMember.objects.create(user=editor.user, time_zone="Africa/Johannesburg")

    html = editor.post(url(article), later("2026-03-03"), follow=True).content.decode()

    assert "Version 1 goes live in 1 day 21 h, Tuesday 09:00, London" in html
    assert "Johannesburg Tue 3 Mar 2026, 11:00 (UTC+2)" in html
    assert "UTC Tue 3 Mar 2026, 09:00 (UTC)" in html


def test_a_time_that_does_not_exist_comes_back_with_the_moments_around_it(editor, article):
    response = editor.post(url(article), later("2026-03-29", "01:30"))

    html = response.content.decode()
    assert response.status_code == 409
    assert 'name="at-exact" value="2026-03-29T00:59+00:00"' in html
    assert 'name="at-exact" value="2026-03-29T02:00+01:00"' in html
    assert not Edition.objects.exists()


def test_a_time_that_happens_twice_comes_back_with_both_moments_and_all_that_was_typed(editor, article):
    response = editor.post(url(article), later("2026-10-25", "01:30", **ending("2026-11-01", "10:15")))

    html = response.content.decode()
    assert response.status_code == 409
    assert 'value="2026-10-25T01:30+01:00"' in html
    assert 'value="2026-10-25T01:30+00:00"' in html
    for typed in ("2026-10-25", "01:30", "2026-11-01", "10:15"):
        assert f'value="{typed}"' in html


def test_the_moment_that_was_chosen_counts(editor, article):
    editor.post(url(article), later("2026-10-25", "01:30", **{"at-exact": "2026-10-25T01:30+00:00"}))

    assert opening() == "2026-10-25T01:30:00+00:00"


@pytest.mark.parametrize("exact", ["2026-10-24T01:30+01:00", "2026-10-25T01:30", "soon"])
def test_a_choice_that_was_not_offered_counts_for_nothing(exact, editor, article):
    assert editor.post(url(article), later("2026-10-25", "01:30", **{"at-exact": exact})).status_code == 409
    assert not Edition.objects.exists()


def test_nothing_is_scheduled_in_the_past(editor, article):
    response = editor.post(url(article), later("2026-03-01", "11:58"))

    html = response.content.decode()
    assert response.status_code == 409
    assert "That has passed" in html
    assert 'value="11:58"' in html
    assert not Edition.objects.exists()


@pytest.mark.parametrize(
    ("date", "time", "said"),
    [
        ("tomorrow", "09:00", "“tomorrow” is not a date"),
        ("2026-04-10", "nine", "“nine” is not a time"),
        ("2026-04-10", "09:00+05:00", "is not a time"),
        ("2026-04-10", "", "The time is missing"),
        ("", "09:00", "The date is missing"),
        ("", "", "Say when the story goes live"),
        ("0001-01-01", "00:00", "That has passed"),
        ("9999-12-31", "23:59", "more than fifty years away"),
    ],
)
def test_what_is_no_moment_is_said_at_its_field(date, time, said, editor, article):
    response = editor.post(url(article), later(date, time))

    assert response.status_code == 409
    assert said in response.content.decode().split('id="at-answer"')[1]
    assert not Edition.objects.exists()


def test_an_answer_that_was_not_offered_publishes_nothing(editor, article):
    assert editor.post(url(article), {"version": "1", "when": "never"}).status_code == 409
    assert not Edition.objects.exists()


def test_a_wrong_time_does_not_make_anybody_agree_to_a_newer_version(editor, article):
    editing.save(article, {"kicker": "Newer"}, by=editor.user, base_version=1)

    html = editor.post(url(article), later("tomorrow")).content.decode()

    assert '<input type="hidden" name="version" value="1">' in html


# embargo


def test_before_the_embargo_ends_nothing_is_scheduled_and_the_time_is_told(editor):
    article = make_article(embargo_until=NOW + 60 * DAY)

    response = editor.post(url(article), later("2026-04-10"))

    assert response.status_code == 409
    assert "Embargoed until Thursday 30 April 2026, 13:00, London" in response.content.decode()
    assert not Edition.objects.exists()


def test_the_page_offers_the_end_of_the_embargo(editor):
    html = editor.get(url(make_article(embargo_until=NOW + 2 * DAY))).content.decode()

    assert "Embargo ends in 2 days, Tuesday 12:00, London" in html
    assert 'value="embargo" checked' in html


def test_a_story_goes_out_when_its_embargo_ends(editor):
    article = make_article(embargo_until=NOW + 2 * DAY)

    editor.post(url(article), {"version": "1", "when": "embargo"})

    assert Edition.objects.get().live_from == article.embargo_until


# what is scheduled


def test_the_page_says_what_is_scheduled(editor, article):
    scheduled(article)
    editing.save(article, {"kicker": "Newer"}, by=editor.user, base_version=1)

    html = editor.get(url(article)).content.decode()

    assert "Version 1 goes live in 3 days, Wednesday 12:00, London" in html
    assert "The desk has saved version 2 since" in html


def test_what_replaces_a_schedule_keeps_its_moment_unless_told(editor, article):
    scheduled(article)

    when = editor.get(url(article)).context["when"]

    assert (when.start, when.at) == ("later", NOW + 3 * DAY)


def test_a_correction_goes_out_now_whatever_is_scheduled(editor, article):
    publishing.publish(article, by=None)
    scheduled(editing.save(article, {"kicker": "New"}, by=None, base_version=1))

    assert editor.get(url(article) + "?correct=1").context["when"].start == "now"


def test_a_schedule_that_is_replaced_is_recorded_as_cancelled(editor, article):
    first = scheduled(article)

    editor.post(url(article), later())

    assert article.transitions.get(action="canceled").edition == first
    assert publishing.standing(article).next.number == 2


def test_cancelling_gives_readers_back_what_they_have(editor):
    live = make_edition()
    editing.save(live.article, {"kicker": "Newer"}, by=None, base_version=1)
    scheduled(live.article)

    editor.post(url(live.article, "cancel"), {"edition": "2", "note": "Too soon"})

    live.refresh_from_db()
    assert live.live_until is None
    assert publishing.standing(live.article).next is None
    assert live.article.transitions.get(action="canceled").note == "Too soon"


def test_a_schedule_that_was_not_on_the_page_is_not_cancelled(editor, article):
    scheduled(article)
    scheduled(article, days=4)

    response = editor.post(url(article, "cancel"), {"edition": "1"})

    assert response.status_code == 409
    assert publishing.standing(article).next


def test_cancelling_what_is_not_scheduled_is_refused(editor, article):
    response = editor.post(url(article, "cancel"))

    assert response.status_code == 409
    assert "Nothing is scheduled for this story" in response.content.decode()


def test_a_schedule_is_not_cancelled_by_opening_a_page(editor, article):
    assert editor.get(url(article, "cancel")).status_code == 405


@pytest.mark.parametrize("name", ["cancel", "end", "when"])
def test_a_reporter_neither_cancels_nor_ends_nor_asks(name, reporter, article):
    scheduled(article)

    assert reporter.get(url(article, name)).status_code == 403
    assert reporter.post(url(article, name), ending()).status_code == 403


# the end


def test_a_story_is_published_with_an_end(editor, article):
    editor.post(url(article), {"version": "1", "when": "now", **ending()})

    assert Edition.objects.get().live_until.isoformat() == "2026-04-10T08:00:00+00:00"


def test_publishing_again_keeps_the_end_unless_told(editor, article):
    scheduled(article, until=NOW + 9 * DAY)

    editor.post(url(article), later("2026-03-05", ends="keep"))

    assert publishing.standing(article).until == NOW + 9 * DAY


def test_publishing_again_takes_the_end_away_when_told(editor, article):
    scheduled(article, until=NOW + 9 * DAY)

    editor.post(url(article), later("2026-03-05", ends="never"))

    assert publishing.standing(article).until is None


def test_an_end_is_set_on_a_live_story(editor):
    article = make_edition().article

    response = editor.post(url(article, "end"), ending("2026-03-03", note="The offer ends"), follow=True)

    assert publishing.standing(article).until.isoformat() == "2026-03-03T09:00:00+00:00"
    assert "leaves the site in 1 day 21 h, Tuesday 09:00, London" in response.content.decode()
    assert "The offer ends" in article.transitions.get(action="ended").note


def test_an_end_is_taken_away(editor, article):
    publishing.publish(article, by=None, until=NOW + DAY)

    editor.post(url(article, "end"), {"ends": "never"})

    assert publishing.standing(article).until is None


def test_the_page_shows_the_end_that_is_planned(editor, article):
    publishing.publish(article, by=None, until=NOW + DAY)

    html = editor.get(url(article, "end")).content.decode()

    assert 'value="2026-03-02"' in html
    assert "Leaves the site in 1 day, Monday 12:00, London" in html


@pytest.mark.parametrize(
    ("date", "said"), [("2026-03-02", "it cannot end before that"), ("2026-02-27", "That has passed")]
)
def test_an_end_before_the_opening_or_in_the_past_is_refused(date, said, editor, article):
    scheduled(article)

    response = editor.post(url(article, "end"), ending(date))

    assert response.status_code == 409
    assert said in response.content.decode()
    assert publishing.standing(article).until is None


@pytest.mark.parametrize("posted", [{}, {"ends": "keep"}, {"ends": "at"}])
def test_an_end_that_is_not_told_is_asked_for(posted, editor):
    article = make_edition().article

    assert editor.post(url(article, "end"), posted).status_code == 409
    assert not article.transitions.filter(action="ended").exists()


def test_a_story_without_readers_has_no_end(editor, article):
    assert editor.post(url(article, "end"), {"ends": "never"}).status_code == 409


# while it is typed


def asked(client, article, date, time, **more):
    return client.get(url(article, "when"), {"date": date, "time": time, **more}).content.decode()


def test_a_time_is_told_in_words_while_it_is_typed(editor, article):
    DeskMember.objects.create(user=editor.user, time_zone="Africa/Johannesburg")

    said = asked(editor, article, "2026-03-01", "17:12", zone="Africa/Johannesburg")

    assert "Goes live in 3 h 12 min, Sunday 15:12, London" in said
    for told in ("Sun 1 Mar 2026, 15:12 (UTC)", "Sun 1 Mar 2026, 17:12 (UTC+2)", "<dt>UTC</dt>"):
        assert told in said


def test_a_choice_is_offered_while_it_is_typed(editor, article):
    said = asked(editor, article, "2026-10-25", "01:30", of="until")

    assert 'name="until-exact" value="2026-10-25T01:30+01:00"' in said
    assert "happens twice in London" in said


def test_an_embargo_is_told_while_it_is_typed(editor):
    article = make_article(embargo_until=NOW + 2 * DAY)

    assert "Embargoed until Tuesday 12:00, London" in asked(editor, article, "2026-03-02", "09:00")
