"""A long text has a table of contents, whose links lead to its headings."""

import re

from articles.text.contents import anchored, contents

FOUR = "<h2>Nine desks</h2><p>a</p><h2>The boat</h2><p>b</p><h2>The boat</h2><p>c</p><h2>A <em>late</em> bell</h2>"


def test_four_headings_are_listed_in_order_without_their_marks():
    assert [title for _, title in contents(FOUR)] == ["Nine desks", "The boat", "The boat", "A late bell"]


def test_every_link_leads_to_its_heading_and_no_anchor_comes_twice():
    anchors = [anchor for anchor, _ in contents(FOUR)]

    assert re.findall(r'<h2 id="([^"]+)">', anchored(FOUR)) == anchors
    assert len(set(anchors)) == len(anchors)


def test_an_anchor_stays_when_a_heading_is_added_before_it():
    longer = f"<h2>At first</h2>{FOUR}"

    assert set(contents(FOUR)) < set(contents(longer))


def test_three_headings_need_no_contents():
    three = FOUR.replace("<h2>Nine desks</h2>", "")

    assert contents(three) == []
    assert anchored(three) == three


def test_a_heading_in_another_script_has_an_anchor_that_any_address_can_hold():
    html = "".join(f"<h2>{title}</h2>" for title in ("ما الذي يحمله القارب", "港口的早晨", "Καλημέρα", "Straße"))

    assert all(re.fullmatch("part-[a-z0-9-]+", anchor) for anchor, _ in contents(html))


def test_a_title_stays_escaped():
    html = FOUR.replace("Nine desks", "Fish &amp; chips &lt;script&gt;")

    assert contents(html)[0][1] == "Fish &amp; chips &lt;script&gt;"
