"""The preview in a real browser: beside the form as it is typed, by keyboard, in a new tab without scripts."""

import pytest

from tests.factories import make_article, make_edition, make_image

from .test_desk import TEXT, desk, open_story  # noqa: F401  a fixture

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
TOGGLE = "#nr-preview-toggle"
WOULD_ASK = "!dispatchEvent(new Event('beforeunload', { cancelable: true }))"


def frame(page):
    return page.frame_locator("iframe[name=nr-preview]")


def test_what_is_typed_stands_beside_the_form_and_is_still_not_saved(desk):  # noqa: F811
    article = make_article(lead=make_image())
    open_story(desk, article)
    desk.wait_for_timeout(700)  # until the form has been read as it was opened
    desk.fill("#id_headline", "Typed just now")
    desk.click(TOGGLE)
    frame(desk).locator("h1", has_text="Typed just now").wait_for()
    desk.fill("#id_headline", "Typed after that")
    desk.click("#nr-preview-refresh")
    frame(desk).locator("h1", has_text="Typed after that").wait_for()

    article.refresh_from_db()
    assert article.version == 1
    assert desk.evaluate(WOULD_ASK)
    assert frame(desk).locator(".lead img").evaluate("img => img.decode().then(() => img.naturalWidth)")
    assert desk.said == []


def test_the_frame_is_as_wide_as_a_phone_or_a_desktop(desk):  # noqa: F811
    open_story(desk, make_article())
    desk.click(TOGGLE)
    frame(desk).locator("h1").wait_for()
    widths = {}
    for name in ("Phone", "Desktop"):
        desk.click(f".nr-widths >> text={name}")
        box = desk.locator(".nr-preview-stage").bounding_box()
        shown = desk.locator(".nr-preview-stage iframe").bounding_box()
        widths[name] = frame(desk).locator("html").evaluate("() => innerWidth")
        assert shown["x"] >= box["x"]
        assert shown["width"] <= box["width"] + 1

    assert widths == {"Phone": 390, "Desktop": 1280}


@pytest.mark.parametrize("width", [1440, 768])
def test_the_preview_by_keyboard_alone(desk, width):  # noqa: F811
    desk.set_viewport_size({"width": width, "height": 800})
    open_story(desk, make_article())
    desk.focus(TOGGLE)
    desk.keyboard.press("Enter")
    desk.wait_for_selector("dialog[open]")
    frame(desk).locator("h1").wait_for()
    first = desk.evaluate("document.activeElement.textContent.trim()")
    desk.keyboard.press("Tab")
    desk.keyboard.press("Enter")
    chosen = desk.get_attribute("dialog", "data-width")
    desk.keyboard.press("Escape")
    desk.wait_for_selector(f"{TOGGLE}[aria-expanded=false]")

    assert (first, chosen) == ("Phone", "desktop")
    assert desk.locator("dialog[open]").count() == 0
    assert desk.evaluate("document.activeElement.id") == "nr-preview-toggle"


def test_a_link_in_the_frame_opens_a_tab_and_the_frame_stays(desk):  # noqa: F811
    make_edition(headline="What the ferry cost")
    open_story(desk, make_article(headline="Ferry to return"))
    desk.click(TOGGLE)

    with desk.context.expect_page() as tab:
        frame(desk).locator("text=What the ferry cost").click()

    assert "What the ferry cost" in tab.value.inner_text("h1")
    assert frame(desk).locator("h1").inner_text() == "Ferry to return"


def test_without_scripts_it_opens_in_a_new_tab(desk, live_server):  # noqa: F811
    article = make_article()
    context = desk.context.browser.new_context(java_script_enabled=False, storage_state=desk.context.storage_state())
    plain = context.new_page()
    plain.goto(f"{live_server.url}/admin/articles/article/{article.pk}/change/")
    plain.fill("#id_headline", "Typed without scripts")

    with context.expect_page() as tab:
        plain.click(TOGGLE)

    assert "Typed without scripts" in tab.value.inner_text("h1")
    context.close()
