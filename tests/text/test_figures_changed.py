"""Figures when a text is compared with itself from before, and when two people have worked on it."""

import pytest

from articles.text.changes_in_words import Fate, of_body
from articles.text.differences import of_bodies
from articles.text.markup import sanitise
from articles.text.merging import merge_bodies
from articles.text.runs import Op, count


def picture(key, alt="A boat", caption=""):
    said = f"<figcaption>{caption}</figcaption>" if caption else ""
    return f'<figure><img src="picture:{key}" alt="{alt}">{said}</figure>'


def gallery(*pictures):
    return f'<figure class="gallery">{"".join(pictures)}</figure>'


BEFORE, AFTER = "<p>The boat left the harbour at noon.</p>", "<p>It came back with the tide in the evening.</p>"
CARD = '<figure class="embed"><a href="https://example.org/{}">The tide</a><figcaption>Board</figcaption></figure>'


def fates(old, new):
    return [place.fate for place in of_body("body", old, new).places if place.fate != Fate.SAME]


def test_a_picture_that_came_is_one_change_and_named_by_its_description():
    (block,) = [b for b in of_bodies(BEFORE + AFTER, BEFORE + picture(7) + AFTER) if b.changes]

    assert (block.name, block.runs[0].op) == ("img", Op.ADDED)
    assert block.runs[0].text.split() == ["▦", "A", "boat"]


def test_another_picture_with_the_same_description_is_a_change():
    (block,) = [b for b in of_bodies(picture(7), picture(8)) if b.changes]

    assert {run.note for run in block.runs} == {"another picture"}


@pytest.mark.parametrize(
    ("old", "new", "fate"),
    [
        (BEFORE + picture(7), BEFORE, Fate.REMOVED),
        (BEFORE + picture(7) + AFTER, BEFORE + AFTER + picture(7), Fate.MOVED),
        (picture(7, caption="At sea by night"), picture(7, caption="At sea by day"), Fate.REWORDED),
        (picture(7, alt="A red boat"), picture(7, alt="A blue boat"), Fate.REWORDED),
        (CARD.format("a"), CARD.format("b"), Fate.RESTYLED),
    ],
)
def test_what_becomes_of_a_figure_is_told(old, new, fate):
    assert fates(old, new) == [fate]


def test_whose_a_quotation_is_can_change():
    old, new = (
        f"<blockquote><p>We wait.</p><footer>{name} Lund, pilot</footer></blockquote>" for name in ("Ada", "Mira")
    )

    assert fates(old, new) == [Fate.REWORDED]


@pytest.mark.parametrize("body", [picture(7), gallery(picture(7), picture(8)), CARD.format("a")])
def test_a_body_with_figures_has_not_changed_from_itself(body):
    assert count(of_bodies(BEFORE + body, BEFORE + body)) == 0


def merged(base, mine, theirs):
    found = merge_bodies(base, mine, theirs)
    assert sanitise(found.html) == found.html
    return found


def test_a_picture_of_mine_and_words_of_theirs_are_both_taken():
    found = merged(BEFORE + AFTER, BEFORE + picture(7) + AFTER, BEFORE + AFTER.replace("evening", "night"))

    assert found.html == BEFORE + picture(7) + AFTER.replace("evening", "night")
    assert found.conflicts == []


def test_an_alt_of_mine_and_a_caption_of_theirs_are_asked_or_both_there():
    base, mine = picture(7, caption="At sea"), picture(7, alt="A red boat", caption="At sea")
    theirs = picture(7, caption="At sea by night")

    found = merged(BEFORE + base, BEFORE + mine, BEFORE + theirs)

    assert found.conflicts or found.html == BEFORE + picture(7, alt="A red boat", caption="At sea by night")


def test_two_who_put_in_different_pictures_at_one_place_are_asked():
    found = merged(BEFORE + AFTER, BEFORE + picture(7) + AFTER, BEFORE + picture(8) + AFTER)

    assert [(c.mine, c.theirs) for c in found.conflicts] == [(picture(7), picture(8))]
    assert merge_bodies(BEFORE + AFTER, BEFORE + picture(7) + AFTER, BEFORE + picture(8) + AFTER, {0: "both"}).html == (
        BEFORE + picture(8) + picture(7) + AFTER
    )


def test_two_who_add_to_a_gallery_at_its_ends_both_have_their_way():
    base = gallery(picture(1, "One"), picture(2, "Two"), picture(3, "Three"))
    mine = gallery(picture(4, "Four"), picture(1, "One"), picture(2, "Two"), picture(3, "Three"))
    theirs = gallery(picture(1, "One"), picture(2, "Two"), picture(3, "Three"), picture(5, "Five"))

    found = merged(BEFORE + base, BEFORE + mine, BEFORE + theirs)

    assert found.html == BEFORE + gallery(
        picture(4, "Four"), picture(1, "One"), picture(2, "Two"), picture(3, "Three"), picture(5, "Five")
    )


def test_a_picture_that_one_takes_out_and_the_other_describes_is_asked():
    found = merged(BEFORE + picture(7) + AFTER, BEFORE + AFTER, BEFORE + picture(7, alt="A red boat") + AFTER)

    assert len(found.conflicts) == 1
