"""How a format is found, and what every record is freed of."""

import pytest

from articles.importers import formats
from articles.importers.formats import Sure
from articles.importers.record import Picture, Record
from articles.importers.tidying import tidy


def test_a_format_is_found_by_adding_its_module():
    assert "text" in formats.known()


def test_every_format_is_known_under_its_name():
    assert all(name == found.name and found.label for name, found in formats.known().items())


def test_any_input_is_plain_text_if_it_is_nothing_else():
    assert formats.of(b"A headline\n\nAnd a paragraph.", "story.xyz").name == "text"


@pytest.mark.parametrize("found", formats.known().values(), ids=lambda found: found.name)
def test_no_format_claims_a_plain_story(found):
    assert found.name == "text" or found.recognises(b"Harbour board orders pumps\n\nThe board met.", "a.txt") == Sure.NO


def test_control_characters_are_taken_out_of_every_field_and_told():
    record = Record(headline="A\x00B", extra={"deep": [{"x": "c\x03"}]}, pictures=[Picture(caption="d\x1b")])

    tidy(record)

    assert (record.headline, record.extra, record.pictures[0].caption) == ("AB", {"deep": [{"x": "c"}]}, "d")
    assert [finding.code for finding in record.findings] == ["control-characters"]


def test_half_a_character_is_made_whole():
    assert tidy(Record(headline="A\ud83d")).headline == "A\ufffd"
