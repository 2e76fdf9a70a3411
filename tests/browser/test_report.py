"""A reader reports an error without a mouse and without scripts, gets something wrong, and is thanked."""

import re

import pytest

from articles.letterbox import stamps
from articles.models import Report
from tests.factories import make_edition

from .keyboard import Keyboard

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_an_error_is_reported_by_keyboard_alone(browser, live_server, settings, monkeypatch):
    settings.SITE_URL = live_server.url
    monkeypatch.setattr(stamps, "SOONEST", -1)  # a test types faster than anybody
    edition = make_edition()
    reader = Keyboard(browser.new_context(java_script_enabled=False).new_page(), live_server.url)

    reader.open(edition.path)
    reader.page.get_by_role("link", name="Report an error").first.focus()
    reader.press("Enter")
    reader.page.wait_for_url(re.compile(r"/report/\?story="))
    reader.page.get_by_label("What is wrong?").focus()
    reader.page.keyboard.type("The vote was 14 to 10.")
    reader.press("Tab", "Tab", "Tab")
    reader.page.keyboard.type("ada at example")
    reader.press("Tab", "Enter")
    reader.page.wait_for_selector("#wrong")

    assert reader.page.get_by_label("What is wrong?").input_value() == "The vote was 14 to 10."
    assert not Report.objects.exists()

    reader.page.get_by_label("Your email address").fill("ada@example.org")
    reader.press("Tab", "Enter")
    reader.page.wait_for_url("**/report/thanks/")

    assert reader.page.context.cookies() == []
    report = Report.objects.get()
    assert (report.text, report.email, report.edition) == ("The vote was 14 to 10.", "ada@example.org", edition)
