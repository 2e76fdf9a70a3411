"""Which bytes of a file an item is: found beside the parser, or not claimed to be."""

import json

import pytest

from articles.importers.slices import markup, objects
from articles.importers.slices.rows import Rows

ITEMS = [
    b"<item><title>One</title></item>",
    b"<item about=\"a > b\" c='</item>'>x</item>",
    b"<item\n>&lt;item&gt;<!-- </item> <item> don't --><![CDATA[</item> ]] > <item>]]><?x </item> ?></item >",
    b"<rss:item/>",
    b"<item a='/'>/</item>",
    b"<item><items>no</items><itemised/></item>",
]
DECLARATIONS = b"""<?xml version="1.0"?><!DOCTYPE rss [ <!-- don't <item> --> <!ELEMENT item ANY> <!ATTLIST item a CDATA
 "<item>"> ]>"""


def document(items, head=DECLARATIONS):
    return head + b"<rss><channel>\n" + b"\n <items/> ".join(items) + b"</channel></rss>"


def scanned(data, size):
    scanner = markup.Scanner("item")
    for start in range(0, len(data), size):
        scanner.feed(data[start : start + size])
    return list(scanner.found)


def test_an_element_goes_from_its_first_to_its_last_byte_whatever_hides_tags_in_it():
    assert markup.elements_in(document(ITEMS), "item") == ITEMS


@pytest.mark.parametrize("size", [1, 2, 3, 7, 64, 1000])
def test_elements_are_the_same_in_whatever_pieces_they_come(size):
    assert scanned(document(ITEMS * 3), size) == ITEMS * 3


def test_an_element_is_there_with_the_piece_that_ends_it():
    scanner = markup.Scanner("item")

    scanner.feed(b"<rss><item>One</item>")

    assert list(scanner.found) == [b"<item>One</item>"]


def test_what_stands_between_elements_is_not_held():
    scanner = markup.Scanner("item")
    for _ in range(100):
        scanner.feed(b"<wp:term>x</wp:term>" * 100)

    assert len(scanner._buffer) < 1000


def test_of_one_element_within_another_the_bytes_are_not_claimed():
    data = b"<rss><item>a<item>b</item></item></rss>"

    assert markup.elements_in(data, "item") == [None, data[5:-6]]


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_wide_encodings_give_true_slices(encoding):
    items = ["<item>Ærø 🛥</item>", "<item>b</item>"]

    found = markup.elements_in("\ufeff<rss>{}{}</rss>".format(*items).encode(encoding), "item")

    assert found == [item.encode(encoding) for item in items]


def test_utf_16_without_a_mark_gives_true_slices():
    assert markup.elements_in("<r><item>b</item></r>".encode("utf-16-le"), "item") == [
        "<item>b</item>".encode("utf-16-le")
    ]


def test_latin_1_gives_true_slices():
    data = '<?xml version="1.0" encoding="iso-8859-1"?><rss><item>Kärnten</item></rss>'.encode("latin-1")

    assert markup.elements_in(data, "item") == ["<item>Kärnten</item>".encode("latin-1")]


@pytest.mark.parametrize("encoding", ["shift_jis", "gb18030", "iso-2022-jp", "nobody-knows"])
def test_where_a_byte_may_be_half_a_character_no_slice_is_claimed(encoding):
    head = f'<?xml version="1.0" encoding="{encoding}"?>'.encode()

    assert markup.elements_in(document(ITEMS, head), "item") == []


def test_wide_text_that_is_broken_claims_no_slice():
    assert markup.elements_in("<rss><item>x</item></rss>".encode("utf-16-le") + b"\x00\xd8", "item") == []


# JSON

ONE = '{"a": "]}, \\" {", "b": [1, {"c": 2.50}]}'
TWO = '{ "a" : "\\u00e9é" }'


@pytest.mark.parametrize(
    ("text", "path"),
    [
        (f"[{ONE} ,\n{TWO}]", ()),
        (f'{{"n": [[]], "\\u0069tems": [ {ONE}, 3, {TWO} ]}}', ("items",)),
        (f' {{"db": [{{"data": {{"tags": [], "posts": [{ONE},{TWO}]}}}}]}}', ("db", 0, "data", "posts")),
    ],
)
def test_objects_are_given_as_they_were_written(text, path):
    told = [json.loads(ONE), json.loads(TWO)]

    assert list(objects.objects_in(text, path, told)) == [ONE.encode(), TWO.encode()]


@pytest.mark.parametrize("path", [("items",), ("posts",), (0,)])
def test_objects_that_are_not_there_are_not_claimed(path):
    assert list(objects.objects_in('{"items": [{"a": 1}, {"a": 2}]}', path, [{"a": 3}, {"a": 4}])) == [None, None]


def test_of_two_members_of_one_name_the_one_that_the_parser_did_not_take_is_not_claimed():
    text = f'{{"items": [{TWO}], "items": [{ONE}]}}'

    assert list(objects.objects_in(text, ("items",), json.loads(text)["items"])) == [None]


def test_lines_of_a_table_are_given_with_the_row_that_took_them():
    rows = Rows('a,b\r\n\r\n"1\n",2\n3,4')

    taken = [[next(rows) for _ in range(lines)] and rows.taken() for lines in (1, 3, 1)]

    assert taken == [b"a,b\r\n", b'"1\n",2\n', b"3,4"]
