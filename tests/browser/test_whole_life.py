"""The whole life of one story by keyboard alone, each step by whoever does it; after each, what readers have."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from articles import publishing, tagging
from articles.models import Article
from tests.factories import make_author, make_section, make_user

from .conftest import close
from .keyboard import Keyboard

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PEOPLE = {
    "reporter": ("Reporters", "Rosa Vale"),
    "copy_editor": ("Copy editors", "Cole Byrne"),
    "editor": ("Editors", "Edda Lind"),
}
TEXT = "The council voted 14 to 11 on Tuesday 3 November 2026 to buy the island ferry, officials said."
NOTICE = "We withdrew this story because its source was not genuine."
LIFE = """
Rosa Vale: Begun
Rosa Vale: Moved from draft to in review
Cole Byrne: Moved from in review to draft
Rosa Vale: Moved from draft to in review
Cole Byrne: Moved from in review to ready
Edda Lind: Scheduled
Edda Lind: Schedule of edition 1 canceled
Edda Lind: Scheduled
Edda Lind: Schedule of edition 2 canceled
Edda Lind: Published as edition 3, version 3
Edda Lind: Corrected, edition 4
Edda Lind: Published as edition 4, version 4
Edda Lind: Unpublished
Edda Lind: Published as edition 5, version 6
Edda Lind: Killed
"""


@pytest.fixture
def people(browser, live_server, settings):
    """Three people, each signed in at a keyboard of their own."""
    settings.SITE_URL, found = live_server.url, {}
    for key, (group, name) in PEOPLE.items():
        first, last = name.split()
        client = Client()
        client.force_login(make_user(group, username=first.lower(), first_name=first, last_name=last))
        session = {"name": settings.SESSION_COOKIE_NAME, "value": client.cookies[settings.SESSION_COOKIE_NAME].value}
        context = browser.new_context(viewport={"width": 1440, "height": 900})
        context.add_cookies([{**session, "url": live_server.url}])
        found[key] = Keyboard(context.new_page(), f"{live_server.url}/admin/")
    yield found
    for keyboard in found.values():
        close(keyboard.page.context)


def readers():
    """What the story's address answers: the code, and the page."""
    answer = Client().get(publishing.path_of(Article.objects.get()))
    return answer.status_code, answer.content.decode()


def assert_nobody_reads_it():
    code, page = readers()
    assert (code, "ferry" in page) == (404, False)


def assert_readers_have(*words):
    code, page = readers()
    assert (code, [word for word in words if word not in page]) == (200, [])


def test_the_life_of_a_story_from_its_first_word_to_its_last(people):
    rosa, cole, edda = people["reporter"], people["copy_editor"], people["editor"]
    make_author("Isla Wren")
    make_section("Harbour")
    tagging.resolve(["Ferries"])

    write(rosa)
    submit(rosa)
    send_back(cole)
    rework(rosa)
    mark_ready(cole)
    assert_nobody_reads_it()

    schedule(edda)
    assert_nobody_reads_it()
    edit_while_scheduled(edda)
    assert_nobody_reads_it()
    publish_now(edda)
    assert_readers_have("Port Merrow buys its ferry", "14 to 11")
    correct(edda)
    assert_readers_have("15 to 11", "It was 15 to 11.")
    compare_with_live(edda)
    assert_readers_have("Port Merrow buys its ferry")
    unpublish(edda)
    assert_nobody_reads_it()
    restore(edda)
    assert_nobody_reads_it()
    publish_again(edda)
    assert_readers_have("Port Merrow buys its ferry")
    kill(edda)
    code, page = readers()
    assert (code, NOTICE in page, "ferry" in page) == (410, True, False)

    told, life = record(edda), LIFE.split("\n")[1:-1]
    assert [act.startswith(step) for act, step in zip(told, life, strict=True)] == [True] * len(life), told
    assert [person.page.said for person in people.values()] == [[], [], []]


def write(rosa):
    rosa.open()
    rosa.follow("New story")
    assert rosa.begins("Headline")
    rosa.page.keyboard.type("Port Merrow votes on its ferry")
    rosa.type("Standfirst", "Councillors decided after a long night")
    rosa.type("Body", TEXT)
    rosa.find("Section")
    rosa.page.keyboard.type("Harbour")
    rosa.type("Tags", "Ferries,")
    rosa.find("Author")
    rosa.page.keyboard.type("Isla")
    rosa.save()
    assert "Saved. Version 1 is on the desk." in rosa.told()


def submit(rosa):
    rosa.skip()
    rosa.follow("Submit for review")
    assert "is in review now" in rosa.told()


def send_back(cole):
    cole.open()
    cole.skip()
    cole.follow("Port Merrow votes on its ferry")
    cole.skip()
    cole.find("Send back…")
    cole.press("Enter")
    cole.type("What is to be done", "Say what it costs.")
    cole.follow("Send back")
    assert "is a draft now" in cole.told()


def rework(rosa):
    rosa.open()
    rosa.skip()
    assert "Say what it costs." in rosa.page.inner_text("#content")
    rosa.follow("Port Merrow votes on its ferry")
    rosa.skip()
    rosa.find("Body")
    rosa.press("Control+End")
    rosa.page.keyboard.type(" It costs £2.4 million.")
    rosa.follow("Submit for review")
    rosa.open()


def mark_ready(cole):
    cole.open()
    cole.skip()
    cole.follow("Port Merrow votes on its ferry")
    cole.skip()
    cole.follow("Mark ready")
    assert "is ready now" in cole.told()
    cole.open()


def schedule(edda):
    edda.open("articles/article/")
    edda.skip()
    edda.follow("Port Merrow votes on its ferry")
    edda.skip()
    edda.follow("Publish…")
    edda.find("Now")
    edda.press("ArrowDown")
    edda.find("It goes live, date")
    edda.page.keyboard.type(f"{timezone.localdate() + timedelta(days=3):%m%d%Y}")
    edda.find("It goes live, time")
    edda.page.keyboard.type("0900AM")
    edda.page.wait_for_selector(".nr-means")
    edda.follow("Schedule")
    assert "Scheduled. Version 2 goes live in" in edda.told()


def edit_while_scheduled(edda):
    assert "It is frozen" in edda.page.inner_text(".nr-status-card")
    edda.skip()
    edda.type("Headline", "Port Merrow buys its ferry")
    edda.save()
    assert "Version 2 still goes live" in edda.told()
    edda.follow("Replace it…")
    edda.find("Later")
    edda.find("It goes live, time")
    edda.follow("Schedule")
    assert "Scheduled. Version 3 goes live in" in edda.told()


def publish_now(edda):
    edda.skip()
    edda.follow("Publish…")
    edda.find("Later")
    edda.press("ArrowUp")
    edda.follow("Publish now")
    assert "Readers have version 3 now" in edda.told()


def correct(edda):
    edda.skip()
    edda.type("Body", TEXT.replace("14", "15"))
    edda.follow("Correct…")
    assert edda.begins("Correction")
    edda.type("What was wrong", "We said that the vote was 14 to 11.")
    edda.type("What is right", "It was 15 to 11.")
    edda.follow("Publish now")
    assert "Published with the correction" in edda.told()


def compare_with_live(edda):
    edda.skip()
    edda.type("Headline", "Port Merrow regrets its ferry")
    edda.save()
    edda.skip()
    edda.follow("Compare")
    edda.press("j")
    assert "regrets" in edda.page.evaluate("document.activeElement.innerText")
    edda.follow("Port Merrow", key="Shift+Tab")


def unpublish(edda):
    edda.skip()
    edda.follow("Take it off the site…")
    assert edda.begins("Why, for the record")
    edda.page.keyboard.type("The seller has called.")
    edda.follow("Take it off")
    assert "Taken off the site" in edda.told()


def restore(edda):
    edda.skip()
    edda.follow("History")
    edda.skip()
    edda.follow("Restore… version 4")
    edda.follow("Restore version 4")
    assert "Version 4 is back, as version 6" in edda.told()


def publish_again(edda):
    edda.skip()
    edda.follow("Publish…")
    edda.follow("Publish now")


def kill(edda):
    edda.skip()
    edda.follow("Kill…")
    edda.type("What readers are told at its address", NOTICE)
    edda.type("Why, for the desk alone", "The seller's letter was forged.")
    edda.find("I mean it")
    edda.press("Space")
    edda.follow("Kill it")
    assert "Killed." in edda.told()


def record(edda):
    """Who did what, the first act first, as the timeline tells it."""
    edda.skip()
    edda.follow("History")
    acts = edda.page.locator(".nr-history > li:not([data-what])").all()
    told = [[act.locator("p").nth(n).inner_text() for n in (0, 1)] for act in reversed(acts)]
    return [f"{who.split(',')[0]}: {what}" for what, who in told]
