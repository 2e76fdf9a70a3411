"""What is wrong with XML, as somebody at a desk can say it to whoever sent the file."""

import io

import pytest
from lxml import etree

from articles.text import broken_xml

BROKEN = [
    (b"<a>\n<b></a>", "<b>, opened in line 2, is closed as </a>"),
    (b"<a><b>words", "it ends within <b>, opened in line 1"),
    (b"<a><b></b</a>", "a tag has no > at its end"),
    (b"<a>flood & fire</a>", "an & stands alone; it is written &amp;"),
    (b"<a><![CDATA[ The board\nmet on Tuesday", "a CDATA section does not end"),
    (b"<a b=c></a>", "an attribute has no value in quotation marks"),
    (b"<a>\xe9t\xe9</a>", "it holds bytes that its encoding does not have"),
    (b"<a>\x03</a>", "it holds a control character"),
    (b"<a/><b/>", "Extra content at the end of the document"),
    (b"<a>" * 300, "it nests 256 deep"),
]


def whole(data):
    etree.fromstring(data, etree.XMLParser(resolve_entities=False))


def streamed(data):
    for _ in etree.iterparse(io.BytesIO(data), resolve_entities=False):
        pass


@pytest.mark.parametrize("parse", [whole, streamed])
@pytest.mark.parametrize(("data", "reason"), BROKEN)
def test_it_is_told_in_plain_words_without_its_place(parse, data, reason):
    with pytest.raises(etree.XMLSyntaxError) as broken:
        parse(data)

    assert broken_xml.reason(broken.value) == reason


@pytest.mark.parametrize("data", [b"<" + b"a" * 5000 + b"></b>", b"<a>&" + b"x" * 5000 + b";</a>"])
def test_it_stays_short_whatever_names_the_file_holds(data):
    with pytest.raises(etree.XMLSyntaxError) as broken:
        whole(data)

    assert len(broken_xml.reason(broken.value)) < 200


def test_what_has_no_plainer_words_is_told_as_it_is_without_its_place():
    with pytest.raises(etree.XMLSyntaxError) as broken:
        whole(b"<a>&nbsp;</a>")

    assert broken_xml.reason(broken.value) == "Entity 'nbsp' not defined"


def test_an_encoding_that_nobody_knows_is_named():
    assert broken_xml.reason(LookupError("unknown encoding: 'x-mac'")) == "unknown encoding: 'x-mac'"
