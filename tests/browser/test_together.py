"""Two people with one story open, each in a browser: they see each other, and what both wrote comes together."""

import pytest
from django.contrib.auth.models import Group
from django.test import Client

from tests.factories import make_article, make_user

from .conftest import close, listen

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
TEXT = ".ProseMirror"
FIRST, LAST = f"{TEXT} p:first-child", f"{TEXT} p:last-child"


@pytest.fixture
def story(db):
    return make_article(body="<p>The council met on Tuesday.</p><p>It bought a ferry.</p><p>She left early.</p>")


@pytest.fixture
def open_as(browser, live_server, settings, story):
    """Opens the story's form as a new editor, in a browser context of their own."""
    settings.SITE_URL, contexts = live_server.url, []

    def open_story(first, last):
        client = Client()
        client.force_login(make_user("Editors", first_name=first, last_name=last))
        contexts.append(browser.new_context(viewport={"width": 1280, "height": 800}))
        session = {"name": settings.SESSION_COOKIE_NAME, "value": client.cookies[settings.SESSION_COOKIE_NAME].value}
        contexts[-1].add_cookies([{**session, "url": live_server.url}])
        page = contexts[-1].new_page()
        listen(page)
        page.goto(f"{live_server.url}/admin/articles/article/{story.pk}/change/")
        page.wait_for_selector(TEXT)
        return page

    yield open_story
    for context in contexts:
        close(context)


def write(page, paragraph, words):
    page.click(paragraph)
    page.keyboard.press("End")
    page.keyboard.type(words)


def save(page, leads_to=".messagelist .success"):
    page.keyboard.press("Control+s")
    page.wait_for_selector(leads_to)


def test_two_paragraphs_of_two_people_are_both_kept(open_as, story):
    jo, edda = open_as("Jo", "Marsh"), open_as("Edda", "Lind")
    write(jo, LAST, " Nobody saw her.")
    save(jo)
    write(edda, FIRST, " It was cold.")
    save(edda, ".nr-overtaken")

    assert "Jo Marsh saved version 2" in edda.inner_text(".nr-overtaken")
    assert "It was cold." in edda.inner_text(TEXT)
    assert "Nobody saw her." in edda.inner_text(TEXT)

    save(edda)
    story.refresh_from_db()
    assert ("It was cold." in story.body, "Nobody saw her." in story.body) == (True, True)


def test_whoever_may_no_longer_change_the_story_is_told(open_as, story):
    jo = open_as("Jo", "Marsh")
    Group.objects.get(name="Editors").permissions.clear()

    jo.evaluate("document.dispatchEvent(new Event('visibilitychange'))")

    jo.wait_for_selector("text=it is no longer yours to change")


def test_one_paragraph_of_two_people_is_asked_and_chosen_by_keyboard(open_as, story):
    jo, edda = open_as("Jo", "Marsh"), open_as("Edda", "Lind")
    write(jo, FIRST, " Nobody came.")
    save(jo)
    write(edda, FIRST, " It was cold.")
    save(edda, ".nr-overtaken")
    edda.keyboard.press("Tab")
    edda.keyboard.press("ArrowRight")
    save(edda)

    story.refresh_from_db()
    assert "It was cold." not in story.body
    assert "Nobody came." in story.body


def test_the_band_says_who_is_writing_and_who_saved(open_as):
    jo = open_as("Jo", "Marsh")
    write(jo, LAST, " Nobody saw her.")
    with jo.expect_response("**/presence/"):
        jo.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    edda = open_as("Edda", "Lind")
    assert "Jo Marsh is editing this, last change" in edda.inner_text(".nr-presence")

    save(jo)
    edda.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    edda.wait_for_selector(".nr-presence >> text=Jo Marsh saved version 2. Your save will be merged with it.")
    assert edda.said == []
