"""Lines into paragraphs, lists, tables and the rest."""

import textwrap

import pytest

from articles.text import layout, rendering

SENTENCE = "The council voted on Tuesday to repair the harbour and the pier that storms had damaged in winter, "
LONG = SENTENCE * 6


def html_of(text):
    return "".join(rendering.render(node) for node in layout.lay_out(layout.blocks_of(text)).nodes)


def wrapped(text, width=72):
    return textwrap.fill(text, width)


def test_lines_broken_at_a_column_are_joined():
    assert html_of(wrapped(LONG)) == f"<p>{LONG.strip()}</p>"


def test_an_indented_line_begins_a_paragraph_in_a_broken_text():
    text = "\n".join("     " + wrapped(LONG, 64) for _ in range(2))

    assert html_of(text) == f"<p>{LONG.strip()}</p>" * 2


def test_a_verse_in_a_broken_text_keeps_its_lines():
    verse = "Down by the pier\nthe gulls are grey\nand nobody knows\nwho paints them so"

    assert html_of(f"{wrapped(LONG)}\n\n{verse}").endswith(f"<p>{verse.replace(chr(10), '<br>')}</p>")


def test_lines_that_nothing_proves_broken_are_kept_and_reported():
    found = layout.lay_out([["12 Quay Street", "Port Merrow"]])

    assert [node.text for node in found.unsure] == ["12 Quay Street\nPort Merrow"]


def test_lines_longer_than_any_column_are_paragraphs():
    assert html_of(f"{SENTENCE}\n{SENTENCE}") == f"<p>{SENTENCE.strip()}</p>" * 2


def test_a_hyphen_inside_a_broken_word_stays_without_a_space():
    lines = [
        *wrapped(LONG, 70).split("\n"),
        "and the pier was rebuilt for the whole of the long cost-",
        "efficient summer.",
    ]

    assert "cost-efficient" in html_of("\n".join(lines))


def test_ideographs_are_joined_without_a_space():
    line = "港湾評議会は火曜日に冬の嵐で壊れた埠頭を修理することを決めたと発表し"

    assert html_of("\n".join([line] * 6)) == f"<p>{line * 6}</p>"


def test_marked_lines_are_a_list():
    assert html_of("• nets\n• ropes") == "<ul><li>nets</li><li>ropes</li></ul>"


def test_items_a_blank_line_apart_are_one_list():
    assert html_of("  • nets\n\n  • ropes") == "<ul><li>nets</li><li>ropes</li></ul>"


def test_deeper_items_are_a_list_inside_the_item_above():
    assert html_of("- nets\n  - blue\n- ropes") == "<ul><li>nets<ul><li>blue</li></ul></li><li>ropes</li></ul>"


def test_deeper_lines_belong_to_the_item_above():
    assert html_of("- nets\n  and floats\n- ropes") == "<ul><li>nets and floats</li><li>ropes</li></ul>"


def test_numbers_that_count_are_a_list_that_keeps_its_start():
    assert html_of("3. nets\n4. ropes") == '<ol start="3"><li>nets</li><li>ropes</li></ol>'


@pytest.mark.parametrize("line", ["2014. It was a good year.", "- alone", "1. alone", "5) alone"])
def test_one_marked_line_is_a_paragraph(line):
    assert html_of(f"Before.\n\n{line}\n\nAfter.") == f"<p>Before.</p><p>{line}</p><p>After.</p>"


def test_one_marked_line_after_a_colon_is_a_list():
    assert html_of("Bring:\n\n- nets") == "<p>Bring:</p><ul><li>nets</li></ul>"


def test_speech_that_begins_with_a_dash_is_no_list():
    text = "– Vi kommer att laga piren, säger hon.\n\n– Det blir dyrt, säger han."

    assert "<ul>" not in html_of(text)


def test_lead_ins_are_strong_and_their_space_is_one():
    text = "• Nets:\u00a0 mended\n• Ropes: spliced"

    assert html_of(text) == "<ul><li><strong>Nets:</strong> mended</li><li><strong>Ropes:</strong> spliced</li></ul>"


def test_lines_with_tabs_are_a_table():
    assert html_of("a\tb\nc\td\ne\tf").count("<tr><td>") == 3


def test_a_drawn_table_has_a_head():
    assert html_of("| a | b |\n|---|---|\n| c | d |").startswith("<table><tbody><tr><th>a</th><th>b</th></tr><tr><td>c")


def test_columns_kept_apart_by_spaces_are_not_flowed_again():
    text = "Team      P   W\nMerrow    9   7\nHarle     9   2"

    assert html_of(text) == f"<pre>{text}</pre>"


def test_two_short_lines_over_long_paragraphs_are_subheads():
    text = f"The vote\n\n{LONG}\n\nThe pier\n\n{LONG}"

    assert html_of(text).count("<h2>") == 2


def test_one_short_line_is_no_subhead_unless_it_is_in_capitals():
    assert ("<h2>" in html_of(f"The vote\n\n{LONG}"), "<h2>" in html_of(f"THE VOTE\n\n{LONG}")) == (False, True)


@pytest.mark.parametrize("mark", ["___", "* * *", "***", "---"])
def test_a_drawn_line_is_a_rule(mark):
    assert html_of(f"Before.\n\n{mark}\n\nAfter.") == "<p>Before.</p><hr><p>After.</p>"


def test_lines_behind_an_angle_are_a_quotation():
    assert html_of("> It is\n> over.") == "<blockquote><p>It is over.</p></blockquote>"


def test_a_web_address_is_a_link_without_the_full_stop_behind_it():
    assert html_of("See https://a.example/x?a=1&b=2.").endswith('">https://a.example/x?a=1&amp;b=2</a>.</p>')


def test_quotes_stay_byte_for_byte_and_angles_are_escaped():
    assert html_of("\"a\" 'b' <c> & d") == "<p>\"a\" 'b' &lt;c&gt; &amp; d</p>"
