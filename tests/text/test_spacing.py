"""Very many no-break spaces are parted before the sanitiser reads them."""

import time

from articles.text import markup
from articles.text.spacing import apart


def test_a_few_are_left_alone():
    html = "<p>25\u00a0000</p>"

    assert apart(html) == html


def test_many_come_through_the_sanitiser_as_they_were_and_in_time():
    html = f"<p>{'a&nbsp;' * 100_000}b</p>"
    began = time.process_time()

    clean = markup.sanitise(html)

    assert clean.count("&nbsp;") == 100_000
    assert time.process_time() - began < 5
