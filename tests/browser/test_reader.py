"""The reader's pages as a browser sees them."""

import pytest

from tests.factories import make_edition, make_image
from tests.reader.papers import forms, pages, whole_paper

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
LONG = "Donaudampfschifffahrtsgesellschaftskapitänswitwenversicherungsgesellschaft"


@pytest.fixture
def paper(live_server, settings):
    """Addresses of one page of every kind, with a wide table, a very long word and a story that runs from the right."""
    settings.SITE_URL = live_server.url
    first = whole_paper()
    cells = "".join(f"<td>{number} thousand sailings</td>" for number in range(9))
    body = f"<p>A paragraph with {LONG} in it.</p><table><tbody><tr>{cells}</tr></tbody></table><pre>{'x' * 200}</pre>"
    tall = make_image(size=(300, 700))
    wide = make_edition(headline=f"{LONG} votes on its ferry", body=body, tags=["Harbour"], lead=tall)
    arabic = make_edition(headline="نجّار قوارب يعلّم أبناء المدينة", slug="boats", language="ar", kind="opinion")
    return {**pages(first), **forms(first), "wide": wide.path, "arabic": arabic.path}


def test_no_page_says_anything_to_the_console(page, live_server, paper):
    for name, path in paper.items():
        page.goto(live_server.url + path)
        said = [line for line in page.said if not (name == "missing" and "404" in line)]
        assert not said, (name, said)
        page.said.clear()


def test_no_page_asks_anybody_else_or_keeps_anything(page, live_server, paper):
    asked = []
    page.on("request", lambda request: asked.append(request.url))

    for path in paper.values():
        page.goto(live_server.url + path)

    assert [url for url in asked if not url.startswith(live_server.url)] == []
    assert page.context.cookies() == []
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0


@pytest.mark.parametrize("width", [320, 375, 768, 1440, 2560])
def test_no_page_is_wider_than_its_window(page, live_server, paper, width):
    page.set_viewport_size({"width": width, "height": 800})

    for name, path in paper.items():
        page.goto(live_server.url + path)
        over = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert over == 0, (name, over)


def test_the_first_stop_of_the_keyboard_leads_to_the_content(page, live_server, paper):
    page.goto(live_server.url + paper["story"])
    page.keyboard.press("Tab")
    text, top = page.evaluate("(on => [on.textContent, on.getBoundingClientRect().top])(document.activeElement)")

    page.keyboard.press("Enter")

    assert text == "Skip to main content"
    assert top >= 0
    assert page.evaluate("document.activeElement.id") == "main"


def test_every_stop_of_the_keyboard_can_be_seen(page, live_server, paper):
    page.goto(live_server.url + paper["front"])
    ringed = """() => { const on = document.activeElement, card = on.closest('.companions, .card');
        return [on, card].some(one => one && parseFloat(getComputedStyle(one).outlineWidth) >= 2
            && getComputedStyle(one).outlineStyle !== 'none'); }"""

    stops = page.locator("a:visible, summary:visible").count()
    for _ in range(stops):
        page.keyboard.press("Tab")
        assert page.evaluate(ringed), page.evaluate("document.activeElement.outerHTML")


SHIFTS = """() => new Promise(done => {
    let sum = 0;
    new PerformanceObserver(list => list.getEntries().forEach(entry => { sum += entry.value; }))
        .observe({type: 'layout-shift', buffered: true});
    setTimeout(() => done(sum), 300);
})"""


@pytest.mark.parametrize("name", ["front", "story"])
def test_the_page_does_not_move_while_its_pictures_come(page, live_server, paper, name):
    page.route("**/pictures/**", lambda route: page.wait_for_timeout(400) or route.continue_())
    page.goto(live_server.url + paper[name])
    page.wait_for_load_state("networkidle")

    assert page.evaluate(SHIFTS) == 0


def test_paper_has_no_menu(page, live_server, paper):
    page.goto(live_server.url + paper["story"])
    page.emulate_media(media="print")

    gone = page.locator("nav, .foot, .related, .skip")

    assert not any(one.is_visible() for one in gone.all())
    assert page.locator("h1").is_visible()
