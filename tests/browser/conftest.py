"""A page of a real Chromium, from NEWSROOM_CHROMIUM or the path; without one these tests are skipped and say so."""

import os
import shutil

import pytest

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def chromium():
    return os.environ.get("NEWSROOM_CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)


@pytest.fixture(scope="session")
def browser():
    """One browser for the run."""
    path = chromium()
    if not path:
        pytest.skip("no Chromium here: install one, or set NEWSROOM_CHROMIUM to its path")
    api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    # Playwright's synchronous calls run inside an event loop, where Django would refuse its own.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(QUIET))
        yield browser
        browser.close()


@pytest.fixture
def page(browser):
    """A fresh page that remembers what its console said, in `page.said`."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    context.route("**/presence/", lambda route: route.fulfill(json={"who": "", "when": "", "newer": ""}))
    page = context.new_page()
    listen(page)
    yield page
    close(context)


def close(context):
    """Without a network: a story that is closed says so to the server, which has no database after the test."""
    context.set_offline(True)
    context.close()


def listen(page):
    page.said = []
    page.on("console", lambda message: page.said.append(f"{message.type}: {message.text}"))
    page.on("pageerror", lambda error: page.said.append(f"error: {error}"))
