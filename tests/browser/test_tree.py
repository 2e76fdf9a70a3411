"""What a screen reader says of the reader's pages, in which order, from the accessibility tree."""

import pytest

from benchmarks.readers.tree.live import strays
from benchmarks.readers.tree.rules import RULES
from benchmarks.readers.tree.said import said
from tests.reader.papers import forms, pages, whole_paper

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize("width", [375, 1440])
def test_every_page_is_said_in_the_order_it_is_read(page, live_server, settings, width):
    settings.SITE_URL = live_server.url
    first = whole_paper()
    page.set_viewport_size({"width": width, "height": 800})

    wrong = []
    for name, path in {**pages(first), **forms(first)}.items():
        page.goto(live_server.url + path)
        everything = said(page)
        wrong += [(name, rule.__name__, line) for rule in RULES for line in rule(everything)]
        wrong += [(name, line) for line in strays(page)]

    assert wrong == []
