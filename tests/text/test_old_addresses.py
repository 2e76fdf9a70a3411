"""Addresses of another site: under which path they are kept, and under which they are looked for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text.old_addresses import LONGEST, asked, is_short_link, kept, link, with_scheme

HOSTS = {"blog.example"}


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("https://blog.example/2012/01/07/ferry/", "/2012/01/07/ferry/"),
        ("http://WWW.Blog.example:8080/ferry/?utm_source=feed#top", "/ferry/"),
        ("https://blog.example/caf%c3%a9/", "/café/"),
        ("https://blog.example/cafe\u0301/", "/café/"),
        ("https://blog.example/caf%E9/", "/caf%E9/"),
        ("https://blog.example/%E3%81%82/", "/あ/"),
        ("https://blog.example/?p=12", "/?p=12"),
        ("https://blog.example/story.php?id=4&cat=2", "/story.php?cat=2&id=4"),
        ("/old/path", "/old/path"),
        ("about.html", "/about.html"),
        ("https://other.example/ferry/", ""),
        ("//other.example/ferry/", ""),
        ("https://blog.example/", ""),
        ("https://blog.example/?page_id=3", ""),
        ("https://blog.example/a%00b", ""),
        ("https://blog.example/a/../../b", ""),
        ("/:year/:title/", ""),
        ("javascript:alert(1)", ""),
        ("http://[", ""),
        ("/\ud800/", ""),
        (f"/{'x' * LONGEST}", ""),
        ("", ""),
    ],
)
def test_an_address_is_kept_as_its_path_if_it_is_of_the_site(address, path):
    assert kept(address, HOSTS) == path


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("www.blog.example/2012/ferry/", "https://www.blog.example/2012/ferry/"),
        ("/2012/ferry.html", "/2012/ferry.html"),
        ("about.html", "about.html"),
        ("http://blog.example/x/", "http://blog.example/x/"),
    ],
)
def test_an_address_as_browsers_show_it_is_read_with_its_host(typed, read):
    assert with_scheme(typed) == read


def test_what_is_asked_for_is_looked_for_as_it_is_then_with_the_other_end_then_small_then_without_its_question():
    assert asked("/A/b", "p=1&fbclid=x") == [
        "/A/b?p=1",
        "/A/b/?p=1",
        "/a/b?p=1",
        "/a/b/?p=1",
        "/A/b",
        "/A/b/",
        "/a/b",
        "/a/b/",
    ]


@pytest.mark.parametrize("query", ["p=12", "utm_source=x&p=12"])
def test_the_number_of_a_post_is_a_short_link(query):
    assert is_short_link("/", query)


@pytest.mark.parametrize("query", ["", "page=2", "p=x", "p=12&preview=true", "p=1&p=2"])
def test_no_other_question_to_the_front_page_is(query):
    assert not is_short_link("/", query)


@given(st.text(max_size=60), st.text(max_size=30))
def test_whatever_is_kept_is_found_by_its_own_link(path, query):
    there = kept(f"https://blog.example/{path}?{query}", HOSTS)
    if there:
        before, _, question = link(there).partition("?")
        again = kept(f"https://blog.example{before}", HOSTS) or "/"

        assert there in asked(again, question)
