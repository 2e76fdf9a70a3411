"""Two texts laid over each other: what is told, and that nothing of either gets lost on the way."""

from time import perf_counter, process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.text import differences
from articles.text.marked_words import passages
from articles.text.markup import sanitise
from articles.text.prose import plain_text
from articles.text.runs import Op, count, rows

P = "<p>The council voted on Tuesday to buy the island ferry.</p>"
Q = "<p>Work on the pier begins in March, she said.</p>"


def runs(blocks, op):
    return [run.text.strip() for block in blocks for run in block.runs if run.op == op]


def notes(blocks):
    return [run.note for block in blocks for run in block.runs if run.note] + [b.note for b in blocks if b.note]


PAIRS = [
    ("a changed word", P, P.replace("Tuesday", "Friday"), ["Tuesday"], ["Friday"], []),
    ("a moved paragraph", P + Q + "<hr>", Q + "<hr>" + P, [], [], ["moved here from further up"]),
    (
        "an added link",
        P,
        P.replace("ferry", '<a href="https://a.example/">ferry</a>'),
        [],
        [],
        ["link added: https://a.example/"],
    ),
    (
        "a link that goes elsewhere",
        '<p>See <a href="https://a.example/">this</a>.</p>',
        '<p>See <a href="https://b.example/">this</a>.</p>',
        [],
        [],
        ["link went to https://a.example/, now to https://b.example/"],
    ),
    (
        "a list item",
        "<ul><li>Two boats, 100 seats</li></ul>",
        "<ul><li>Two boats, 120 seats</li><li>New</li></ul>",
        ["100"],
        ["120", "New"],
        [],
    ),
    ("bold only", P, P.replace("island", "<strong>island</strong>"), [], [], ["now bold"]),
    (
        "a paragraph split",
        "<p>One two three four. Five six seven eight.</p>",
        "<p>One two three four.</p><p>Five six seven eight.</p>",
        [],
        ["¶"],
        [],
    ),
    (
        "a paragraph split after its first words",
        "<p>One two. Five six seven eight nine ten eleven.</p>",
        "<p>One two.</p><p>Five six seven eight nine ten eleven.</p>",
        [],
        ["¶"],
        [],
    ),
    (
        "a heading",
        "<p>What happens next</p>",
        "<h2>What happens next</h2>",
        [],
        [],
        ["was a paragraph, now a heading"],
    ),
    ("a paragraph gone", P + Q, Q, [P[3:-4]], [], []),
    ("ideographs", "<p>市議会は島の船を買う</p>", "<p>市議会は島の橋を買う</p>", ["船"], ["橋"], []),
]
NAMES = [pair[0] for pair in PAIRS]


@pytest.mark.parametrize(("name", "old", "new", "removed", "added", "noted"), PAIRS, ids=NAMES)
def test_what_changed_is_told(name, old, new, removed, added, noted):
    blocks = differences.of_bodies(old, new)

    assert (runs(blocks, Op.REMOVED), runs(blocks, Op.ADDED), notes(blocks)) == (removed, added, noted)


def side(blocks, place):
    """The words of one column, and how many changes are marked in it."""
    halves = [(row[place], ("old_parts", "new_parts")[place]) for row in rows(blocks) if row[place]]
    parts = [part for block, name in halves for part in getattr(block, name)]
    noted = sum(bool(block.note) for block, _ in halves) if place else 0
    return letters("".join(run.text for part in parts for run in part.runs)), sum(p.is_change for p in parts) + noted


@pytest.mark.parametrize(("name", "old", "new", "removed", "added", "noted"), PAIRS, ids=NAMES)
def test_side_by_side_each_text_is_whole_and_each_change_marked_once(name, old, new, removed, added, noted):
    blocks = differences.of_bodies(old, new)

    (before, marked_left), (after, marked_right) = side(blocks, 0), side(blocks, 1)

    assert (before, marked_left + marked_right) == (letters(seen(old)), count(blocks))
    assert [letter for letter in after if letter != "¶"] == letters(seen(new))


def seen(html):
    return "".join(word.text for passage in passages(html) for word in passage.words)


def test_a_replaced_word_is_one_change():
    assert count(differences.of_bodies(P, P.replace("Tuesday", "Friday"))) == 1


def test_what_went_whole_stands_beside_what_came_for_it():
    blocks = differences.of_bodies(P + Q, "<p>Nothing of that is true any more.</p>" + Q)

    assert [(row.old is row.new, bool(row.old), bool(row.new)) for row in rows(blocks)] == [
        (False, True, True),
        (True, True, True),
    ]


def test_formatting_is_shown_on_each_side_as_it_was_there():
    (block,) = differences.of_bodies(P.replace("island", "<strong>island</strong>"), P)
    styled = lambda parts, marks: [getattr(run, marks) for part in parts for run in part.runs if run.note]

    assert styled(block.old_parts, "before") == [{"bold"}]
    assert styled(block.new_parts, "marks") == [set()]


def test_the_old_side_of_a_split_paragraph_reads_as_it_did():
    (block,) = differences.of_bodies("<p>One two. Three four.</p>", "<p>One two.</p><p>Three four.</p>")

    assert "".join(run.text for part in block.old_parts for run in part.runs) == "One two. Three four."


def test_a_list_that_becomes_numbered_is_told():
    blocks = differences.of_bodies("<ul><li>One boat</li></ul>", "<ol><li>One boat</li></ol>")

    assert notes(blocks) == ["was a list item, now a numbered item"]


def test_the_same_text_has_no_changes():
    assert count(differences.of_bodies(P + Q, P + Q)) == 0


def test_runs_are_plain_text_for_a_template_to_escape():
    blocks = differences.of_bodies(P, "<p>Mind the &lt;script&gt; &amp; go.</p>")

    assert [block.runs[0].op for block in blocks] == [Op.REMOVED, Op.ADDED]
    assert "<script>" in "".join(run.text for run in blocks[-1].runs).replace(" ", "")


def test_two_lines_are_laid_over_each_other():
    blocks = differences.of_lines("Ferry to return", "Ferry has returned")

    assert (runs(blocks, Op.REMOVED), runs(blocks, Op.ADDED)) == (["to return"], ["has returned"])


def test_two_different_long_stories_do_not_take_long():
    old = "".join(f"<p>{'alpha beta gamma delta ' * 12}{n}</p>" for n in range(120))
    new = "".join(f"<p>{'one two three four five ' * 12}{n}</p>" for n in range(120))

    assert count(differences.of_bodies(old, new)) == 240


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("no goals, no cards. " * 1000, "x " + "no cards, no goals. " * 1000),
        ("a " * 10_000 + "b", "c " + "a " * 9_000),
        ("a b " * 5_000, "b a " * 5_000 + "b"),
        (" ".join(f"w{n} x{n}" for n in range(3_000)), " ".join(f"w{n} y{n}" for n in range(3_000))),
        ("船橋" * 5_000, "橋橋船" * 3_333),
    ],
    ids=["no goals", "one word", "two words", "every other word", "ideographs"],
)
def test_a_long_paragraph_that_repeats_itself_does_not_take_long(old, new):
    began = process_time()
    differences.of_bodies(f"<p>{old}</p>", f"<p>{new}</p>")

    assert process_time() - began < 3  # a third of a second; without a budget of steps, four seconds and more


def test_what_takes_too_long_is_told_whole(monkeypatch):
    monkeypatch.setattr(differences, "STEPS", 0)
    blocks = differences.of_bodies("<p>a b c d</p>", "<p>b c d e</p>")

    assert (runs(blocks, Op.REMOVED), runs(blocks, Op.ADDED)) == (["a b c d"], ["b c d e"])


def test_a_text_over_the_limit_is_compared_by_paragraphs_and_says_so():
    old = "".join(f"<p>{'alpha beta gamma delta ' * 12}{n}</p>" for n in range(180))
    new = old.replace("gamma delta 7<", "gamma omega 7<").replace("gamma delta 77<", "gone 77<")

    blocks, is_whole = differences.compare(old, new)

    assert is_whole
    assert (runs(blocks, Op.REMOVED), runs(blocks, Op.ADDED)) == (["delta", "gamma delta"], ["omega", "gone"])


def test_a_text_under_the_limit_is_compared_word_by_word():
    old = "".join(f"<p>{'alpha beta gamma delta ' * 12}{n}</p>" for n in range(150))

    assert not differences.compare(old, old.replace("gamma delta 7<", "gamma omega 7<")).is_whole


def test_many_equal_paragraphs_do_not_take_long():
    began = perf_counter()
    differences.of_bodies("<p>Goal.</p>" * 20_000 + "<p>End.</p>", "<p>Start.</p>" + "<p>Goal.</p>" * 16_000)

    assert perf_counter() - began < 10


WORDS = st.lists(st.sampled_from("a bb the ferry pier “no” it’s 12 — & <".split()), min_size=1, max_size=6).map(
    " ".join
)
BLOCK = st.tuples(st.sampled_from(["p", "h2", "blockquote"]), WORDS)


def body(blocks):
    shown = {"p": "<p>{}</p>", "h2": "<h2>{}</h2>", "blockquote": "<blockquote><p>{}</p></blockquote>"}
    escaped = ((kind, text.replace("&", "&amp;").replace("<", "&lt;")) for kind, text in blocks)
    return sanitise("".join(shown[kind].format(text) for kind, text in escaped))


def letters(text):
    return sorted("".join(text.split()))


@given(st.lists(BLOCK, max_size=6).map(body), st.lists(BLOCK, max_size=6).map(body))
@settings(max_examples=150, deadline=None)
def test_nothing_of_either_text_is_lost(old, new):
    blocks = differences.of_bodies(old, new)
    text = lambda *ops: "".join(run.text for b in blocks for run in b.runs if run.op in ops).replace("¶", "")

    assert letters(text(Op.SAME, Op.RESTYLED, Op.ADDED)) == letters(plain_text(new))
    assert letters(text(Op.SAME, Op.RESTYLED, Op.REMOVED)) == letters(plain_text(old))
