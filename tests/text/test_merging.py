"""Two people, one story: what each changed is kept, what both changed is asked, and nothing is lost."""

import re
from time import perf_counter

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from articles.text.markup import sanitise
from articles.text.merging import merge_bodies, merge_lists, merge_sets, merge_values

P = "<p>The council voted on Tuesday to buy the island ferry for two million.</p>"
Q = "<p>Work on the pier begins in March, she said.</p>"
R = "<h2>What happens next</h2>"
LIST = "<ul><li>Two boats, 100 seats</li><li>A new pier</li></ul>"
TABLE = "<table><tbody><tr><td>Adults</td><td>4.50</td></tr><tr><td>Children</td><td>2.00</td></tr></tbody></table>"
ARABIC = "<p>صوّت المجلس يوم الثلاثاء على شراء عبّارة الجزيرة بمليوني دولار.</p>"
JAPANESE = "<p>市議会は火曜日に島の船を買う</p>"
LINK = '<a href="https://a.example/">island ferry</a>'


def edited(text, *replacements):
    for old, new in replacements:
        assert old in text
        text = text.replace(old, new)
    return text


def sides(merged):
    return [(conflict.base, conflict.mine, conflict.theirs) for conflict in merged.conflicts]


@pytest.mark.parametrize(
    ("base", "mine", "theirs"),
    [
        pytest.param(P + Q, [("Tuesday", "Friday")], [("March", "May")], id="different paragraphs"),
        pytest.param(P, [("Tuesday", "Friday")], [("two", "three")], id="one paragraph, far apart"),
        pytest.param(P, [("Tuesday", "Friday")], [("buy", "lease")], id="one word between"),
        pytest.param(P + Q, [(P, "")], [("March", "May")], id="one deletes a paragraph, another edits the next"),
        pytest.param(P + Q, [("Tuesday", "Friday")], [(Q, R + Q)], id="an edit, and a heading put in right after it"),
        pytest.param(P, [("island ferry", LINK)], [("Tuesday", "Friday")], id="a link and a word"),
        pytest.param(P.replace("island ferry", LINK), [(LINK, "ferry")], [("two", "three")], id="a link taken out"),
        pytest.param(P, [("buy the island", "<em>buy the island</em>")], [("two", "<em>two</em>")], id="two marks"),
        pytest.param(P + Q, [(P, R + P)], [(Q, Q + R)], id="one adds at the top, another at the end"),
        pytest.param(LIST, [("100", "120")], [("A new pier", "A longer pier")], id="two list items"),
        pytest.param(LIST, [("100", "120")], [("</ul>", "<li>More</li></ul>")], id="a list item and a new one"),
        pytest.param(LIST, [("<ul>", "<ol>"), ("</ul>", "</ol>")], [("100", "120")], id="a numbered list and an item"),
        pytest.param(TABLE, [("4.50", "4.80")], [("2.00", "2.20")], id="two rows of a table"),
        pytest.param(f"<blockquote>{P}{Q}</blockquote>", [("two", "three")], [("March", "May")], id="a quotation"),
        pytest.param(P, [("Tuesday to", "Tuesday</p><p>to")], [("two", "three")], id="a paragraph split and edited"),
        pytest.param(P + Q, [("</p><p>", " ")], [("March", "May")], id="two paragraphs joined, one edited"),
        pytest.param(P, [("<p>", "<h2>"), ("</p>", "</h2>")], [("two", "three")], id="made a heading and edited"),
        pytest.param(ARABIC, [("الثلاثاء", "الجمعة")], [("بمليوني", "بثلاثة ملايين")], id="Arabic"),
        pytest.param(JAPANESE, [("火曜日", "金曜日")], [("船", "橋")], id="no spaces between words"),
        pytest.param("<p>Fish &amp; chips for 5 &lt; 6</p>", [("Fish", "Cod")], [("6", "7")], id="escaped signs"),
        pytest.param("<p>One line,<br>and two more lines.</p>", [("One", "A")], [("more", "long")], id="a line break"),
    ],
)
def test_edits_that_do_not_touch_are_both_kept(base, mine, theirs):
    merged = merge_bodies(base, edited(base, *mine), edited(base, *theirs))

    assert (merged.html, merged.conflicts) == (edited(base, *mine, *theirs), [])


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "asked"),
    [
        pytest.param(P + Q, [("Tuesday", "Friday")], [("Tuesday", "Monday")], P, id="the same word"),
        pytest.param(P + Q, [("on Tuesday", "on Friday")], [("Tuesday to", "Tuesday evening to")], P, id="neighbours"),
        pytest.param(P + Q, [(P, "")], [("Tuesday", "Monday")], P, id="one deletes a paragraph, another edits it"),
        pytest.param(
            P + Q + R,
            [(P + Q + R, Q + R + P)],
            [("Tuesday", "Monday")],
            P,
            id="one moves a paragraph, another edits it",
        ),
        pytest.param(P + Q, [(Q, Q + R)], [(Q, Q + "<p>New.</p>")], "", id="both add at the end"),
        pytest.param(P, [("island ferry", LINK)], [("ferry", "boat")], P, id="a link on a word the other changed"),
        pytest.param(P, [("on Tuesday to", "on</p><p>to")], [("Tuesday", "Friday")], P, id="split where it was edited"),
        pytest.param(
            P,
            [("to buy the island", "<em>to buy the island</em>")],
            [("the island ferry for", "<strong>the island ferry for</strong>")],
            P,
            id="marks that cross",
        ),
        pytest.param(
            LIST, [("</ul>", "<li>Mine</li></ul>")], [("</ul>", "<li>Yours</li></ul>")], LIST, id="both add an item"
        ),
        pytest.param(
            TABLE,
            [("<td>4.50</td>", ""), ("<td>2.00</td>", "")],
            [("</tbody>", "<tr><td>Dogs</td><td>1.00</td></tr></tbody>")],
            TABLE,
            id="a column out, a row in",
        ),
        pytest.param(ARABIC, [("عبّارة", "عبَّارة")], [("عبّارة", "عبّارات")], ARABIC, id="vowel signs of one word"),
        pytest.param("<p>It cost 1,234,567 euros</p>", [("1,", "2,")], [("567", "568")], None, id="digits of a number"),
        pytest.param(
            "<p>abc def</p><hr>", [("abc def", "def")], [("abc def", "abc")], "<p>abc def</p>", id="no word left"
        ),
    ],
)
def test_edits_that_touch_are_asked_and_mine_stands_until_then(base, mine, theirs, asked):
    merged = merge_bodies(base, edited(base, *mine), edited(base, *theirs))

    assert (merged.html, [old for old, *_ in sides(merged)]) == (
        edited(base, *mine),
        [base if asked is None else asked],
    )


def test_a_conflict_shows_the_stretch_of_each_side():
    merged = merge_bodies(P + Q, Q, P.replace("Tuesday", "Monday") + Q)

    assert sides(merged) == [(P, "", P.replace("Tuesday", "Monday"))]


@pytest.mark.parametrize(
    ("choices", "html"),
    [
        ({}, "<p>m1</p><hr><p>m2</p>"),
        ({0: "theirs"}, "<p>t1</p><hr><p>m2</p>"),
        ({1: "both"}, "<p>m1</p><hr><p>t2</p><p>m2</p>"),
        ({0: "mine", 1: "theirs", 7: "theirs"}, "<p>m1</p><hr><p>t2</p>"),
        ({0: "neither"}, "<p>m1</p><hr><p>m2</p>"),
    ],
)
def test_each_conflict_is_settled_by_its_number(choices, html):
    merged = merge_bodies("<hr>", "<p>m1</p><hr><p>m2</p>", "<p>t1</p><hr><p>t2</p>", choices)

    assert (merged.html, [c.number for c in merged.conflicts]) == (html, [0, 1])


def test_two_rewritten_sentences_are_not_shuffled_into_one():
    mine = "<p>Members of the council have on the whole agreed to lease it.</p>"
    theirs = P.replace("the island ferry for two million", "a pier and all the land around it")

    assert sides(merge_bodies(P, mine, theirs)) == [(P, mine, theirs)]


def test_a_split_paragraph_is_one_conflict_with_both_its_halves():
    mine = P.replace(" to buy the island ferry", "</p><p>It will buy the ferry")
    theirs = P.replace("ferry", "boat")

    assert sides(merge_bodies(P, mine, theirs)) == [(P, mine, theirs)]


def test_what_both_added_is_taken_once_beside_what_one_added_more():
    assert merge_bodies(P, P + Q, P + R + Q).html == P + R + Q


@pytest.mark.parametrize(
    ("mine", "theirs", "html"), [(R + P, R + "<p>New.</p>", R + "<p>New.</p>"), (P + R, Q + R, Q + R)]
)
def test_what_both_added_is_taken_once_where_one_of_them_also_replaced_its_neighbour(mine, theirs, html):
    assert merge_bodies(P, mine, theirs).html == html


def test_the_same_words_put_in_by_both_are_taken_once_whatever_else_changed():
    theirs = P.replace("on Tuesday to", "on Tuesday, late on Tuesday to")
    mine = theirs.replace("The council", "A council")

    assert merge_bodies(P, mine, theirs).html == mine


def test_the_changes_of_theirs_are_counted():
    theirs = edited(P + Q, ("council", "board"), ("two", "three"), ("March", "May")) + R

    assert merge_bodies(P + Q, P.replace("Tuesday", "Friday") + Q, theirs).taken == 4


def test_words_outside_a_paragraph_do_not_run_together():
    assert merge_bodies("", "<em>mine</em>", "theirs", {0: "both"}).html == "theirs <em>mine</em>"


@pytest.mark.parametrize(
    ("mine", "theirs", "merged"),
    [("a", "b", ("b", False)), ("b", "a", ("b", False)), ("b", "b", ("b", False)), ("b", "c", ("b", True))],
)
def test_a_field_is_asked_only_if_both_changed_it(mine, theirs, merged):
    assert merge_values("a", mine, theirs) == merged


def test_tags_put_in_and_taken_out_by_both_apply():
    assert merge_sets(["a", "b", "c"], ["new", "a", "c", "x"], ["c", "b", "y", "x"]) == ["c", "y", "x", "new"]


@pytest.mark.parametrize(
    ("mine", "theirs", "merged"),
    [
        ("ABC", "B", ("BC", False)),
        ("BA", "AB", ("BA", False)),
        ("AB", "BA", ("BA", False)),
        ("ABC", "ABD", ("ABC", True)),
        ("BA", "CAB", ("BA", True)),
        ("XAB", "ABX", ("XAB", True)),
    ],
)
def test_bylines_are_merged_in_order_or_asked(mine, theirs, merged):
    value, conflict = merge_lists(["A", "B"], list(mine), list(theirs))

    assert ("".join(value), conflict) == merged


def story(paragraphs):
    return "".join(f"<p>{' '.join(f'w{n}x{m % 37}' for m in range(60))} the end.</p>" for n in range(paragraphs))


@pytest.mark.parametrize(
    ("base", "mine", "theirs"),
    [
        pytest.param(story(50), story(50).replace("x9", "y"), story(50).replace("x25", "z"), id="3,000 words"),
        pytest.param(*(f"<p>{word * 4_000}</p>" for word in ("a b ", "b a c ", "b ")), id="one paragraph of two words"),
        pytest.param("<p>Goal.</p>" * 2_000, "<p>Goal!</p>" * 2_000, "<p>No goal.</p>" * 1_000, id="equal paragraphs"),
        pytest.param(*("<ul><li>" * 18 + text + "</li></ul>" * 18 for text in "abc"), id="deep lists"),
    ],
)
def test_a_long_body_does_not_take_long(base, mine, theirs):
    began = perf_counter()
    merge_bodies(base, mine, theirs)

    assert perf_counter() - began < 3


TEXT = st.lists(st.sampled_from("a bb the ferry “no” it’s 12 — & < ،".split()), min_size=1, max_size=6).map(" ".join)
SHAPES = (
    "<p>{}</p>",
    "<p>{} <strong>{}</strong> {}</p>",
    '<p><a href="https://a.example/">{}</a><br>{}</p>',
    "<h2>{}</h2>",
    "<ul><li>{}</li><li>{}</li></ul>",
    "<ol><li>{}<ul><li>{}</li></ul></li></ol>",
    "<blockquote><p>{}</p><p>{}</p></blockquote>",
    "<table><tbody><tr><td>{}</td><td>{}</td></tr></tbody></table>",
    "<pre><code>{}\n  {}</code></pre>",
    "<hr>",
    " {} <em>{}</em>\n",
)


@st.composite
def block(draw):
    shape = draw(st.sampled_from(SHAPES))
    texts = [draw(TEXT).replace("&", "&amp;").replace("<", "&lt;") for _ in range(shape.count("{}"))]
    return shape.format(*texts)


BODIES = st.lists(block(), max_size=5).map("".join).map(sanitise)
MESSES = st.text(alphabet="<>/\"'= abpliuotdhr123&;!-\n", max_size=60).map(sanitise)
budget = settings(max_examples=60, deadline=None)


def words(html):
    return set(re.sub(r"<[^>]*>", " ", html).split())


@given(BODIES | MESSES, BODIES | MESSES)
@example("", "<p>x</p>")
@budget
def test_who_changed_nothing_gets_the_other_side(base, other):
    results = merge_bodies(base, base, other), merge_bodies(base, other, base), merge_bodies(base, other, other)

    assert [(merged.html, merged.conflicts) for merged in results] == [(other, [])] * 3


@given(BODIES | MESSES, BODIES | MESSES, BODIES | MESSES)
@budget
def test_no_word_is_lost_and_the_result_is_clean(base, mine, theirs):
    merged = merge_bodies(base, mine, theirs)

    shown = "\n".join([merged.html, *(text for conflict in sides(merged) for text in conflict)])
    assert (words(mine) | words(theirs)) - words(base) <= words(shown)
    assert sanitise(merged.html) == merged.html


@given(BODIES, BODIES, BODIES)
@budget
def test_both_are_asked_the_same_questions(base, mine, theirs):
    one, other = merge_bodies(base, mine, theirs), merge_bodies(base, theirs, mine)

    assert sides(one) == [(old, mine, theirs) for old, theirs, mine in sides(other)]


# A paragraph put in where another went reads as a rewritten one, which is asked: these stand apart.
PLACES = {"out": (0, 1), "after": (3, 4, 5), "word": range(6), "bold": range(6)}
EDIT = st.one_of(st.tuples(st.just(what), st.sampled_from(p), st.integers(0, 9)) for what, p in PLACES.items())
EDITS = st.lists(EDIT, max_size=8)


def edit(edits, who):
    """A body of six paragraphs of thirty words, no word twice, after `edits`, which leave two words between them."""
    body = [[f"w{p}x{n}" for n in range(30)] for p in range(6)]
    added = {}
    for number, (what, p, n) in enumerate(edits):
        if what == "out":
            body[p] = []
        elif what == "after":
            added[p] = f"<p>{who}{number} and more</p>"
        elif body[p]:
            body[p][3 * n] = f"{who}{number}" if what == "word" else f"<strong>{body[p][3 * n]}</strong>"
    return "".join((f"<p>{' '.join(text)}</p>" if text else "") + added.get(p, "") for p, text in enumerate(body))


@given(EDITS, EDITS)
@budget
def test_what_was_merged_already_is_not_merged_again(my_edits, their_edits):
    base, mine, theirs = edit([], ""), edit(my_edits, "m"), edit(their_edits, "t")
    merged = merge_bodies(base, mine, theirs).html

    again = merge_bodies(base, mine, merged)

    assert (again.html, again.conflicts) == (merged, [])
