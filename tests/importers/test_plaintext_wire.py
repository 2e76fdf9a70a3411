"""Texts in a wire's envelope: SOH header STX text ETX trailer."""

from articles.importers.plaintext import parse

from .samples import OTHER, SENTENCE

WIRE = b"""\x01a0105MERROW\x1fkoko-\r
u s\x14\x12 BC-Pier-Vote's-Day   09-12 0344\r
\x02BC-Pier-Vote's-Day\r
Pier: council votes to repair+\r
     PORT MERROW, Wales, Dec. 9 Kyodo - The council of Port Merrow voted \r
on Tuesday to repair the fishing pier that storms had damaged in the \r
winter and the spring before it.\r
     Work begins in March and will take all summer, the harbour master \r
told a meeting of the owners of the fleet on Wednesday evening.\r
     Boats will land at the quay until then, or at the stone pier of \r
Harle across the bay, he said.\r
==Kyodo\r
\x03KWS-21:37-09-12-18\x04\r
"""
HEADER, TRAILER = "\x01eca062 4 i 211\n\nPier/\n\x02", "\x03131137 GMT\x04"


def test_the_headline_of_a_wire_loses_its_terminator():
    assert parse(WIRE).headline == "Pier: council votes to repair"


def test_the_slug_line_of_a_wire_is_kept():
    assert parse(WIRE).slugline == "BC-Pier-Vote's-Day"


def test_the_indents_of_a_wire_are_its_paragraphs():
    assert parse(WIRE).body_html.count("<p>") == 3 and "<br>" not in parse(WIRE).body_html


def test_nothing_of_the_envelope_is_in_the_body():
    assert not any(part in parse(WIRE).body_html for part in ("KWS", "==Kyodo", "koko", "\x03"))


def test_the_dateline_of_a_wire_is_kept_in_its_parts():
    assert parse(WIRE).extra["dateline"] == {"place": "PORT MERROW, Wales", "date": "Dec. 9", "source": "Kyodo"}


def test_a_headline_of_several_lines_ends_at_the_equals_sign():
    wire = f"{HEADER}Port Merrow: council votes\nto repair =\n\n{SENTENCE}\n\n{OTHER}\n{TRAILER}"

    assert parse(wire.encode()).headline == "Port Merrow: council votes to repair"


def test_a_byline_under_a_wire_headline_is_no_part_of_it():
    wire = f"{HEADER}Council votes to repair pier\nBy Isla Wren, dpa =\n\n{SENTENCE}\n{TRAILER}"

    record = parse(wire.encode())

    assert (record.headline, record.byline) == ("Council votes to repair pier", "By Isla Wren, dpa")
