"""Very many ampersands or no-break spaces are parted before the sanitiser reads them."""

import time

import nh3
import pytest

from articles.text import markup
from articles.text.long_runs import apart


def test_a_few_are_left_alone():
    html = "<p>25\u00a0000</p>"

    assert apart(html) == html


@pytest.mark.parametrize("piece", ["a&nbsp;", "&amp;", "&ampx", "&", "&#38;"])
def test_the_comments_between_them_change_nothing(piece):
    html = f"<p>{piece * 5000}</p>"

    assert "<!---->" in apart(html)
    assert nh3.clean(apart(html)) == nh3.clean(html)


@pytest.mark.parametrize("reference", ["&nbsp;", "&amp;"])
def test_many_come_through_the_sanitiser_as_they_were_and_in_time(reference):
    html = f"<p>{f'a{reference}' * 100_000}b</p>"
    began = time.process_time()

    clean = markup.sanitise(html)

    assert clean.count(reference) == 100_000
    assert time.process_time() - began < 5
