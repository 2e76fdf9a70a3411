"""Cuts a story's clean body into what a page lays out: words, tables, pictures, galleries, embeds.

A picture in a body names an Image by its key (see `figures`); `shown` maps such keys to what an edition froze of the
picture. One that is not there is not laid out, and neither is its caption.
"""

import re
from dataclasses import dataclass, replace
from html import escape, unescape
from itertools import groupby

from .columns import is_of_figures
from .embeds import host_of, kind_of
from .figures import picture_id
from .trees import Element, parse, text_of, write

_TABLE = re.compile(r"(<table(?:(?!<table).)*?</table>)", re.DOTALL)
_TABLE_CAPTION = re.compile(r"<table><caption>(.*?)</caption>", re.DOTALL)


@dataclass(frozen=True)
class Part:
    """`kind` is words, table, picture, gallery or embed.

    `html` is as the sanitiser left it; `caption` is Parts of words, none or one. `picture`: see `pictures.frozen`, with
    the description that the body gives it. `form` of an embed: see `embeds.kind_of`; a table may be one of
    figures.
    """

    kind: str
    html: str = ""
    caption: tuple = ()
    picture: dict | None = None
    pictures: tuple = ()
    address: str = ""
    title: str = ""
    source: str = ""
    form: str = ""
    is_of_figures: bool = False

    @property
    def told(self):
        """The caption as plain text."""
        return " ".join(unescape(" ".join(text_of(Element("", {}, parse(part.html))) for part in self.caption)).split())


def cut(html):
    """The words and tables of HTML without figures; the html of the Parts joined is `html`."""
    pieces = filter(None, _TABLE.split(html))
    return [_table(piece) if piece.startswith("<table") else Part("words", piece) for piece in pieces]


def laid_out(html, shown):
    """The Parts of a body, in order; the words between two figures are cut only at tables."""
    if "<figure" not in html:
        return cut(html)
    parts = []
    for is_figure, nodes in groupby(parse(html), key=lambda node: isinstance(node, Element) and node.tag == "figure"):
        if is_figure:
            parts += filter(None, (_figure(node, shown) for node in nodes))
        else:
            parts += cut("".join(map(write, nodes)))
    return parts


def pictures_of(html):
    """The keys of the Images in a body, each once, in reading order."""
    found = [key for node in parse(html) for key in _keys(node)] if "<figure" in html else []
    return list(dict.fromkeys(found))


def pictures_in(parts):
    """The pictures among Parts, those of galleries too, as Parts."""
    return [one for part in parts for one in (part.pictures or [part]) if one.picture]


def described(html):
    """(key, description) of each picture in a body, in order, as the body itself describes it."""
    shown = {str(key): {"alt": "", "caption": "", "key": key} for key in pictures_of(html)}
    found = pictures_in(laid_out(html, shown))
    return [(one.picture["key"], one.picture["alt"]) for one in found]


def _keys(node):
    if isinstance(node, str):
        return []
    key = picture_id(node) if node.tag == "img" else None
    return [key] if key else [inner for child in node.children for inner in _keys(child)]


def _figure(node, shown):
    """The Part that a figure is; None where its picture is not shown."""
    kind = node.attributes.get("class", "picture")
    return {"gallery": _gallery, "embed": _embed, "picture": _picture}[kind](node, shown)


def _table(html):
    """Its caption is there twice: in the `html`, and by itself."""
    found = _TABLE_CAPTION.match(html)
    return Part("table", html, caption=_words(found[1]) if found else (), is_of_figures=is_of_figures(html))


def _picture(node, shown):
    frozen = shown.get(str(picture_id(node)))
    if frozen is None:
        return None
    alt = unescape(node.children[0].attributes.get("alt", "")) or frozen["alt"]
    return Part("picture", picture=frozen | {"alt": alt}, caption=_caption(node) or _words(escape(frozen["caption"])))


def _gallery(node, shown):
    figures = [child for child in node.children if isinstance(child, Element) and child.tag == "figure"]
    pictures = tuple(filter(None, (_picture(figure, shown) for figure in figures)))
    return Part("gallery", pictures=pictures, caption=_caption(node)) if pictures else None


def _embed(node, shown):
    link = node.children[0]
    address = unescape(link.attributes["href"])
    told = Part("embed", address=address, title=unescape(text_of(link)), form=kind_of(address), caption=_caption(node))
    return replace(told, source=told.told or host_of(address), caption=())


def _caption(node):
    captions = [child for child in node.children if isinstance(child, Element) and child.tag == "figcaption"]
    return _words("".join(map(write, captions[0].children))) if captions else ()


def _words(html):
    return (Part("words", html),) if html else ()
