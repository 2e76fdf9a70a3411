"""Every non-space character of a text stands in its record, once."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from articles.importers.plaintext import parse
from articles.importers.plaintext.conservation import lost
from articles.importers.record import Unreadable
from articles.text.decoding import decode
from tests.corpora import corpus_folder

from .samples import HEADLINE, OTHER, SENTENCE

MARKED = """By Isla Wren, reporter|• nets|  - ropes|1. tar|2. oakum|> said|***|ENDS|Source: Merrow|## The vote
(Reporting by Isla Wren)|EMBARGOED UNTIL noon|     indented|BC-Pier-Vote|isla@merrow.example|aa  bb  cc|漢字。"""
SIGNS = ["\x03", "\x02", "\u202e", "\u200b", "e\u0301", "soft\u00ad", "c\td", "a | b", "| a | b |", "|---|---|"]
PIECES = [HEADLINE, SENTENCE, OTHER, *MARKED.replace("\n", "|").split("|"), *SIGNS]
LINES = st.lists(st.sampled_from(PIECES) | st.text(max_size=30), max_size=14)


@settings(max_examples=150, deadline=None)
@given(LINES, st.sampled_from(["\n", "\n\n"]))
@example(["\x01head\n\x02Title +", "text", "\x03tail"], "\n")
def test_no_text_loses_or_gains_a_character(lines, gap):
    text = gap.join([HEADLINE, *lines])
    try:
        record = parse(text.encode("utf-8", "replace"))
    except Unreadable:
        return

    assert not lost(decode(text.encode("utf-8", "replace")).text, record)


@pytest.mark.parametrize(
    ("corpus", "pattern"),
    [
        ("seed", "*.txt"),
        ("us-gov-plaintext", "txt/*.txt"),
        ("wikinews-gum", "txt/*.txt"),
        ("wikinews-ja", "txt/*.txt"),
        ("arabic-pud", "txt/*.txt"),
        ("superdesk-belga-fixtures", "**/*.txt"),
        ("superdesk-core-fixtures", "**/*.t[xs]t"),
        ("superdesk-aap-fixtures", "**/*.t[xs]t"),
    ],
)
def test_no_text_of_the_corpora_loses_or_gains_a_character(corpus, pattern):
    unlike = {}
    for path in sorted(corpus_folder(corpus).glob(pattern)):
        data = path.read_bytes()
        try:
            difference = lost(decode(data).text, parse(data))
        except (Unreadable, ValueError):
            continue
        if difference:
            unlike[path.name] = difference

    assert not unlike
