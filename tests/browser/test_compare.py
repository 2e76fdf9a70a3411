"""A comparison in a real browser: from change to change by keyboard, side by side where there is room."""

import pytest
from django.test import Client

from articles import editing
from tests.factories import make_article, make_user

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
FOCUSED = "document.activeElement.innerText"


@pytest.fixture
def compared(page, live_server, settings):
    """The comparison of a story of which a word and the headline changed, opened by an editor."""
    body = "<p>The council voted on Tuesday to buy the ferry.</p>"
    article = make_article(headline="Ferry to return", body=body)
    told = {"headline": "Ferry has returned", "body": body.replace("Tuesday", "Friday")}
    editing.save(article, told, by=None, base_version=1)
    client = Client()
    client.force_login(make_user("Editors"))
    session = {"name": settings.SESSION_COOKIE_NAME, "value": client.cookies[settings.SESSION_COOKIE_NAME].value}
    page.context.add_cookies([{**session, "url": live_server.url}])
    page.goto(f"{live_server.url}/admin/articles/article/{article.pk}/compare/")
    page.wait_for_selector("[data-step]")
    return page


def test_j_and_k_walk_over_the_changes_with_the_focus(compared):
    seen = []
    for key in ("j", "j", "j", "k"):
        compared.keyboard.press(key)
        seen.append(compared.evaluate(FOCUSED).split("]")[-1].strip())

    assert seen == ["has returned", "Friday", "has returned", "Friday"]
    assert "2 of 2" in compared.inner_text(".nr-walk")
    assert compared.said == []


def test_the_mouse_has_buttons_for_the_same(compared):
    compared.click("text=Next")

    assert "has returned" in compared.evaluate(FOCUSED)


def test_a_narrow_window_shows_both_in_one_text(compared):
    wide = compared.is_visible(".nr-row"), compared.is_visible(".nr-inline")
    compared.set_viewport_size({"width": 880, "height": 800})

    assert wide == (True, False)
    assert (compared.is_visible(".nr-row"), compared.is_visible(".nr-inline")) == (False, True)


def test_typing_in_a_list_of_versions_moves_nothing(compared):
    compared.focus("#c-from")
    compared.keyboard.press("j")

    assert compared.evaluate("document.activeElement.id") == "c-from"
