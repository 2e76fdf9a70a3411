"""Reads any HTML as a stream of well-nested events, as a browser would nest it.

The sanitiser's own parser mends the nesting once, with every element kept that says something about the text; what it
gives back can be read by an expression, without a tree and without recursion.
"""

import re
from dataclasses import dataclass, field
from html import unescape

import nh3

from articles.text import cleaning
from articles.text.composing import nfc
from articles.text.counted import counted
from articles.text.long_runs import apart
from articles.text.nesting import ATTRIBUTES, TAG_NAME, flatten

BLOCKS = frozenset(
    """address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure
    footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol optgroup option p pre section summary
    table tbody td tfoot th thead tr ul""".split()
)
_INLINE = frozenset(
    "a abbr b br cite code del em i ins kbd mark q s samp small span strike strong sub sup time tt u".split()
)
_WITHIN_WORDS = frozenset(
    "acronym bdi bdo big body button data dfn font head html label nobr output picture rp rt ruby var".split()
)
_MEDIA = frozenset("audio embed iframe img object param source video".split())
_ATTRIBUTES = {
    "a": {"href"},
    "img": {"src", "alt", "title", "width", "height", "data-src", "data-lazy-src", "data-original", "data-full-url"},
    "iframe": {"src", "title", "data-src"},
    "embed": {"src", "title"},
    "object": {"data", "title"},
    "param": {"name", "value"},
    "video": {"src", "title", "poster"},
    "audio": {"src", "title"},
    "source": {"src"},
    "ol": {"start"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan"},
    "time": {"datetime"},
    "*": {"class", "style", "title", "hidden", "itemprop", "role", "data-field"},
}
_SCHEMES = {"http", "https", "mailto", "tel", "data", "ftp", "cid", "file"}
_NO_TEXT = {"script", "style", "template"}
_FAMILIAR = BLOCKS | _INLINE | _MEDIA | _NO_TEXT
_CLEANER = nh3.Cleaner(
    tags=_FAMILIAR - _NO_TEXT,
    clean_content_tags=_NO_TEXT,
    attributes=_ATTRIBUTES,
    url_schemes=_SCHEMES,
    strip_comments=False,
    link_rel=None,
)
_TOKEN = re.compile(
    r"<!--(?P<comment>.*?)-->|<iframe(?P<frame>(?:[^>\"]+|\"[^\"]*\")*+)>(?P<inside>.*?)</iframe>|<(?P<closing>/?)(?P<tag>[a-z][a-z0-9]*)(?P<attributes>(?:[^>\"]+|\"[^\"]*\")*+)>"
    r"|(?P<text>[^<]+|<)",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(r'([a-z-]+)="([^"]*)"')
_WRITTEN = re.compile(r"""([\w-]{1,40})\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+)""")
_LONG_TAG = 4000
_READ = _ATTRIBUTES["*"]
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)
# In a script or a comment an angle is no tag, and a quotation mark does not end where it would in one.
_TAG = re.compile(
    r"""<!--.*?(?:-->|\Z)|<(?P<raw>script|style)(?=[\s/>]).*?(?:</(?P=raw)\s*>|\Z)"""
    rf"""|</?(?P<name>{TAG_NAME}){ATTRIBUTES}>?""",
    re.IGNORECASE | re.DOTALL,
)
_UNTOLD = re.compile(r"<(script|form|svg|math|canvas|applet)[\s>/]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Event:
    """`kind` is start, end, text or comment. `text` is escaped; the values of `attributes` are not."""

    kind: str
    tag: str = ""
    text: str = ""
    attributes: dict[str, str] = field(default_factory=dict)

    @property
    def hides(self):
        return "hidden" in self.attributes or bool(_HIDDEN.search(self.attributes.get("style", "")))

    @property
    def classes(self):
        return self.attributes.get("class", "").split()


def read(html, record):
    """Yield the events of `html`; what the parser itself drops is told to `record`."""
    html = _cleaned(html, record)
    _tell(html, record)
    html = _CLEANER.clean(apart(flatten(_familiar(html))))
    for token in _TOKEN.finditer(_cleaned(html, record)):  # a control character may be written as a number (&#2;)
        yield _event(token)


def _event(token):
    if token["text"]:
        return Event("text", text=token["text"])
    if token["comment"] is not None:
        return Event("comment", text=token["comment"])
    if token["inside"] is not None:
        return Event("start", "iframe", token["inside"], _read_attributes(token["frame"]))
    if token["closing"]:
        return Event("end", token["tag"])
    return Event("start", token["tag"], attributes=_read_attributes(token["attributes"]))


def _read_attributes(written):
    return {name: unescape(value) for name, value in _ATTRIBUTE.findall(written)}


def _cleaned(html, record):
    cleaned = cleaning.clean(nfc(cleaning.line_ends(html)))
    for reason, taken in cleaned.removed:
        record.remove(reason, taken)
        signs = counted(len(taken), "{} sign that nobody sees was", "{} signs that nobody sees were")
        record.note(reason, f"{signs} taken out of the text.")
    return cleaned.text


def _familiar(html):
    """`html` without the tags that mean nothing here. The parser drops the words in some of them (SVG, MathML) and
    takes the tags in others for words (noscript, textarea).
    """
    return _TAG.sub(_familiar_tag, html)


def _familiar_tag(tag):
    if not tag["name"]:
        return tag[0]
    name = tag["name"].lower()
    if name not in _FAMILIAR:
        return "" if name in _WITHIN_WORDS or "-" in name else " "
    return tag[0] if len(tag[0]) < _LONG_TAG else _shortened(tag)


def _shortened(tag):
    """A very long tag with what is read of it: the parser compares each of its attributes with all others."""
    read = _READ | _ATTRIBUTES.get(tag["name"].lower(), set())
    told = {}
    for attribute in _WRITTEN.finditer(tag[0]):
        if attribute[1].lower() in read:
            told.setdefault(attribute[1].lower(), attribute[2])
    return f"<{'/' * tag[0].startswith('</')}{tag['name']}{''.join(f' {name}={told[name]}' for name in told)}>"


_TOLD = {
    "script": ("script-removed", "A script was taken out; what it would have shown is not in the text."),
    "form": ("form-flattened", "A form came as its words; take out what makes no sense without it."),
    "svg": ("drawing-flattened", "A drawing (SVG) came as its words; send it as a picture."),
    "math": ("formula-flattened", "A formula came as its signs in a row; look at it."),
    "canvas": ("drawing-flattened", "A drawing came as its words; send it as a picture."),
    "applet": ("script-removed", "An applet was taken out."),
}


def _tell(html, record):
    found = dict.fromkeys(match[1].lower() for match in _UNTOLD.finditer(html))
    for code, message in dict.fromkeys(_TOLD[name] for name in found):
        record.note(code, message)
