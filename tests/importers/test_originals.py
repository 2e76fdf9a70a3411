"""What is kept of an item is what came: the whole file where it holds one, else the very bytes of the item in it."""

import io
import json

import pytest

from articles.importers import formats
from articles.importers.formats import Asked
from articles.importers.record import Record
from tests.corpora import corpus_folder

pytestmark = pytest.mark.filterwarnings("ignore:To avoid breaking existing software")  # feedparser, of itself
PAGES = {f"posts/{number}.ferry.html": b"<p>It is bought: %d.</p>" % number for number in range(9)}


def ninjs(number, words="Bought."):
    return f'{{ "uri" : "urn:{number}",  "headline": "F\\u00e9rry {number}", "body_text": "{words} ]}}é" }}'


def ghost(number, words="Bought."):
    return f'{{"id":"{number}",  "title" : "Ferry {number}", "html": "<p>{words} ]}}\\u00e9é</p>", "posts": []}}'


def wxr(number, words="Bought."):
    return f"""<item ><title>Ferry {number}</title ><wp:post_id>{number}</wp:post_id><wp:post_type>post</wp:post_type>
<content:encoded><![CDATA[<p>{words} é</p><pre></item><item></pre>]]></content:encoded><!-- </item> --></item>"""


def newsml(number, words="Bought."):
    return f"""<newsItem guid='urn:{number}' version="1" ><contentMeta><headline>Ferry {number}</headline></contentMeta>
<contentSet><inlineData contenttype="text/plain"><![CDATA[</newsItem>]]> {words} é</inlineData></contentSet>
</newsItem>"""


def rss(number, words="Bought."):
    return f"""<item><guid>urn:{number}</guid><title>Ferry {number}</title ><!-- <item> -->
<description><![CDATA[<p>{words} é</p></item>]]></description></item>"""


def atom(number, words="Bought."):
    return f"""<entry xml:lang='en'><id>urn:{number}</id><title>Ferry {number}</title>
<updated>2026-11-03T10:00:00Z</updated><content type="html">&lt;p>{words} é&lt;/p></content></entry>"""


def substack(number, words="Bought."):
    return f'{number}.ferry,2026-11-03T10:00:00.000Z,true,newsletter,"Ferry {number}\n ""{words} é"""\r\n'


WXR = (
    '<?xml version="1.0"?><!-- <item> -->\n<rss xmlns:content="http://purl.org/rss/1.0/modules/content/" '
    'xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>%s</title>',
    "</channel></rss>\n",
)
NEWSML = (
    '<?xml version="1.0"?><newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header><sent>%s</sent></header>'
    "<itemSet>\n",
    "</itemSet></newsMessage>\n",
)
RSS = ('<?xml version="1.0"?>\n<rss version="2.0"><channel><title>%s</title>', "</channel></rss>\n")
ATOM = ('<feed xmlns="http://www.w3.org/2005/Atom"><title>%s</title>\n', "</feed>\n")
# name: (one item, (head that takes a title, foot), what stands between items, the format)
MANY = {
    "ninjs": (ninjs, ('{"sent": "%s", "items": [', "] }\n"), ",\n", "ninjs"),
    "ghost": (ghost, ('{"db": [{"meta": {"version": "%s"}, "data": {"tags": [], "posts": [', "]}}]}\n"), " ,", "ghost"),
    "wxr": (wxr, WXR, "\n", "wxr"),
    "newsml-g2": (newsml, NEWSML, "\n", "newsml-g2"),
    "rss": (rss, RSS, "\n", "feed"),
    "atom": (atom, ATOM, "\n", "feed"),
    "substack": (substack, ("post_id,post_date,is_published,type,title\r\n", ""), "", "substack"),
}
every_format = pytest.mark.parametrize("name", MANY)


def told(name, *items, title="The paper"):
    """(the bytes of a file of these items, the records in it)"""
    _, (head, foot), between, form = MANY[name]
    data = ((head % title if "%s" in head else head) + between.join(items) + foot).encode()
    asked = Asked("posts.csv", beside=PAGES.get)
    found = list(formats.known()[form].read(io.BytesIO(data), asked))
    assert all(isinstance(one, Record) for one in found)
    return data, found


def digested(record):
    return record.compared or record.raw


@every_format
def test_of_an_item_among_others_its_own_bytes_are_kept(name):
    one = MANY[name][0]
    items = [one(1), one(2, "Sold."), one(3)]

    _, found = told(name, *items)

    own = [item.encode() for item in items]
    assert [record.raw[: len(item)] for record, item in zip(found, own, strict=True)] == own
    rest = [record.raw[len(item) :] for record, item in zip(found, own, strict=True)]
    assert rest == (list(PAGES.values())[1:4] if name == "substack" else [b""] * 3)


@every_format
def test_where_a_file_holds_one_item_all_of_it_is_kept(name):
    data, (record,) = told(name, MANY[name][0](1))

    if name == "ghost":  # a file of a site is more than its post: the passwords of its users, too
        assert record.raw == ghost(1).encode()
    elif name == "substack":
        assert record.raw == data + PAGES["posts/1.ferry.html"]
    else:
        assert record.raw == data


@every_format
def test_an_item_is_the_same_whatever_its_neighbours_their_order_and_the_head_of_the_file_are(name):
    one = MANY[name][0]

    _, before = told(name, one(1), one(2), one(3))
    _, after = told(name, one(4), one(2), one(1, "Sold."), title="Another paper")
    _, (alone,) = told(name, one(2), title="A third")

    assert digested(before[1]) == digested(after[1]) == digested(alone)
    assert before[1].raw == after[1].raw
    assert digested(before[0]) != digested(after[2])


@pytest.mark.parametrize("name", ["wxr", "rss", "newsml-g2"])
def test_bytes_of_latin_1_stay_as_they_came(name):
    one, (head, foot), between, form = MANY[name]
    written = head.replace('"1.0"', '"1.0" encoding="iso-8859-1"', 1) + between.join([one(1), one(2)]) + foot
    data = written.encode("latin-1")

    found = list(formats.known()[form].read(io.BytesIO(data), Asked()))

    assert [record.raw for record in found] == [one(1).encode("latin-1"), one(2).encode("latin-1")]
    assert "é" in found[0].body_html


@pytest.mark.parametrize("name", ["rss", "newsml-g2"])
def test_bytes_of_utf_16_stay_as_they_came(name):
    one, (head, foot), between, form = MANY[name]
    written = head.replace('"1.0"', '"1.0" encoding="utf-16"', 1) + between.join([one(1), one(2)]) + foot

    found = list(formats.known()[form].read(io.BytesIO(written.encode("utf-16")), Asked()))

    assert [record.raw for record in found] == [one(1).encode("utf-16-le"), one(2).encode("utf-16-le")]


@pytest.mark.parametrize("name", ["wxr", "rss", "newsml-g2"])
def test_where_no_slice_is_sure_what_was_made_of_the_item_is_kept(name):
    one, (head, foot), between, form = MANY[name]
    written = head.replace('"1.0"', '"1.0" encoding="shift_jis"', 1) + between.join([one(1), one(2)]) + foot
    data = written.replace("é", "船").encode("shift_jis")

    found = list(formats.known()[form].read(io.BytesIO(data), Asked()))

    assert len(found) == 2
    assert all(record.raw and record.raw == record.compared for record in found)


def test_a_feed_that_the_forgiving_reader_counts_otherwise_claims_no_slice():
    _, found = told("rss", "<item><title>One</title>", "<item><title>Two & three</title></item>", rss(3))

    assert len(found) > 1
    assert all(record.raw == record.compared for record in found)


def test_an_export_that_breaks_off_keeps_the_bytes_of_what_stood_before():
    data = (WXR[0] % "Blog" + wxr(1) + wxr(2) + "<item><title>cut & off").encode()
    found = []

    with pytest.raises(formats.Unreadable):
        found.extend(formats.known()["wxr"].read(io.BytesIO(data), Asked()))

    assert [record.raw for record in found] == [wxr(1).encode(), wxr(2).encode()]


def test_an_item_within_an_item_is_not_given_the_bytes_of_another():
    nested = wxr(1).replace("<!--", f"{wxr(2)}<!--")

    _, found = told("wxr", nested, wxr(3))

    assert [record.raw == record.compared for record in found] == [True, False, False]
    assert [found[1].raw, found[2].raw] == [nested.encode(), wxr(3).encode()]


CORPORA = [
    ("wxr", "wordpress-theme-test-data", "themeunittestdata.wordpress.xml"),
    ("feed", "rss-real", "markitdown_test_rss.xml"),
    ("ghost", "ghost-migrate-fixtures", "packages", "mg-assetscraper-db", "src", "test", "fixtures", "ghost.json"),
    ("ninjs", "iptc-ninjs", "examples", "2.1", "dpa_text.json"),
    ("newsml-g2", "superdesk-core-fixtures", "tests", "io", "fixtures", "dpa.xml"),
]


@pytest.mark.parametrize(("form", "folder", "parts"), [(form, folder, parts) for form, folder, *parts in CORPORA])
def test_every_story_of_real_files_is_kept_byte_for_byte(form, folder, parts):
    data = corpus_folder(folder).joinpath(*parts).read_bytes()

    found = [one for one in formats.known()[form].read(io.BytesIO(data), Asked()) if isinstance(one, Record)]

    assert found
    assert all(record.raw in data for record in found)
    assert len({record.raw for record in found}) == len(found)


def test_objects_of_json_say_what_their_bytes_say():
    _, found = told("ninjs", ninjs(1), ninjs(2))

    assert [json.loads(record.raw) for record in found] == [json.loads(record.compared) for record in found]
