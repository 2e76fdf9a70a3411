"""Proves that no word of an item of many fields was lost, and keeps those that would have been.

A format takes the fields that it knows. What a provider writes elsewhere, or in a second form that was not needed, is
found here: each text of the source is held against the record, and lines with a word that the record has not go to
`extra["unread"]`, under the path of their field. Nothing here recurses, for a source may nest as deep as it likes.
"""

import re
from collections import Counter
from dataclasses import fields, is_dataclass
from html import unescape

from lxml import etree

from articles.importers.wire import trees
from articles.text import cleaning, prose
from articles.text.composing import nfc
from articles.text.leaves import leaves

_SPACE = re.compile(r"\s")
_WORD = re.compile(r"[^\W_]+")
_UNSHOWN = re.compile(
    r"<!--.*?(?:-->|\Z)|<(script|style|template)\b.*?(?:</\1\s*>|\Z)|<[?!][^>]*>?", re.IGNORECASE | re.DOTALL
)
_TAG = re.compile(r"</?(?:[\w.-]+:)?([a-z][^\s/<>:]*+)[^<>]*+>", re.IGNORECASE)
_FOR_MACHINES = re.compile(r"\s*(?:[a-z]{2,10}://\S+$|\d{4}-\d\d-\d\d|[A-Z][a-z]{2}, \d{1,2} [A-Z][a-z]{2} \d{4} )")
_WITHIN_WORDS = frozenset("a abbr b big cite code em font i kbd mark s small span strike strong sub sup tt u".split())
# Members, elements and attributes whose words are a standard's or a stylesheet's, no writer's.
_CODES = frozenset("rel role type profile class style version change.date schemaLocation meta_key".split())
_NO_TEXTS = frozenset({"raw", "findings", "body_html"})


def keep_unread(record, texts):
    """Keep of `texts`, pairs of a path and what stands there, the lines that are not in `record`."""
    told, unread = [line for text in _told_by(record) for line in _lines(text)], {}
    whole, here = frozenset(told), None  # most lines stand there as they are, and need not be taken apart
    for path, text in texts:
        if lines := [line for line in _lines(text) if line not in whole]:
            here = here or _words("\n".join(told))
            gone = {word for word, times in _words("\n".join(lines)).items() if times > here[word]}
            lines = [line for line in lines if not gone.isdisjoint(_words(line))] if gone else []
        if lines:
            unread.setdefault(path, []).extend(lines)
    if unread:
        record.extra["unread"] = {path: "\n".join(lines) for path, lines in unread.items()}


def _lines(text):
    return [" ".join(line.split()) for line in text.split("\n")]


def of_json(value):
    """The texts for people in a value of JSON, each with its path (`associations.0.headline`)."""
    told = ((path, one) for path, one in leaves(value, without=_CODES) if isinstance(one, str))
    return ((path, _shown(text)) for path, text in told if _tells(text))


def of_xml(root):
    """The texts for people in an element, each with its path (`contentMeta/subject/name`); attributes, too.

    Words that stand between elements make one text with what is in these.
    """
    waiting = [("", root)]
    while waiting:
        path, element = waiting.pop()
        inside = [one for one in element if isinstance(one.tag, str) and etree.QName(one).localname not in _CODES]
        if any(words and words.strip() for words in (element.text, *(one.tail for one in element))):
            yield from _attributes(path, element.iter(etree.Element))
            words = _shown(_shown(etree.tostring(element, encoding="unicode", with_tail=False)))  # HTML in a CDATA, too
            yield from [(path, words)] if _tells(words) else []
        else:
            yield from _attributes(path, [element])
            waiting += [(f"{path}/{etree.QName(one).localname}".lstrip("/"), one) for one in reversed(inside)]


def _attributes(path, elements):
    for element in elements:
        for name, value in trees.attributes(element):
            name = etree.QName(name).localname
            if " " in value.strip() and _tells(value) and name not in _CODES:
                yield f"{path}/@{name}".lstrip("/"), value


def _tells(text):
    """Whether a text is for people: several words or one of letters alone, no address, code or moment."""
    text = text.strip()
    return bool(_SPACE.search(text) or text.isalpha()) and not _FOR_MACHINES.match(text)


def _shown(text):
    """The lines that a reader of `text`, which may be HTML, would see."""
    return unescape(_TAG.sub(_gap, _UNSHOWN.sub(" ", text))) if "<" in text or "&" in text else text


def _gap(tag):
    return "" if tag[1].lower() in _WITHIN_WORDS else "\n"


def _told_by(record):
    """Every text of a record but for its bytes, and what is said about it."""
    yield prose.plain_text(record.body_html)
    waiting = [getattr(record, one.name) for one in fields(record) if one.name not in _NO_TEXTS]
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict):
            waiting += one.values()
        elif isinstance(one, list):
            waiting += one
        elif is_dataclass(one):
            waiting += [getattr(one, name.name) for name in fields(one)]
        elif one is not None and not isinstance(one, bytes):
            yield str(one)


def _words(text):
    return Counter(_WORD.findall(nfc(cleaning.clean(text).text).casefold()))
