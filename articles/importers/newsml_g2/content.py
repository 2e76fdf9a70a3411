"""The content of a newsItem: XHTML, NITF, HTML in a text, or plain text, whichever says most."""

import re
from html import unescape

from lxml import etree

from articles.importers import bodies
from articles.importers.nitf.reading import read_document
from articles.importers.record import Picture
from articles.importers.wire import texts, trees

_MARKUP = re.compile(r"<(?:p|div|br|h[1-6]|ul|table|section|article)[\s>/]", re.IGNORECASE)
_PARAGRAPH = re.compile(r"</?p>", re.IGNORECASE)
_HEADLINES = frozenset({"header"})


def read_content(record, content):
    """Write the body of `record` from a contentSet; pictures that it names go along."""
    if content is None:
        return
    _read_remote(record, trees.children(content, "remoteContent"))
    for inline in trees.children(content, "inlineXML"):
        if not record.body_html:
            _read_xml(record, inline)
    for inline in trees.children(content, "inlineData"):
        if not record.body_html:
            _read_text(record, "".join(inline.itertext()), plain=inline.get("contenttype", "") == "text/plain")


def _read_xml(record, inline):
    root = next(iter(trees.children(inline)), None)
    if root is None:
        return
    if trees.name_of(root).lower() == "nitf":
        read_document(record, etree.tostring(root, encoding="unicode", with_tail=False))
        return
    body = next(iter(trees.descendants(root, "body")), root)
    for header in trees.descendants(body, *_HEADLINES):
        _take_header(record, header)
    bodies.set_body(record, trees.inner_html(body))


def _take_header(record, header):
    """A header repeats slugline and headline; it is kept, and is no part of the text. An empty element is left
    in its place, for what is behind it is.
    """
    record.remove("body-header", trees.text(header))
    header.clear(keep_tail=True)
    header.tag = "span"


def _read_text(record, text, *, plain):
    """Some agencies put a plain text that is laid out in lines between paragraph tags: it is read as what it is."""
    if plain and not _MARKUP.search(bare := _PARAGRAPH.sub("\n\n", text)):
        texts.set_text(record, unescape(bare))
    elif _MARKUP.search(text):
        bodies.set_body(record, text)
    elif text.strip():
        texts.set_text(record, text)


def _read_remote(record, remotes):
    """What stands elsewhere. Pictures in one contentSet are renditions of one: the widest is taken, the others are kept
    with it.
    """
    shown = list(filter(_is_image, remotes))
    if shown:
        best = max(shown, key=lambda one: _pixels(one.get("width")) or 0)
        width, height = _pixels(best.get("width")), _pixels(best.get("height"))
        picture = Picture(best.get("href"), width=width, height=height, lead=not record.pictures)
        picture.extra |= {"renditions": [trees.as_data(one) for one in shown if one is not best]} if shown[1:] else {}
        record.pictures.append(picture)
    if others := [trees.as_data(one) for one in remotes if not _is_image(one)]:
        record.extra["remoteContent"] = others


def _is_image(remote):
    return remote.get("contenttype", "").startswith("image/") and bool(remote.get("href"))


def _pixels(text):
    return int(text) if text and text.isdigit() and len(text) < 7 else None
