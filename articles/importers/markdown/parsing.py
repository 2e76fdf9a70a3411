"""From the bytes of a Markdown file to a record."""

import re
from functools import cache
from html import escape
from itertools import pairwise

from markdown_it import MarkdownIt

from articles.importers import bodies
from articles.importers.opening import read_opening
from articles.importers.record import Record, Unreadable
from articles.text import cleaning
from articles.text.decoding import Undecodable, decode

from .fields import fill
from .front_matter import split
from .indented import with_prose

# Hugo's and Jekyll's codes hold quotes, stars and angles that are no Markdown. They stand aside while it is read.
_CODES = re.compile(r"\{\{[<%].{0,2000}?[>%]\}\}|\{%.{0,2000}?%\}|\{\{[^{}]{1,2000}\}\}", re.DOTALL)
_PLACE = re.compile("(?:\ue000|%EE%80%80)(\\d+)(?:\ue001|%EE%80%81)")  # as it stands in a text, and in an address
# A tag whose quotation mark is not closed is none to Markdown, which would show it.
_NAME, _VALUE = r"\s+[\w:-]++", r"""(?:"[^"<>]*+"|'[^'<>]*+'|[^\s"'<>=]++)"""
_BROKEN = re.compile(
    rf"""<[a-z][a-z0-9-]*+(?:{_NAME}(?:\s*=\s*{_VALUE})?)*{_NAME}\s*=\s*["'][^"'<>]*+>""", re.IGNORECASE
)
_TAG = re.compile(r"</?[a-z][^<>]*+>", re.IGNORECASE)
_LISTS = re.compile(r"^[ \t]*\{:[^}\n]{0,300}\}[ \t]*$|\{:[^}\n]{0,300}\}", re.MULTILINE)  # kramdown's attributes


def parse(data, asked):
    """Read one story from the bytes of a Markdown file. Raises Unreadable."""
    record = Record()
    text = _decoded(record, data, asked)
    fields, text, _ = split(text, record)
    fill(record, fields, asked=asked)
    if not fields and not text.strip():
        raise Unreadable("the file holds no text", code="empty")
    bodies.set_body(record, _html(record, text), base=record.canonical_url)
    if not text.strip() and not record.headline:
        raise Unreadable("the front matter has no title and there is no text", code="headline-missing", line=1)
    read_opening(record, asked=asked, named=record.url_slug or asked.name)
    return record


def _decoded(record, data, asked):
    try:
        decoded = decode(data, asked.encoding)
    except Undecodable as problem:
        raise Unreadable(str(problem), code=problem.code, line=problem.line, column=problem.column) from problem
    record.encoding, record.encoding_certain = decoded.encoding, decoded.certain
    if not decoded.certain:
        message = f"The encoding was guessed as {decoded.encoding}; look at accents and quotation marks."
        record.note("encoding-guessed", message)
    return cleaning.line_ends(decoded.text)


@cache
def _reader():
    reader = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    reader.validateLink = lambda address: True  # what may be linked is for `bodies`; refused here, it would be text
    return reader


def _html(record, text):
    codes = []

    def aside(code):
        codes.append(code[0])
        return f"\ue000{len(codes) - 1}\ue001"

    text = _LISTS.sub(lambda match: record.remove("attribute-list", match[0]) or "", text)
    named = {}  # addresses that the text names at its end
    tokens = _reader().parse(_CODES.sub(aside, text.replace("\ue000", "").replace("\ue001", "")), named)
    _go_on_as_html(tokens)
    tokens = with_prose(tokens, record, read=lambda part: _reader().parse(part, named))
    _take_broken_tags(tokens, record)
    html = _reader().renderer.render(tokens, _reader().options, {})
    return _PLACE.sub(lambda place: escape(_untagged(codes[int(place[1])], record)), html)


def _untagged(code, record):
    """A code as the editor sees it: of the markup in its values, the words."""
    inside = _TAG.sub(lambda tag: record.remove("tag-in-code", tag[0]) or " ", code[3:])
    return code[:3] + inside


def _take_broken_tags(tokens, record):
    taken = []
    for child in (child for token in tokens for child in token.children or ()):
        if child.type == "text" and "<" in child.content:
            child.content = _BROKEN.sub(lambda tag: taken.append(tag[0]) or "", child.content)
    for tag in taken:
        record.remove("broken-tag", tag)
    if taken:
        message = "Tags whose quotation mark is not closed were taken out; if they were links, set these again."
        record.note("broken-tag", message, excerpt=taken[0])


def _go_on_as_html(tokens):
    """HTML ends at an empty line, and what is indented behind it would be code: it is HTML that goes on."""
    for before, token in pairwise(tokens):
        if token.type == "code_block" and before.type == "html_block" and token.content.lstrip().startswith("<"):
            token.type = "html_block"
