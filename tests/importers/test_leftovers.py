"""What a format takes no field of is kept where an editor finds it, and nothing is kept twice."""

from lxml import etree

from articles.importers import leftovers
from articles.importers.record import Record


def unread(texts):
    record = Record(headline="Ferry sails at last")
    leftovers.keep_unread(record, texts)
    return record.extra.get("unread")


def test_a_text_that_no_field_took_is_kept_under_its_path():
    told = {"headline": "Ferry sails", "second": [{"line": "The quay <b>is</b> open<p>Ferry sails"}], "role": "main"}

    assert unread(leftovers.of_json(told)) == {"second.0.line": "The quay is open"}


def test_elements_and_attributes_are_held_against_the_record():
    told = etree.fromstring("<a note='of all boats'><b>Ferry</b><c>sails <!-- so --><i>w</i>ell</c><d/></a>")

    assert unread(leftovers.of_xml(told)) == {"@note": "of all boats", "c": "sails well"}


def test_codes_addresses_and_moments_are_for_machines():
    told = {"uri": "tag:a,b", "href": "https://a.example/x y", "at": "2026-11-28 07:00", "qcode": "stat:usable"}

    assert unread(leftovers.of_json(told | {"href": "https://a.example/x"})) is None
