"""What the copy desk says of what stands behind a story."""

import pytest

from articles import copydesk

from .stories import make_story

ACCUSED = "<p>The harbour board is accused of fraud by three of its tenants.</p>"


def codes(**fields):
    only = ["generated-unreviewed", "ai-unexplained", "no-reply"]
    return [(finding.code, finding.level) for finding in copydesk.read(make_story(**fields), only=only)]


def test_what_a_machine_wrote_needs_somebody_who_stands_by_it():
    assert codes(ai_use="generated") == [("generated-unreviewed", "error")]
    assert codes(ai_use="generated", ai_reviewer="Hedda Quill") == []


def test_what_a_machine_helped_with_is_to_be_said():
    assert codes(ai_use="assisted") == [("ai-unexplained", "warning")]
    assert codes(ai_use="assisted", ai_purpose="to transcribe") == []


def test_whoever_is_accused_and_does_not_answer_is_a_hint():
    assert codes(body=ACCUSED) == [("no-reply", "hint")]


@pytest.mark.parametrize(
    "fields",
    [
        {"reply_sought": "yes"},
        {"kind": "review"},
        {"language": "fr"},
        {"body": f"{ACCUSED}<p>The board denied it.</p>"},
        {"body": "<p>The board met on Tuesday and voted for the pier.</p>"},
    ],
    ids=str,
)
def test_there_is_no_hint_where_there_is_an_answer_or_nothing_to_answer(fields):
    assert codes(**{"body": ACCUSED, **fields}) == []


def test_a_note_to_oneself_in_the_account_of_how_we_know_is_found():
    found = copydesk.read(make_story(method="We spoke to TK."), only=["placeholder"])

    assert "account of how we know" in found[0].message
