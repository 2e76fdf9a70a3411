"""Reading a clean body: its blocks in order, their text, in time that grows with the text."""

import time

from articles.text.prose import Block, blocks, plain_text, word_count


def test_blocks_are_numbered_in_reading_order():
    html = "<h2>Fares</h2><p>One</p><ul><li>Two<ul><li>Three</li></ul></li></ul><blockquote><p>Four</p></blockquote>"

    assert [(b.number, b.kind, b.text) for b in blocks(html)] == [
        (1, "h2", "Fares"),
        (2, "p", "One"),
        (3, "li", "Two"),
        (4, "li", "Three"),
        (5, "quote", "Four"),
    ]


def test_marks_do_not_break_a_block():
    assert blocks("<p>A <strong>bold</strong> &amp; <a href='https://x.y'>linked</a> word</p>") == [
        Block("p", "A bold & linked word", 1)
    ]


def test_a_table_row_is_a_block_with_tabs_between_its_cells():
    html = "<table><tbody><tr><th>Year</th><td>2026</td></tr></tbody></table>"

    assert blocks(html) == [Block("row", "Year\t2026", 1)]


def test_what_belongs_to_a_figure_is_no_paragraph():
    html = (
        '<figure><img src="picture:1" alt="x"><figcaption>At sea</figcaption></figure><blockquote><p>We wait</p>'
        '<footer>A pilot</footer></blockquote><figure class="embed"><a href="https://x.y/">A film</a>'
        "<figcaption>x.y</figcaption></figure><p>On</p>"
    )

    assert [(b.kind, b.text) for b in blocks(html)] == [
        ("caption", "At sea"),
        ("quote", "We wait"),
        ("footer", "A pilot"),
        ("card", "A film"),
        ("caption", "x.y"),
        ("p", "On"),
    ]


def test_a_line_break_is_a_line():
    assert blocks("<p>One <br> two</p>")[0].text == "One\ntwo"


def test_preformatted_text_keeps_its_spaces():
    assert blocks("<pre><code>a  b\n  c</code></pre>")[0].text == "a  b\n  c"


def test_plain_text_parts_blocks_by_an_empty_line():
    assert plain_text("<p>One</p><p>Two</p>") == "One\n\nTwo"


def test_two_cjk_characters_count_as_a_word():
    assert word_count("日本の首相 in Tokyo") == 5


def test_a_long_run_of_spaces_takes_no_longer_than_its_length():
    began = time.perf_counter()

    blocks("<p>a" + " " * 400_000 + "<br>b</p>")

    assert time.perf_counter() - began < 10  # a hundredth of a second; space by space, two minutes
