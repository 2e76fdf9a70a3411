"""Scheduling in a real browser: by keyboard alone, with the words beside what is typed, and without scripts."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from articles.models import Edition
from articles.text import clock
from tests.factories import make_article

from .test_desk import desk  # noqa: F401  a fixture

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
LONDON = ZoneInfo("Europe/London")
FOCUSED = "document.activeElement.id || document.activeElement.type"


def twice():
    """The next time of half past one in London that happens twice, and the two moments it is."""
    days = (timezone.localdate() + timedelta(days=n) for n in range(1, 400))
    walls = (datetime.combine(day, time(1, 30)) for day in days)
    return next((wall, moments) for wall in walls if len(moments := clock.resolve(wall, LONDON)) == 2)


def tab_to(page, what):
    for _ in range(80):
        if page.evaluate(FOCUSED) == what:
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"The Tab key does not come to {what}.")


def test_by_keyboard_alone_a_story_is_scheduled_for_the_second_of_two_moments(desk, settings):  # noqa: F811
    settings.TIME_ZONE = LONDON.key
    wall, moments = twice()
    desk.goto(f"{desk.home}articles/article/{make_article().pk}/publish/")

    tab_to(desk, "when-now")
    desk.keyboard.press("ArrowDown")
    tab_to(desk, "at-date")
    desk.keyboard.type(f"{wall:%m%d%Y}")
    tab_to(desk, "at-time")
    desk.keyboard.type("0130AM")
    desk.wait_for_selector("#at-exact-2")
    tab_to(desk, "at-exact-1")
    desk.keyboard.press("ArrowDown")
    desk.wait_for_selector(".nr-means")
    assert desk.evaluate(FOCUSED) == "at-exact-2"
    assert desk.said == []
    tab_to(desk, "submit")
    desk.keyboard.press("Enter")
    desk.wait_for_selector(".messagelist .success")

    assert Edition.objects.get().live_from == moments[1].astimezone(UTC)


def test_without_scripts_the_same_is_asked_and_answered(browser, desk):  # noqa: F811
    context = browser.new_context(java_script_enabled=False, storage_state=desk.context.storage_state())
    page = context.new_page()
    day = timezone.localdate() + timedelta(days=9)
    page.goto(f"{desk.home}articles/article/{make_article().pk}/publish/")
    page.check("#when-later")
    page.fill("#at-date", str(day))
    page.fill("#at-time", "09:00")
    page.click("text=Schedule")

    told = page.inner_text(".messagelist .success")
    context.close()
    assert "goes live in" in told
    assert Edition.objects.get().live_from.date() == day
