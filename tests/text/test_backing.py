"""What was typed about how a story was reported becomes what an edition keeps."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text.backing import backing, join_sources, parse_sources

LABELS = st.text(st.characters(categories=["L", "N"], include_characters=" "), max_size=30).map(
    lambda text: " ".join(text.split())
)
URLS = st.from_regex(r"https://[a-z]{1,8}\.example/[a-z0-9?=&-]{0,20}", fullmatch=True)


@pytest.mark.parametrize(
    ("line", "label", "url"),
    [
        (
            "Minutes of 3 November https://council.example/minutes",
            "Minutes of 3 November",
            "https://council.example/minutes",
        ),
        ("Minutes: https://council.example/", "Minutes", "https://council.example/"),
        ("Minutes – https://council.example/", "Minutes", "https://council.example/"),
        ("https://www.council.example/minutes/", "council.example/minutes", "https://www.council.example/minutes/"),
        ("Four people who were there", "Four people who were there", ""),
        ("javascript:alert(1)", "javascript:alert(1)", ""),
        ('Minutes https://a.example/"onclick="x', 'Minutes https://a.example/"onclick="x', ""),
        ("محضر الجلسة https://council.example/", "محضر الجلسة", "https://council.example/"),
    ],
)
def test_a_source_is_a_line_with_its_link_last(line, label, url):
    assert parse_sources(line) == [{"label": label, "url": url}]


def test_empty_lines_are_no_sources():
    assert parse_sources("\n One \r\n\n  \nTwo\n") == [{"label": "One", "url": ""}, {"label": "Two", "url": ""}]


@given(st.lists(st.tuples(LABELS.filter(bool), URLS | st.just("")), max_size=5))
def test_sources_written_and_read_again_are_the_same(pairs):
    found = parse_sources("\n".join(" ".join(filter(None, pair)) for pair in pairs))

    assert parse_sources(join_sources(found)) == found


def test_nothing_said_is_nothing_kept():
    assert backing({}) == {}
    assert backing({"method": "  \n", "sources": "\n", "ai_purpose": "to translate", "reply_came": "Nothing"}) == {}


def test_what_is_for_the_desk_alone_is_not_kept():
    told = backing({"method": "We asked.", "desk_sources": "A clerk, 0123", "reply_sought": "no", "reply_came": "x"})

    assert told == {"method": "We asked."}


def test_a_reply_is_kept_with_its_day_where_one_was_sought():
    told = backing({"reply_sought": "yes", "reply_on": "2026-11-03", "reply_came": "The board\r\nsaid no."})

    assert told == {"reply": {"on": "2026-11-03", "came": "The board\nsaid no."}}


def test_what_a_machine_did_is_told_in_half_a_sentence():
    told = backing({"ai_use": "assisted", "ai_purpose": "to transcribe the meeting. "})

    assert told["ai"] == {"use": "assisted", "purpose": "to transcribe the meeting", "reviewer": ""}
