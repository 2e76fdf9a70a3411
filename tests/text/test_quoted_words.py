"""Words inside quotation marks: what counts as changed after publication, and what is only another way to set them."""

import pytest

from articles.text.differences import of_bodies
from articles.text.quoted_words import quoted, reworded

SAID = "<p>“We will not be left standing on the quay again,” she told the chamber on Tuesday.</p>"
BERG = "<p>Councillor Berg, who voted against, said: “Nobody has counted the winter.”</p>"
IN_TWO = "<p>“The boats are ours now,” said Ruiz. “Nobody will take them away.”</p>"
RUNS_ON = "<p>“The boats are ours now.</p><p>“Nobody will take them away,” said Ruiz.</p>"


def changed(old, new):
    return bool(reworded(of_bodies(old, new)))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (SAID, SAID.replace("left standing", "left waiting")),
        (SAID, SAID.replace(" again", "")),
        (SAID, "<p>They would “not be left standing” again, she told the chamber on Tuesday.</p>"),
        ("<p>“Yes,” said the mayor.</p>", "<p>“No,” said the mayor.</p>"),
        (SAID + BERG, BERG + SAID.replace("left standing", "left waiting")),
        (RUNS_ON, RUNS_ON.replace("ours", "yours")),
        ("<p>‘The boys’ dream is over,’ he said.</p>", "<p>‘The boys’ dream is alive,’ he said.</p>"),
        ("<p>«Wir fahren im Mai», sagte Ruiz.</p>", "<p>«Wir fahren im Juni», sagte Ruiz.</p>"),
        ("<p>市長は「船を買う」と述べた。</p>", "<p>市長は「橋を買う」と述べた。</p>"),
        (SAID, SAID.replace("“", "‘").replace("”", "’").replace("standing", "waiting")),
    ],
    ids=["word", "trimmed", "partial", "yes to no", "moved", "runs on", "single", "guillemets", "corners", "both"],
)
def test_words_inside_the_marks_changed(old, new):
    assert changed(old, new)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (SAID, SAID.replace("“", '"').replace("”", '"')),
        (SAID, SAID.replace("“", "‘").replace("”", "’")),
        (SAID, SAID.replace("“", "«").replace("”", "»")),
        ("<p>“It’s ours,” he said.</p>", '<p>"It\'s ours", he said.</p>'),
        (SAID, SAID.replace("on Tuesday", "on Monday night")),
        (SAID, SAID + BERG),
        (SAID + BERG, SAID),
        (SAID + BERG, BERG + SAID),
        (IN_TWO, "<p>“The boats are ours now. Nobody will take them away,” said Ruiz.</p>"),
        (IN_TWO, RUNS_ON),
        (SAID, SAID.replace("left standing", "<strong>left</strong> standing")),
        ("<p>The boys' club met in the '90s, Ruiz said.</p>", "<p>The girls' club met in the '80s, Ruiz said.</p>"),
        ("<p>She left the ‘boats’ to us, he ‘said’.</p>", "<p>She gave the ‘boats’ to them, he ‘said’.</p>"),
        ('<p>A man 5\'10" tall and a 6" nail.</p>', '<p>A man 5\'11" tall and a 7" nail.</p>'),
        ("<p>The headline says “ferry and more.</p>", "<p>The headline says “boat and more.</p>"),
    ],
    ids=[
        *("straight", "single", "guillemets", "points and apostrophes", "around it", "new", "cut", "moved", "joined"),
        *("parted", "bold", "apostrophes", "between two", "inches", "never closed"),
    ],
)
def test_words_inside_the_marks_did_not_change(old, new):
    assert not changed(old, new)


def test_a_quotation_inside_another_counts_once():
    assert quoted(["“He said ‘go’ and I went,” she said."]) == [["“He said ‘go’ and I went,”"]]


def test_both_quotations_are_told():
    (told,) = reworded(of_bodies(SAID, SAID.replace("quay", "pier")))

    assert (told.old, told.new) == (
        "“We will not be left standing on the quay again,”",
        "“We will not be left standing on the pier again,”",
    )
