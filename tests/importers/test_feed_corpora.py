"""Every test file of feedparser, through the door that all files take (case D21): no item is lost unsaid."""

import io
from collections import defaultdict

import feedparser
import pytest

from articles.importers import formats
from articles.importers.formats import Asked
from articles.importers.record import Record, Unreadable
from tests.corpora import corpus_folder

pytestmark = pytest.mark.filterwarnings("ignore:To avoid breaking existing software")  # feedparser, of itself
# Microsoft's Channel Definition Format, which nobody writes since 1999, and a file that is one comment.
NO_FORMAT = {
    "illformed/rss_empty_document.xml",
    "wellformed/base/cdf_item_abstract_xml_base.xml",
    *(
        f"wellformed/cdf/{name}.xml"
        for name in (
            "channel_abstract_map_description channel_abstract_map_tagline channel_href_map_link channel_href_map_links"
            " channel_lastmod channel_lastmod_parsed channel_title item_abstract_map_description"
            " item_abstract_map_summary item_href_map_link item_href_map_links item_lastmod item_lastmod_parsed"
            " item_title"
        ).split()
    ),
}
OWN_ENTITIES = {"wellformed/rdf/doctype_contains_entity_decl.xml", "wellformed/rss/entity_in_doctype.xml"}


@pytest.fixture(scope="module")
def told():
    """{path: (what came of it, the number of items feedparser finds)}, in order."""
    folder = corpus_folder("feedparser-tests") / "tests"
    found = {}
    for path in sorted(folder.rglob("*.xml")):
        data = path.read_bytes()
        parsed = feedparser.parse(io.BytesIO(data), response_headers={"content-type": "application/xml"})
        found[path.relative_to(folder).as_posix()] = _come_of(data, path.name), len(parsed.entries)
    return found


def _come_of(data, name):
    """The items of a file, or why it was refused."""
    form = formats.of(data[: formats.HEAD], name)
    if form is None:
        return "no format"
    try:
        return form.name, list(form.read(io.BytesIO(data), Asked(name)))
    except Unreadable as refused:
        return refused.code


def test_every_file_that_is_read_is_read_as_a_feed(told):
    assert len(told) == 2106
    assert {came[0] for came, _ in told.values() if isinstance(came, tuple)} == {"feed"}


def test_as_many_items_come_in_as_feedparser_finds(told):
    read = {path: (came[1], count) for path, (came, count) in told.items() if isinstance(came, tuple)}

    assert not [path for path, (items, count) in read.items() if len(items) != count]
    assert all(isinstance(one, Record) and one.external_id for items, _ in read.values() for one in items)


def test_the_files_that_are_refused_are_these_and_no_other_with_an_item_in_it(told):
    refused, with_items = defaultdict(set), set()
    for path, (came, count) in told.items():
        if isinstance(came, str):
            refused[came].add(path)
            with_items |= {path} if count else set()

    assert refused["no format"] == NO_FORMAT
    assert refused["xml-entities"] == OWN_ENTITIES
    assert with_items <= NO_FORMAT | OWN_ENTITIES
    assert refused.keys() == {"no format", "xml-entities", "xml"}  # the last: broken XML in which no item is found
