"""Nothing a reader of the source sees is lost, and nothing hostile gets through: measured over whole corpora."""

import json
import re
from collections import Counter
from io import BytesIO

import pytest
from lxml import html as lxml_html
from markdown_it import MarkdownIt

from articles.importers import bodies, formats
from articles.importers.formats import Asked
from articles.importers.markdown.front_matter import split
from articles.importers.record import Record, Unreadable
from articles.text import cleaning, markup, prose
from articles.text.composing import nfc
from tests.corpora import corpus_folder

CODES = re.compile(r"\{\{[<%].{0,2000}?[>%]\}\}|\{%.{0,2000}?%\}|\{\{[^{}]{1,2000}\}\}", re.DOTALL)
# CommonMark shows tags that are set in by four blanks; a page's author meant them, so we read them.
SET_IN = re.compile(r"^[ \t]{4,}(?=</?[a-z])", re.IGNORECASE | re.MULTILINE)
SHARE = 0.999


def words(text):
    return re.findall(r"\w+", nfc(text).casefold())


def visible(html):
    """The text of HTML as another parser than ours reads it."""
    if not html.strip():
        return ""
    page = lxml_html.fromstring(f"<html><body>{html}</body></html>")
    for element in list(page.iter("script", "style", "iframe", "template")):
        element.drop_tree()
    return " ".join(page.itertext())


def said(record):
    yield from (record.headline, record.standfirst, record.byline, record.ednote, record.provider, record.section)
    yield from (credit.name for credit in record.credits)
    yield prose.plain_text(record.body_html)
    yield from (removed.text for removed in record.removed)
    yield from (f"{picture.caption} {picture.alt} {picture.href}" for picture in record.pictures)
    yield str(record.extra)


def share_kept(pairs):
    """The share of the words of (source, record) pairs that the records have."""
    all_words = missing = 0
    for source, record in pairs:
        lost = Counter(words(source))
        all_words += lost.total()
        lost.subtract(words(" ".join(said(record))))
        missing += sum(count for count in lost.values() if count > 0)
    return 1 - missing / all_words


def read(name, data, called):
    try:
        return next(formats.known()[name].read(BytesIO(data), Asked(called)))
    except Unreadable:
        return None


@pytest.mark.once
def test_the_words_of_markdown_are_kept():
    reader = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])

    def pairs():
        for path in sorted(corpus_folder("us-gov-markdown").rglob("*.md"))[::4]:
            if record := read("markdown", path.read_bytes(), path.name):
                _, text, _ = split(cleaning.line_ends(path.read_text(encoding="utf-8-sig")), Record())
                yield visible(reader.render(SET_IN.sub("", CODES.sub("", text)))), record

    assert share_kept(pairs()) >= SHARE


def test_the_words_of_pages_are_kept():
    def pairs():
        for path in sorted(corpus_folder("ghost-migrate-fixtures").rglob("*.html")):
            if record := read("html", path.read_bytes(), path.name):
                text = path.read_text(encoding="utf-8")
                yield visible(re.sub(r"<head.*?</head>|<!doctype[^>]*>", "", text, flags=re.S | re.I)), record

    assert share_kept(pairs()) >= SHARE


@pytest.mark.once
def test_fifteen_thousand_attacks_leave_nothing_that_the_sanitiser_would_take_out():
    payloads = (corpus_folder("security") / "xss" / "all_payloads.jsonl").read_text(encoding="utf-8").splitlines()
    unclean = []
    for line in payloads:
        record = Record()
        bodies.set_body(record, json.loads(line)["payload"])
        placed = record.body_html.replace('src="incoming:', 'src="picture:1')
        if markup.sanitise(placed) != placed:
            unclean.append(line)

    assert len(payloads) > 15_000
    assert unclean == []
