"""The house form of what stands between the paragraphs of a story: pictures, galleries, embeds, whose a quotation is,
and what a table is called.

    <figure><img src="picture:7" alt="…"><figcaption>…</figcaption></figure>
    <figure class="gallery"><figure>…</figure><figure>…</figure><figcaption>…</figcaption></figure>
    <figure class="embed"><a href="https://…">Title</a><figcaption>Source</figcaption></figure>
    <blockquote><p>…</p><footer>Who said it</footer></blockquote>
    <table><caption>…</caption><tbody>…</tbody></table>

7 is the primary key of an Image; an alt or a caption that is empty here is the Image's own. Captions and the footer
hold inline marks; the two lines of an embed are plain text. A figure stands at the top of a body: one that was found
in a paragraph, a list or a table comes after it; a figure that is a table and its caption is that table. What is none
of these is no figure, and keeps its words.
"""

import re
from dataclasses import dataclass, field

from .labels import LINES, attributed, titled
from .trees import Element, blocks_of, is_blank, line_of, parse, text_of, write

PICTURE = re.compile(r"picture:([1-9][0-9]{0,17})")
_OUTSIDE = re.compile(r"https?://[^/\s]", re.IGNORECASE)
_OURS = re.compile(r"<(?:fig|img|footer|cite|caption)")
_CELLS = frozenset({"tbody", "td", "th", "thead", "tr"})  # an empty one still holds its place


def housed(html):
    """Clean HTML with its figures and footers in the house form; `housed(housed(x)) == housed(x)`."""
    if not _OURS.search(html):
        return html
    return "".join(write(node) for top in parse(html) for node in _settled(top))


def picture_id(figure):
    """The key of the Image that an Element shows, None for an Element that is no picture."""
    image = figure.children[0] if figure.tag == "figure" and figure.children else figure
    found = PICTURE.fullmatch(image.attributes.get("src", "")) if isinstance(image, Element) else None
    return int(found[1]) if found else None


def _settled(node):
    """What a node at the top of a body becomes: itself, and after it the figures that stood in it."""
    figures = []
    kept = _without_figures(node, figures)
    return [*([] if figures and is_blank(kept) else kept), *(part for figure in figures for part in _figure(figure))]


def _without_figures(node, figures, parent=""):
    """What stands in a node's place once the figures in it are taken out, into `figures`."""
    if isinstance(node, str):
        return [node]
    if node.tag in ("figure", "img"):
        figures.append(node)
        return [" "]  # the words round it were no neighbours
    before = len(figures)
    node.children = [kept for child in node.children for kept in _without_figures(child, figures, node.tag)]
    if len(figures) > before and node.tag not in _CELLS and is_blank(node.children):
        return []
    if node.tag == "blockquote":
        node.children = attributed(node.children)
    if node.tag == "table":
        return titled(node)
    if node.tag in LINES and parent == "blockquote":
        return [node]
    if node.tag == "cite":
        return node.children
    return blocks_of(node.children) if node.tag in ("footer", "figcaption") else [node]


@dataclass
class _Found:
    """What stood in a figure: house pictures, captions as inline nodes, and everything else."""

    pictures: list = field(default_factory=list)
    captions: list = field(default_factory=list)
    rest: list = field(default_factory=list)

    def take(self, node):
        if isinstance(node, str):
            self.rest.append(node)
        elif node.tag == "img":
            self.pictures += _picture(node)
        elif node.tag == "figure":
            for part in _figure(node):
                self.take_settled(part)
        else:
            self.take_from(node)

    def take_settled(self, part):
        """A figure inside a figure: its pictures belong to the one around it."""
        kind = part.attributes.get("class", "") if part.tag == "figure" else "words"
        if kind == "gallery":
            for inner in part.children:
                self.take_settled(inner)
        elif kind:
            self.rest.append(part)
        else:
            self.pictures.append(part)

    def take_from(self, node):
        figures = []
        if node.tag == "figcaption":
            kept = [part for child in node.children for part in _without_figures(child, figures)]
            self.captions += [caption] if (caption := line_of(kept)) else []
        else:
            self.rest += _without_figures(node, figures)
        for figure in figures:
            self.take(figure)


def _figure(node):
    """A figure or a lone picture as the house has it, and after it whatever else it held."""
    found, kind = _Found(), node.attributes.get("class", "")
    for child in node.children if node.tag == "figure" else [node]:
        found.take(child)
    link = _link(found.rest) if kind == "embed" else None
    if link:
        head = [_embed(link, found.captions), *found.pictures]
        found.rest = _without(link, found.rest)
    elif len(found.pictures) == 1 and kind != "gallery":
        head = [_captioned(found.pictures[0], found.captions)]
    else:
        head = [_gallery(found.pictures, found.captions)] if found.pictures else []
    if not head:
        _give_to_table(found)
    return [*head, *blocks_of(found.rest), *(Element("p", {}, caption) for caption in found.captions)]


def _give_to_table(found):
    """The captions of a figure whose one block is a table are the table's."""
    blocks = [node for node in found.rest if not is_blank([node])]
    if found.captions and len(blocks) == 1 and isinstance(blocks[0], Element) and blocks[0].tag == "table":
        captions, found.captions = found.captions, []
        blocks[0].children[:0] = [Element("caption", {}, caption) for caption in captions]
        found.rest = titled(blocks[0])


def _picture(image):
    if picture_id(image) is None:
        return []
    alt = " ".join(image.attributes.get("alt", "").split())
    return [Element("figure", {}, [Element("img", {"src": image.attributes["src"], "alt": alt})])]


def _captioned(figure, captions):
    if captions and len(figure.children) == 1:
        figure.children.append(Element("figcaption", {}, captions.pop(0)))
    return figure


def _gallery(pictures, captions):
    caption = [Element("figcaption", {}, captions.pop(0))] if captions else []
    return Element("figure", {"class": "gallery"}, [*pictures, *caption])


def _embed(link, captions):
    address = link.attributes["href"]
    title = Element("a", {"href": address}, [_words([link]) or address])
    source = _words(captions.pop(0)) if captions else ""
    return Element("figure", {"class": "embed"}, [title, *([Element("figcaption", {}, [source])] if source else [])])


def _link(nodes):
    """The first link to outside among the nodes, however deep, None without one."""
    for node in nodes:
        if isinstance(node, Element):
            if node.tag == "a" and _OUTSIDE.match(node.attributes.get("href", "")):
                return node
            if inner := _link(node.children):
                return inner
    return None


def _without(link, nodes):
    kept = [node for node in nodes if node is not link]
    for node in kept:
        if isinstance(node, Element):
            node.children = _without(link, node.children)
    return kept


def _words(nodes):
    return " ".join(" ".join(map(text_of, nodes)).split())
