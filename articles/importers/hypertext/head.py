"""What a page says of itself: meta elements, JSON-LD, its title and language."""

import json
import re
from html import unescape

from articles.importers import bodies
from articles.text.nesting import ATTRIBUTES

_TAG = re.compile(r"<(?P<name>meta|link|html|base)\b(?P<attributes>(?:[^>\"']+|\"[^\"]*\"|'[^']*')*+)>?", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""([\w:.-]{1,60})\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
_TITLE = re.compile(r"<title[^>]*>(.*?)</title", re.IGNORECASE | re.DOTALL)
_LINKED = re.compile(r"<script[^>]{0,200}application/ld\+json[^>]{0,200}>(.*?)</script", re.IGNORECASE | re.DOTALL)
_STORIES = re.compile(r"Article|Posting|Report|Review$")
_MOST_LINKED = 20  # blocks of JSON-LD

# What may stand before the words of a page: the first that is none of these begins its body (HTML, 13.2.6.4.4).
_BEFORE_WORDS = re.compile(
    rf"""(?:\s++|<!--.*?-->|<![^>]*+>|<\?[^>]*+>"""
    rf"""|</?(?:html|head|meta|link|base|bgsound|basefont)(?=[\s/>]){ATTRIBUTES}>"""
    rf"""|<(?P<raw>title|script|style|noscript|template|noframes)(?=[\s/>]){ATTRIBUTES}>.*?</(?P=raw)\s*+>)*+""",
    re.IGNORECASE | re.DOTALL,
)
_HEAD = re.compile(r"^.*?(?=<body[\s>])|^.*?</head\s*>", re.IGNORECASE | re.DOTALL)
_NO_WORDS = re.compile(r"<title[^>]*>.*?</title\s*>|<!doctype[^>]*>|<\?xml[^>]*>", re.IGNORECASE | re.DOTALL)
_FAR = 100_000  # characters in which a page without a head may say something of itself

# (field, the meta names that say it, in the order of trust)
_METAS = (
    ("headline", ("og:title", "twitter:title", "dc.title", "dcterms.title")),
    ("description", ("description", "og:description", "twitter:description", "dc.description")),
    ("site", ("og:site_name", "application-name", "dc.publisher")),
    ("url", ("og:url",)),
    ("section", ("article:section", "section")),
    ("published_at", ("article:published_time", "og:published_time", "date", "dc.date", "dcterms.created", "pubdate")),
    ("updated_at", ("article:modified_time", "og:updated_time", "last-modified", "dcterms.modified")),
    ("image", ("og:image", "twitter:image", "og:image:url")),
    ("image_alt", ("og:image:alt", "twitter:image:alt")),
    ("copyright", ("copyright", "dc.rights", "dcterms.rights")),
    ("language", ("content-language", "dc.language", "og:locale")),
)
_LISTS = (
    ("authors", ("author", "article:author", "byl", "dc.creator", "parsely-author", "sailthru.author")),
    ("tags", ("article:tag", "news_keywords", "keywords", "parsely-tags")),
)


def split(page):
    """(what may say something of the page, what is to be read of it): where words stand in a head, these overlap."""
    begins, said = _BEFORE_WORDS.match(page).end(), _HEAD.match(page)
    if not said:
        return page[:_FAR], _NO_WORDS.sub(" ", page[begins:])
    ends = max(begins, said.end())
    return page[:ends], _NO_WORDS.sub(" ", page[begins:ends]) + page[ends:]


def read_head(head, page):
    """What is told, under the names the parser uses; `extra` holds all metas as they are written."""
    metas, told = {}, {}
    for tag in _TAG.finditer(head):
        _hear(tag["name"].lower(), _attributes(tag["attributes"]), metas, told)
    if title := _TITLE.search(head):
        told["title"] = bodies.plain(title[1])
    told = {**_from_metas(metas), **told, **_from_json(page)}
    if told.get("language"):
        told["language"] = told["language"].split(",")[0].strip().replace("_", "-")
    return {name: value for name, value in told.items() if value} | {"extra": {"meta": metas} if metas else {}}


def _hear(name, attributes, metas, told):
    if name == "html" and (language := attributes.get("lang") or attributes.get("xml:lang")):
        told["language"] = language[:35]
    elif name == "link" and "canonical" in attributes.get("rel", "").lower().split():
        told["url"] = _address(attributes.get("href", ""))
    elif name == "meta" and (key := attributes.get("property") or attributes.get("name") or attributes.get("itemprop")):
        value = attributes.get("content", "").strip()
        if value:
            metas.setdefault(key.lower()[:100], []).append(value)


def _attributes(written):
    return {name.lower(): unescape(a or b or c) for name, a, b, c in _ATTRIBUTE.findall(written)}


def _from_metas(metas):
    told = {}
    for field, names in _METAS:
        told[field] = next((metas[name][0] for name in names if metas.get(name)), "")
    told["url"] = _address(told["url"])
    for field, names in _LISTS:
        found = next((metas[name] for name in names if metas.get(name)), [])
        told[field] = [one for one in _listed(found) if not one.startswith(("http://", "https://"))]
    return told


def _listed(values):
    pieces = (piece.strip() for value in values for piece in value.split(","))
    return list(dict.fromkeys(piece for piece in pieces if piece))


def _from_json(page):
    for block in list(_LINKED.finditer(page))[:_MOST_LINKED]:
        try:
            data = json.loads(block[1])
        except (ValueError, RecursionError):
            continue
        for thing in _things(data):
            if _STORIES.search(str(thing.get("@type", ""))):
                return {name: value for name, value in _story(thing).items() if value}
    return {}


def _things(data):
    """The objects at the top of a block of JSON-LD: itself, its list or its graph."""
    data = data.get("@graph", data) if isinstance(data, dict) else data
    return [one for one in (data if isinstance(data, list) else [data]) if isinstance(one, dict)]


def _story(thing):
    return {
        "headline": bodies.plain(_text(thing.get("headline"))),
        "description": bodies.plain(_text(thing.get("description"))),
        "published_at": _text(thing.get("datePublished")),
        "updated_at": _text(thing.get("dateModified")),
        "section": _text(thing.get("articleSection")),
        "authors": [name for one in _many(thing.get("author")) if (name := _text(one))],
        "image": next((src for one in _many(thing.get("image")) if (src := _text(one, "url"))), ""),
        "copyright": _text(thing.get("copyrightNotice")),
    }


def _many(value):
    return value if isinstance(value, list) else [value] if value else []


def _text(value, name="name"):
    value = value[0] if isinstance(value, list) and value else value
    value = value.get(name, "") if isinstance(value, dict) else value
    return value.strip() if isinstance(value, str) else ""


def _address(href):
    return href.strip() if href.strip().lower().startswith(("http://", "https://")) else ""
