"""The copy desk as a whole: what it returns, in which order."""

from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.copydesk import RULES, read
from articles.text.findings import Level

from .stories import make_story, told


def test_a_plain_story_has_no_findings():
    assert read(make_story()) == []


def test_errors_come_before_warnings_before_hints():
    story = told("It was was  closed.", "Ask TK.", bylines=())

    levels = [finding.level for finding in read(story)]

    assert levels == sorted(levels, key=list(Level).index)


def test_findings_of_one_level_come_in_reading_order():
    story = told("Nothing here.", "It was was closed.", bylines=())

    paragraphs = [finding.paragraph for finding in read(story) if finding.level == Level.WARNING]

    assert paragraphs == [None, 2]


def test_only_the_rules_asked_for_are_run():
    story = told("It was was closed, said TK.", bylines=())

    assert [finding.code for finding in read(story, only=["placeholder"])] == ["placeholder"]


def test_a_rule_that_does_not_exist_cannot_be_asked_for():
    with pytest.raises(KeyError):
        read(make_story(), only=["no-such-rule"])


@pytest.mark.parametrize("code", RULES)
def test_every_rule_explains_itself_and_knows_its_code_and_level(code):
    rule = RULES[code]

    assert (rule.code, rule.level in Level, rule.__doc__.endswith(".")) == (code, True, True)


def test_a_finding_quotes_the_text_exactly():
    story = told("The bridge &amp; the the arches")

    (finding,) = read(story, only=["doubled-word"])

    assert finding.excerpt in story.blocks[finding.paragraph - 1].text


def test_an_excerpt_is_at_most_120_characters_long():
    story = make_story(headline="A long headline " * 30)

    (finding,) = read(story, only=["headline-long"])

    assert len(finding.excerpt) <= 120


PIECES = ["“", "”", '"', "« ", " »", "「", "」", "the the ", "TK", "XX.X", "??", "[CHECK]", "â€™", "\ufffd", "  ", " ,"]
PIECES += ["today ", "3 May", "5'10\"", "İ", "ⓐ ", "ª", "\n", "Nobody told us a thing here. ", "a" * 130]


@given(
    st.lists(st.lists(st.sampled_from(PIECES) | st.text(max_size=8)).map("".join), max_size=6), st.text(max_size=150)
)
def test_every_excerpt_stands_in_its_text_and_is_short(paragraphs, headline):
    story = make_story(headline=headline, body="".join(f"<p>{escape(text, quote=False)}</p>" for text in paragraphs))

    for finding in read(story):
        text = story.blocks[finding.paragraph - 1].text if finding.paragraph else story.everything
        assert finding.excerpt in text
        assert len(finding.excerpt) <= 120
