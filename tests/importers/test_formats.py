"""How a format is found, and what every record is freed of."""

import time

import pytest

from articles.importers import formats
from articles.importers.formats import Sure
from articles.importers.record import Picture, Record, Unreadable
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


@pytest.mark.parametrize(
    ("data", "name", "named"),
    [
        (b"%PDF-1.7\n%...", "story.pdf", "a PDF"),
        (b"{\\rtf1\\ansi Pumps}", "story.rtf", "Rich Text"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "story.doc", "old Office"),
    ],
)
def test_what_has_to_be_converted_first_is_told_so(read, data, name, named):
    with pytest.raises(Unreadable) as refused:
        read(data, name)

    assert named in str(refused.value)
    assert "convert it to .docx first" in str(refused.value)


@pytest.mark.parametrize("data", [bytes(range(256)) * 40, b"\x7fELF" + bytes(900), b"MZ\x90\0" * 300])
def test_what_nobody_knows_is_refused_in_words(read, data):
    with pytest.raises(Unreadable):
        read(data, "thing.bin")


def test_a_feed_nested_deeper_than_any_is_refused_with_its_line(read):
    deep = f"<rss version='2.0'><channel><item>\n<title>{'<b>' * 5000}x{'</b>' * 5000}</title></item></channel></rss>"

    with pytest.raises(Unreadable) as refused:
        read(deep)

    assert (refused.value.code, refused.value.line) == ("xml-deep", 2)


@pytest.mark.parametrize(
    "item",
    [
        f"<item {' '.join(f'a{n}={n!r}' for n in map(str, range(300)))}><title>x</title></item>",
        f"<item><title>x</title>{'<category>c</category>' * 2500}</item>",
    ],
    ids=["attributes", "categories"],
)
def test_a_feed_wider_than_any_is_refused_with_its_line(read, item):
    with pytest.raises(Unreadable) as refused:
        read(f"<rss version='2.0'><channel>\n{item}</channel></rss>")

    assert (refused.value.code, refused.value.line) == ("xml-wide", 2)


CDF = b"<CHANNEL HREF='https://a.example/'>\n  <TITLE>Example</TITLE>\n</CHANNEL>"


@pytest.mark.parametrize(
    "data",
    [
        b'<?xml version="1.0"?><NewsML><p>One</p></NewsML>',
        b"<NewsML>\n <Catalog/></NewsML>",
        b'{"some": "data"}',
        CDF,
        b"<!-- A comment\r of two lines -->\r" + CDF,
        b"<?xml-stylesheet href='a.css'?>\n" + CDF,
        b"<!DOCTYPE channel [ <!ELEMENT title (#PCDATA)> ]>\n" + CDF,
        b"<!-- One --><note>with words only</note>",
        b"<!-- Nothing but a comment -->",
        b"<!-- A comment that nobody closed",
        f"<!-- é -->{CDF.decode()}".encode("utf-16"),
    ],
)
def test_markup_of_a_kind_that_nobody_knows_is_no_plain_text(data):
    assert formats.of(data, "item") is None


@pytest.mark.parametrize("before", ["", "<!-- a --> <!-- <html> -->\n", "<?xml version='1.0'?><!DOCTYPE x SYSTEM 'x'>"])
@pytest.mark.parametrize(
    ("root", "name"),
    [
        ("<r:rss xmlns:r='x'><r:channel><r:item/>", "feed"),
        ("<RDF xmlns='x'><channel/>", "feed"),
        ("<a:feed xmlns:a='http://www.w3.org/2005/Atom'>", "feed"),
        ("<rss xmlns:wp='http://wordpress.org/export/1.2/'>", "wxr"),
        ("<n:nitf xmlns:n='x'>", "nitf"),
        ("<nar:newsItem xmlns:nar='x'>", "newsml-g2"),
        ("<html>", "html"),
    ],
)
def test_xml_is_known_by_its_root_whatever_stands_before_it_and_with_any_prefix(before, root, name):
    assert formats.of(f"{before}{root}".encode(), "item").name == name


def test_a_comment_before_a_text_makes_no_xml_of_it():
    assert formats.of(b"<!-- sent by mail -->\nHarbour board orders pumps\n\nThe board met.", "a").name == "text"


def test_recognising_a_page_behind_many_comments_takes_no_time():
    started = time.process_time()

    formats.of(b"<!-- -->" * 2000 + b"x", "a")

    assert time.process_time() - started < 1
