"""What a provider says of a correction is heard, and kept as a suggestion."""

import pytest

from articles.importers.corrected import read_correction
from articles.importers.record import Record


def told(**fields):
    text = fields.pop("text", "")
    record = Record(**fields)
    read_correction(record, text)
    return record


@pytest.mark.parametrize(
    "note",
    [
        "Corrects second paragraph to say 12 pumps",
        "CORRECTION: the name is Berg, not Burg",
        "Korrektur im 2. Absatz: zwölf Pumpen",
        "Corrige le nom du maire au premier paragraphe",
        "Corrección: el alcalde se llama Berg",
    ],
)
def test_a_note_to_editors_that_speaks_of_a_correction_is_the_suggestion(note):
    assert told(ednote=f"Photos to follow.\n\nEds: {note}").correction_note == note


def test_a_note_that_speaks_of_none_suggests_none():
    assert told(ednote="Incorrect addresses are gone from the list. Photos to follow.").correction_note == ""


def test_a_prefix_is_taken_off_the_headline_and_says_so_by_itself():
    record = told(headline="CORRECTED-Harbour board orders pumps")

    assert (record.headline, record.headline_prefix) == ("Harbour board orders pumps", "CORRECTED-")
    assert record.correction_note == "CORRECTED"


def test_what_a_wire_writes_in_brackets_above_its_text_is_heard():
    line = "(Corrects spelling of name in paragraph 2)"

    assert told(text=f"{line}\n\nThe board met.").correction_note == line


def test_a_text_about_a_correction_is_none():
    assert told(text="The paper published a correction on Tuesday.\n\nIt was long.").correction_note == ""


def test_an_update_is_no_correction():
    record = told(headline="UPDATE 2-Harbour board orders pumps")

    assert (record.headline, record.correction_note) == ("Harbour board orders pumps", "")
