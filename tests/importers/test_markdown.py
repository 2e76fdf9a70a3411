"""Markdown and its front matter, case D22 among them."""

import re
from collections import Counter
from datetime import UTC, datetime, timedelta

import pytest

from articles.importers import formats, markdown
from articles.importers.formats import Asked, Sure
from articles.importers.record import Credit, Link, Unreadable
from tests.corpora import corpus_folder

STORY = """---
title: "Pumps: ordered"
deck: Two new pumps for the quay
date: 2024-11-04 10:00:00 -0400
authors:
  - Isla Wren
  - Tom Hale
topics: [harbour, money]
category: news
slug: pumps-ordered
expirydate: 2030-01-01
draft_notes: none
no: 2024
---

# Pumps: ordered

The board ordered *two* pumps.
"""


def codes(record):
    return [finding.code for finding in record.findings]


@pytest.mark.parametrize(
    ("head", "name", "sure"),
    [
        (STORY.encode(), "anything.txt", Sure.LIKELY),
        (b"\xef\xbb\xbf---\ntitle: x\n---\n", "a", Sure.LIKELY),
        (b"+++\ntitle = 'x'\n+++\n", "a", Sure.LIKELY),
        (b"Just words", "story.md", Sure.BY_NAME),
        (b"---\nA rule first, then words.\n", "a.txt", Sure.NO),
        (b"\xff\xd8\xff\xe0", "picture.md", Sure.NO),
    ],
)
def test_it_is_known_by_its_front_matter_and_then_by_its_name(head, name, sure):
    assert markdown.recognises(head, name) == sure


class TestFields:
    @pytest.fixture
    def record(self, read):
        return read(STORY)

    def test_the_words_stand_in_their_fields(self, record):
        assert (record.headline, record.standfirst) == ("Pumps: ordered", "Two new pumps for the quay")
        assert (record.section, record.tags, record.url_slug) == ("news", ["harbour", "money"], "pumps-ordered")

    def test_authors_are_credited_in_order(self, record):
        assert record.credits == [Credit("Isla Wren"), Credit("Tom Hale")]

    def test_times_are_read_with_their_zone(self, record):
        assert record.published_at.astimezone(UTC) == datetime(2024, 11, 4, 14, tzinfo=UTC)
        assert record.expires_at == datetime(2030, 1, 1, tzinfo=UTC)

    def test_what_has_no_field_is_kept_as_it_was_written(self, record):
        assert record.extra["front_matter"] == {"draft_notes": "none", "no": "2024"}

    def test_a_first_heading_that_repeats_the_title_goes(self, record):
        assert record.body_html == "<p>The board ordered <em>two</em> pumps.</p>"


def test_toml_is_read_as_well(read):
    record = read('+++\ntitle = "T"\ndate = 2024-11-04T10:00:00Z\ntags = ["a"]\ndraft = true\n+++\nBody.')

    assert (record.headline, record.tags, record.withheld) == ("T", ["a"], True)
    assert record.published_at == datetime(2024, 11, 4, 10, tzinfo=UTC)


def test_the_line_of_a_mistake_in_yaml_is_named(read):
    with pytest.raises(Unreadable) as refused:
        read("---\ndate: 2024-01-01\ntitle: Assignment 1: Some Title\n---\nBody")

    assert (refused.value.code, refused.value.line) == ("front-matter", 3)
    assert "quotes" in str(refused.value)


def test_the_line_of_a_mistake_in_toml_is_named(read):
    with pytest.raises(Unreadable) as refused:
        read('+++\ntitle = "x"\ndate = = 2\n+++\nBody')

    assert (refused.value.code, refused.value.line) == ("front-matter", 3)


def test_a_value_that_stands_for_another_is_refused(read):
    with pytest.raises(Unreadable) as refused:
        read("---\na: &a [x, x]\nb: [*a, *a]\n---\nBody")

    assert refused.value.code == "front-matter"


def test_front_matter_as_deep_as_its_size_allows_does_not_break(read):
    with pytest.raises(Unreadable) as refused:
        read(f"---\ntitle: x\na: {'[' * 40_000}\n---\nBody")

    assert refused.value.code == "front-matter"
    assert "more than 100 deep" in str(refused.value)


def test_a_field_that_stands_twice_is_told_and_both_are_kept(read):
    record = read("---\ntitle: One\ntitle: Two\n---\nBody")

    assert record.headline == "Two"
    assert record.extra["front_matter"] == {"title (1)": "One"}
    assert "front-matter-repeated" in codes(record)


def test_a_field_that_stands_again_and_again_is_told_once_and_kept_each_time(read):
    record = read("---\ntitle: One\ntitle (1): Other\ntitle: Two\ntitle: Three\n---\nBody")

    assert record.headline == "Three"
    kept = record.extra["front_matter"]
    assert (kept["title (1)"], kept["title (2)"], kept["title (3)"]) == ("Other", "One", "Two")
    assert codes(record).count("front-matter-repeated") == 1


def test_a_rule_at_the_top_is_text(read):
    record = read("---\nA rule first, then a headline\n\n---\n\nAnd words.", "story.md")

    assert "A rule first" in record.headline + record.body_html
    assert "And words." in record.body_html


def test_shortcodes_stay_in_the_text_and_are_told(read):
    record = read('---\ntitle: x\n---\n\n{{< img src="a_b_c" >}}\n\n{% include "x.html" %}')

    assert '{{&lt; img src="a_b_c" &gt;}}' in record.body_html
    assert codes(record).count("shortcode") == 2


def test_a_picture_at_an_address_of_a_computer_is_a_picture_that_did_not_come(read):
    record = read("---\ntitle: T\n---\n![The pier](file:///tmp/outside.jpg)", "a.md")

    assert [(picture.href, picture.alt) for picture in record.pictures] == [("file:///tmp/outside.jpg", "The pier")]
    assert "![" not in record.body_html


def test_a_link_into_a_script_keeps_its_words_alone(read):
    record = read("---\ntitle: T\n---\nSee [the pier](javascript:alert(1)) today.", "a.md")

    assert record.body_html == "<p>See the pier today.</p>"


def test_of_markup_in_a_shortcode_the_words_stay(read):
    record = read('---\ntitle: T\n---\n{{<quote cite="Isla Wren,<br />[mayor](https://a.example)" >}}', "a.md")

    assert "&lt;br" not in record.body_html and "{{&lt;quote cite=" in record.body_html
    assert [(one.reason, one.text) for one in record.removed] == [("tag-in-code", "<br />")]


@pytest.mark.parametrize("tag", ['<a href="https://a.example>', "<a class='x' href='https://a.example>"])
def test_a_tag_whose_quotation_mark_is_not_closed_is_taken_out_and_told(tag, read):
    record = read(f"---\ntitle: T\n---\nWon the {tag}Challenge for Health</a> in 2014, and so on.", "a.md")

    assert record.body_html == "<p>Won the Challenge for Health in 2014, and so on.</p>"
    assert [(one.reason, one.text) for one in record.removed] == [("broken-tag", tag)]
    assert "broken-tag" in [finding.code for finding in record.findings]


def test_an_angle_that_is_text_stays(read):
    record = read('---\ntitle: T\n---\nIf a <b and "c" > d, and `<a href="x>` is code.', "a.md")

    assert record.body_html == '<p>If a &lt;b and "c" &gt; d, and <code>&lt;a href="x&gt;</code> is code.</p>'


def test_a_picture_keeps_its_words(read):
    record = read("---\ntitle: x\nimage: a.jpg\nimage_alt: The pier\n---\n![b](c.jpg)")

    assert [(p.href, p.alt, p.lead) for p in record.pictures] == [("a.jpg", "The pier", True), ("c.jpg", "b", False)]
    assert 'src="incoming:1"' in record.body_html


def test_a_link_post_without_text_is_a_story_that_keeps_its_link(read):
    record = read("---\ntitle: x\nsource_url: https://a.example/\n---\n")

    assert record.related == [Link("https://a.example/", rel="source")]
    assert "no-body" in codes(record)


def test_a_date_ahead_is_an_embargo(read):
    tomorrow = (datetime.now(UTC) + timedelta(days=1)).isoformat()

    assert read(f"---\ntitle: x\ndate: {tomorrow}\n---\nBody").embargo_until is not None


def test_a_date_that_can_be_read_two_ways_is_not_guessed(read):
    record = read("---\ntitle: x\ndate: 03/04/2025\n---\nBody")

    assert record.published_at is None
    assert "date-unclear" in codes(record)


@pytest.fixture(scope="module")
def read_files():
    found = {}
    for path in sorted(corpus_folder("us-gov-markdown").rglob("*.md")):
        with path.open("rb") as file:
            try:
                found[path.name] = next(markdown.read(file, Asked(path.name)))
            except Unreadable as problem:
                found[path.name] = problem
    return found


@pytest.mark.once
class TestTheCorpus:
    """D22, as far as the parser goes."""

    def test_all_but_those_with_broken_yaml_are_stories(self, read_files):
        broken = [problem for problem in read_files.values() if isinstance(problem, Unreadable)]

        assert len(read_files) - len(broken) >= 2530
        assert all(problem.code == "front-matter" and problem.line for problem in broken)

    def test_what_the_front_matter_says_is_mapped(self, read_files):
        records = [record for record in read_files.values() if not isinstance(record, Unreadable)]
        filled = Counter(name for r in records for name in ("standfirst", "credits", "tags") if getattr(r, name))

        assert filled["standfirst"] > 2400
        assert filled["credits"] > 2200
        assert filled["tags"] > 2400
        assert not [record for record in records if "&#" in record.headline + record.standfirst]

    def test_an_hour_of_one_digit_keeps_its_seconds(self, read_files):
        record = read_files["2011-11-28-battle-royale-mobile-web-versus-mobile-apps.md"]

        assert record.published_at == datetime(2011, 11, 28, 12, 32, 24, tzinfo=UTC)

    def test_no_reference_to_a_sign_of_typography_is_shown_as_code(self, read_files):
        records = [record for record in read_files.values() if not isinstance(record, Unreadable)]

        assert not [record.headline for record in records if re.search(r"<pre>[^<]*&amp;#82\d\d;", record.body_html)]
        assert sum("indented-text" in codes(record) for record in records) >= 7

    def test_shortcodes_are_flagged(self, read_files):
        flagged = [r for r in read_files.values() if not isinstance(r, Unreadable) and "shortcode" in codes(r)]

        assert len(flagged) > 1700

    def test_texts_without_a_body_are_told_and_keep_their_link(self, read_files):
        bare = [r for r in read_files.values() if not isinstance(r, Unreadable) and not r.body_html]

        assert len(bare) == 268
        assert all("no-body" in codes(record) for record in bare)
        assert sum(bool(record.related) for record in bare) > 200


def test_it_is_among_the_formats():
    assert formats.known()["markdown"].label == "Markdown"


def test_a_link_whose_address_is_a_shortcode_keeps_its_words_and_leads_nowhere(read):
    record = read('---\ntitle: x\n---\n\n[The story]({{< ref "a.md" >}} "Title") goes on.')

    assert record.body_html == "<p>The story goes on.</p>"
    assert [removed.text for removed in record.removed] == ['{{< ref "a.md" >}}', "Title"]


def test_a_file_that_says_it_was_not_published_is_held(read):
    record = read("---\ntitle: x\npublished: false\n---\nBody")

    assert record.withheld
    assert record.extra["front_matter"] == {"published": "false"}


def test_html_that_goes_on_indented_behind_an_empty_line_is_html(read):
    record = read("---\ntitle: x\n---\n  <div>\n    <p>One</p>\n\n    <p>Two</p>\n  </div>\n\nThen:\n\n    <p>code\n")

    assert record.body_html == "<p>One</p><p>Two</p><p>Then:</p><pre>&lt;p&gt;code\n</pre>"


INDENTED = "---\ntitle: x\n---\nBefore.\n\n    {}\n\nAfter."


@pytest.mark.parametrize(
    ("written", "html"),
    [
        ("Your fans&#8217; *levels*", "<p>Your fans’ <em>levels</em></p>"),
        ("A &ldquo;save the date&rdquo; &#x2014; soon", "<p>A “save the date” — soon</p>"),
        ("One&#8217;s own.\n\n    And another.", "<p>One’s own.</p><p>And another.</p>"),
        ("&#8211; Name\n\n    &#8211; Agency", "<p>– Name</p><p>– Agency</p>"),
        ('<span style="x">Everyone&#8217;s life</span>', "<p>Everyone’s life</p>"),
        ("See [the &#8216;list&#8217;][1].\n\n[1]: https://a.example/", "the ‘list’</a>.</p>"),
    ],
)
def test_an_indented_paragraph_with_typographic_references_is_prose(read, written, html):
    record = read(INDENTED.format(written), "a.md")

    assert html in record.body_html
    assert "<pre>" not in record.body_html
    assert "indented-text" in codes(record)


@pytest.mark.parametrize(
    "code",
    [
        "pumps = 2",
        "print(pumps) &amp; wait",
        "quote = '&#8217;';",
        'if (sign == "&rsquo;") { return }',
        "&lt;b&gt; becomes bold",
        "a | sed s/&#8217;/x/",
        "$sign &hellip;",
    ],
)
def test_code_that_is_indented_stays_code(read, code):
    assert "<pre>" in read(INDENTED.format(code), "a.md").body_html


def test_a_fenced_block_is_code_whatever_it_says(read):
    record = read("---\ntitle: x\n---\nBefore.\n\n```\nYour fans&#8217; levels\n```\n")

    assert "<pre>Your fans&amp;#8217; levels" in record.body_html


def test_an_indented_paragraph_of_a_list_item_stays_in_it(read):
    record = read("---\ntitle: x\n---\n- One\n\n      Your fans&#8217; levels\n\n- Two\n")

    assert "<pre>" not in record.body_html
    assert record.body_html.index("fans’ levels") < record.body_html.index("Two")
