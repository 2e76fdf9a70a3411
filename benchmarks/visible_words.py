"""The words that a reader or an editor of a source would see, counted in each of its texts.

What no one sees is not among them, and why is said where it is left away: markup, addresses, moments that machines
write for machines, the vocabulary of a standard, and items that are no stories, which are told by name.
"""

import csv
import io
import json
import re
import zipfile
from collections import Counter
from contextlib import suppress
from html import unescape

import yaml
from lxml import etree, html

from articles.text import cleaning
from articles.text.composing import nfc
from articles.text.decoding import Undecodable, decode

_WORD = re.compile(r"[^\W_]+")
_UNSHOWN = re.compile(r"<!--.*?-->|<(script|style|template)\b.*?</\1\s*>|<[?!][^>]*>", re.I | re.S)
# The second form is of a tag whose quotes are not closed.
_TAG = re.compile(
    r"</?(?:[\w.-]+:)?(?:([a-z][^\s/>:]*)(?:[^<>\"']|\"[^\"<]*\"|'[^'<]*')*>|([a-z][^\s/>:]*)[^<>]*>)", re.I
)
_WITHIN_WORDS = frozenset("a abbr b big cite code em font i kbd mark s small span strike strong sub sup tt u".split())
# An address, or a moment, which has blanks in some formats (RFC 5322).
_FOR_MACHINES = re.compile(r"\s*(?:[a-z]{2,10}://\S+$|\d{4}-\d\d-\d\d|[A-Z][a-z]{2}, \d{1,2} [A-Z][a-z]{2} \d{4} )")
# Members and attributes whose words are a standard's or a stylesheet's: role="main", class="lead big".
_CODES = frozenset(
    "rel role type profile class style version change.date schemaLocation key meta_key".split()  # keys of settings
)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
# Stars and ticks of Markdown stand in words (**w**ord), and a database takes no control character. Both part words as
# they are written, and none as they are read.
_JOINS = re.compile(f"[*`~]+|{_CONTROL.pattern}")
_DECLARATION = re.compile(rb"\s*<\?xml[^>]*?encoding\s*=\s*[\"']([\w.:-]+)[\"'][^>]*\?>")
_UNSEEN = frozenset({"script", "style", "template", "noscript", "svg", "iframe"})
_FRONT = re.compile(r"\ufeff?(---|\+\+\+)[ \t]*\r?\n(.*?)^(?:\1|\.\.\.)[ \t]*$(.*)", re.S | re.M)
_FENCE = re.compile(r"^[ \t>]*(?:```+|~~~+)[^\n`]*$", re.M)  # and the name of the language behind it
_LABELS = re.compile(r"(?<=\])\[[^\[\]]{0,100}\]")  # of links whose address stands elsewhere
_NUMBERS = re.compile(r"^[ \t>]*\d{1,9}[.)][ \t]", re.M)  # of a list, which counts by itself
_TARGETS = re.compile(
    r"(?<=\])\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*|^[ ]{0,3}\[[^\]]*\]:\s*\S+|<?https?://[^\s<>]+>?", re.M
)  # of links


def words(text):
    told = _CONTROL.sub(" ", unescape(unescape(text)))
    return Counter(_WORD.findall(nfc(cleaning.clean(cleaning.line_ends(told)).text).casefold()))


def visible(form, data, beside, left_out):
    """The texts of a source, without the items whose numbers, from 1, are `left_out`."""
    return list(_SEEN.get(form, _of_text)(data, beside, left_out))


def missing(text, here):
    """The words of `text` that are not among `here`, however the marks in it part them."""
    apart = words(text) - here
    together = words(_JOINS.sub("", text)) - here if apart else apart
    return min(apart, together, key=Counter.total)


def without_tags(text):
    """What is seen of markup: a tag within a word does not part it, any other does."""
    return _TAG.sub(_gap, _UNSHOWN.sub(" ", text))


def _gap(tag):
    return "" if (tag[1] or tag[2]).lower() in _WITHIN_WORDS else " "


def _of_text(data, beside, left_out):
    return [decode(data).text]


def _of_markdown(data, beside, left_out):
    text = cleaning.line_ends(decode(data).text)
    front = _FRONT.match(text)
    body = front[3] if front else text
    body = body.replace("{{<", "{{").replace(">}}", "}}")  # no tags, and their words stay in the text
    body = _NUMBERS.sub(" ", _FENCE.sub(" ", body))
    body = _TARGETS.sub(" ", _LABELS.sub(" ", without_tags(body)))
    return [*(_of_front(front[2]) if front else []), body]


def _of_front(front):
    """The values; their names are for machines and for whoever writes the file, as are comments."""
    return [without_tags(text) for text in _strings(yaml.load(front, yaml.BaseLoader)) if _tells(text)]


def _of_html(data, beside, left_out):
    text = decode(data).text
    page = html.fromstring(text.encode(), parser=html.HTMLParser(encoding="utf-8"))
    for node in page.xpath("//" + "|//".join(_UNSEEN) + "|//comment()|//head/*[not(self::title)]"):
        if node.getparent() is not None:
            node.drop_tree()
    return [without_tags(etree.tostring(page, encoding="unicode"))]


def _of_feed(data, beside, left_out):
    return _texts_in(_parsed(data))


def _of_wires(data, beside, left_out):
    root = _parsed(data)
    for item in _numbered(root.xpath("*[local-name()='itemSet']/*"), left_out):
        item.getparent().remove(item)
    return _texts_in(root)


def _of_wxr(data, beside, left_out):
    """The posts, and what the site is called: its tables of people, categories and menus are no story's."""
    root = _parsed(data)
    channel = root.find("channel")
    items = list(channel.iter("item"))
    gone = _numbered(items, left_out)
    texts = [text for item in items if item not in gone for text in _texts_in(item)]
    return [*texts, *(channel.findtext(name) or "" for name in ("title", "description"))]


def _parsed(data):
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True, huge_tree=True)
    root = etree.fromstring(_in_utf8(data), parser)
    if root is None:
        raise ValueError("no XML that can be read")
    return root


def _in_utf8(data):
    """XML in the encoding that it names, as far as its bytes agree: libxml2 knows few of those that Python does."""
    named = _DECLARATION.match(data[:200])
    bare = _DECLARATION.sub(b"", data)
    with suppress(LookupError, ValueError, Undecodable):
        return (bare.decode(named[1].decode(), "replace") if named else decode(data).text).encode()
    return bare


def _texts_in(root):
    """Elements with words of their own, each with what stands in it, and attributes of several words."""
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if any((told or "").strip() for told in (node.text, *(child.tail for child in node))):
            here = node.iter(etree.Element)
            # HTML may stand in it as elements, and as text.
            seen = without_tags(unescape(without_tags(etree.tostring(node, encoding="unicode", with_tail=False))))
            yield from [seen] if _tells(seen) else []
        else:
            here = [node]
            inside = (child for child in node if isinstance(child.tag, str))
            waiting += [child for child in inside if etree.QName(child).localname not in _CODES]
        yield from (text for one in here for text in _attributes(one))


def _attributes(node):
    named = ((etree.QName(name).localname, value) for name, value in node.attrib.items())
    return [value for name, value in named if " " in value.strip() and _tells(value) and name not in _CODES]


def _of_json(data, beside, left_out):
    told = json.loads(data.decode("utf-8-sig"))
    for items in _lists_of_items(told):
        for item in _numbered(items, left_out):
            items.remove(item)
    return [without_tags(text) for text in _strings(told) if _tells(text)]


def _lists_of_items(told):
    if isinstance(told, list) or not isinstance(told, dict):
        return [told] if isinstance(told, list) else []
    return [told[name] for name in ("item", "items", "_items", "results", "data") if isinstance(told.get(name), list)]


def _of_ghost(data, beside, left_out):
    """The text of a post that has several forms is the first: HTML, Lexical, Mobiledoc."""
    told = json.loads(data.decode("utf-8-sig"))
    tables = told["db"][0]["data"] if "db" in told else told.get("data", told)
    gone = _numbered(tables["posts"], left_out)
    tables["posts"] = [_one_form(post) for post in tables["posts"] if post not in gone]
    return [without_tags(text) for text in _strings(told) if _tells(text)]


def _one_form(post):
    forms = [name for name in ("html", "lexical", "mobiledoc") if post.get(name)]
    told = {name: value for name, value in post.items() if name not in forms[1:]}
    return told | {name: json.loads(told[name]) for name in forms[:1] if name != "html"}


def _numbered(items, numbers):
    return [item for number, item in enumerate(items, 1) if number in numbers]


def _tells(text):
    """A text for people: several words, or one of letters alone; no code, address or moment."""
    text = text.strip()
    return (any(sign.isspace() for sign in text) or text.isalpha()) and not _FOR_MACHINES.match(text)


def _strings(value):
    if isinstance(value, dict):
        value = [one for name, one in value.items() if name not in _CODES]
    elif isinstance(value, str):
        yield value
        return
    elif not isinstance(value, list):
        return
    for one in value:
        yield from _strings(one)


def _of_docx(data, beside, left_out):
    told = []
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for name in package.namelist():
            if re.fullmatch(r"word/(?:document|header|footer|footnotes|endnotes|comments)\d*\.xml", name):
                told += _runs(package.read(name))
    return told


def _runs(data):
    """The text of each paragraph; a text box in it is a paragraph of its own, written twice for older programs."""
    for paragraph in etree.fromstring(data).iter("{*}p"):
        if not any(inner is not paragraph for inner in paragraph.iter("{*}p")):
            yield "".join(
                (node.text or "") if node.tag.endswith(("}t", "}delText")) else " "
                for node in paragraph.iter("{*}t", "{*}delText", "{*}tab", "{*}br")
            )


def _of_substack(data, beside, left_out):
    told = []
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))
    gone = _numbered(rows, left_out)
    for row in (row for row in rows if row not in gone):
        told += [row.get("title") or "", row.get("subtitle") or ""]
        told += _of_html(page, beside, ()) if (page := beside(f"posts/{row.get('post_id')}.html")) else []
    return told


_SEEN = {
    "markdown": _of_markdown,
    "html": _of_html,
    "docx": _of_docx,
    "substack": _of_substack,
    "ghost": _of_ghost,
    "ninjs": _of_json,
    "wxr": _of_wxr,
    "feed": _of_feed,
    "nitf": _of_wires,
    "newsml-g2": _of_wires,
}
