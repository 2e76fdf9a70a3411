"""Paragraphs that may belong to another story."""

from articles.text.stray import stray_run

HEADLINE = "Harbour council votes to repair the fishing pier"
STRAY = (
    "Tariffs on imported cars rose again overnight as ministers abroad argued about who had begun the quarrel first."
)
OWN = "The council voted on Tuesday to repair the harbour and its fishing pier, which storms had damaged in the winter."


def test_paragraphs_that_share_nothing_before_one_that_shares_most_are_flagged():
    assert stray_run(HEADLINE, [STRAY, STRAY, OWN]) == [0, 1]


def test_a_story_that_begins_with_its_matter_is_left_alone():
    assert stray_run(HEADLINE, [OWN, STRAY]) == []


def test_a_story_that_never_comes_to_its_headline_is_left_alone():
    assert stray_run(HEADLINE, [STRAY, STRAY]) == []


def test_a_short_line_is_no_stray_paragraph():
    assert stray_run(HEADLINE, ["A grey morning.", OWN]) == []


def test_a_picture_caption_is_no_stray_paragraph():
    assert stray_run(HEADLINE, [f"{STRAY} Image: Isla Wren.", OWN]) == []


def test_a_headline_in_ideographs_is_not_judged():
    assert stray_run("港湾評議会が埠頭の修理を決定", [STRAY, OWN]) == []
