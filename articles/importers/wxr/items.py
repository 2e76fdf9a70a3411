"""Reads a WXR file as a stream: whatever its size, one item is in memory at a time."""

from contextlib import suppress
from dataclasses import astuple, dataclass, field
from itertools import islice

from lxml import etree

from articles.importers import bodies
from articles.importers.record import Unreadable
from articles.importers.slices import markup
from articles.importers.wire import trees
from articles.longlists import Kept
from articles.text import prologs

_SAFE = {"resolve_entities": False, "no_network": True, "load_dtd": False, "huge_tree": False, "remove_pis": True}
_HEAD = 1000  # bytes, in which XML says what it is written in
_CHANNEL = ("title", "link", "description", "language", "base_site_url", "base_blog_url")


@dataclass(slots=True)
class Attachment:
    """A picture's entry: where it was, what it shows (its caption, else its description), which post it hung on."""

    address: str
    caption: str
    alt: str
    parent: str
    title: str


class Attachments:
    """The pictures of a file, as many as there are: by their number, and by the post they hang on, in their order."""

    def __init__(self):
        self._by_number, self._by_parent, self._count = Kept(), Kept(), 0

    def keep(self, number, attachment):
        self._count += 1
        self._by_number[number] = astuple(attachment)
        self._by_parent[f"{attachment.parent} {self._count:012}"] = number

    def get(self, number):
        told = self._by_number.get(number)
        return Attachment(*told) if told else None

    def under(self, parent, most):
        """The first `most` attachments of a post."""
        rows = islice(self._by_parent.items(f"{parent} "), most) if parent else ()
        return [self.get(number) for _, number in rows]


@dataclass(slots=True)
class Channel:
    """What posts are read with: `authors` by login, `attachments`; `items` is how many there are of any kind."""

    encoding: str = "utf-8"
    told: dict[str, str] = field(default_factory=dict)
    authors: dict[str, tuple[str, str]] = field(default_factory=dict)
    attachments: Attachments = field(default_factory=Attachments)
    items: int = 0


def channel_of(file):
    """The Channel of a whole file, or of as much of it as is XML: the reading of the posts tells where it breaks."""
    channel = Channel(prologs.encoding_of(file.read(_HEAD)))
    file.seek(0)
    with suppress(Unreadable):
        _read_channel(channel, file)
    return channel


def _read_channel(channel, file):
    for element in _elements(file, "author", "item", *_CHANNEL):
        name = trees.name_of(element)
        if name == "author":
            login = trees.words(element, "author_login")
            channel.authors[login] = (
                trees.words(element, "author_display_name") or login,
                trees.words(element, "author_email"),
            )
        elif name == "item":
            channel.items += 1
            _keep_attachment(channel, element)
        elif trees.name_of(element.getparent()) == "channel":
            channel.told.setdefault(name, trees.text(element))


def items_in(file):
    """(each item element, whole; its bytes as they stand in the file, None where that is not sure). The element is
    emptied when the next one is asked for.
    """
    sure, scanner = markup.is_like_ascii(_head(file)), markup.Scanner("item")
    for element in _elements(file, "item", heard_by=scanner):
        raw = scanner.found.popleft() if scanner.found else None
        sure = sure and (raw is None or trees.words(element, "post_id").encode() in raw)
        yield element, raw if sure else None


def meta_of(item):
    """{key: value} of an item's postmeta; a key that comes twice keeps both values in a list."""
    told = {}
    for one in trees.children(item, "postmeta"):
        value = "".join(_itertext(trees.first(one, "meta_value")))
        told.setdefault(trees.words(one, "meta_key"), []).append(value)
    return {key: values if values[1:] else values[0] for key, values in told.items()}


def content_of(item, name, space):
    """The text of `content:encoded` or `excerpt:encoded`, which share a local name and differ in their namespace."""
    for child in trees.children(item, name):
        if space in (etree.QName(child).namespace or ""):
            return "".join(_itertext(child))
    return ""


def _keep_attachment(channel, item):
    if trees.words(item, "post_type") != "attachment":
        return
    alt = meta_of(item).get("_wp_attachment_image_alt", "")
    attachment = Attachment(
        trees.words(item, "attachment_url") or trees.words(item, "guid"),
        content_of(item, "encoded", "excerpt").strip() or content_of(item, "encoded", "content"),
        alt if isinstance(alt, str) else alt[0],
        trees.words(item, "post_parent"),
        bodies.plain(trees.words(item, "title")),
    )
    channel.attachments.keep(trees.words(item, "post_id"), attachment)


def _elements(file, *names, heard_by=None):
    """The elements of these names as they end. Raises Unreadable where the XML breaks."""
    try:
        _refuse_entities(file)
        source = markup.Heard(file, heard_by) if heard_by else file
        for _, element in etree.iterparse(source, events=("end",), **_SAFE):
            if not isinstance(element.tag, str) or trees.name_of(element) not in names:
                continue
            yield element
            if trees.name_of(element) == "item":
                _forget(element)
    except etree.XMLSyntaxError as error:
        line, column = error.position
        message = f"the XML breaks off here ({error.msg}); what stood before was read"
        raise Unreadable(message, code="xml", line=line or None, column=column or None) from error


def _refuse_entities(file):
    head = _head(file)
    if b"<!ENTITY" in head.upper():
        line = head.upper()[: head.upper().find(b"<!ENTITY")].count(b"\n") + 1
        raise Unreadable("this XML defines entities of its own; it was left alone", code="xml-entities", line=line)


def _head(file):
    head = file.read(1 << 16)
    file.seek(0)
    return head


def _forget(element):
    element.clear()
    while element.getprevious() is not None:
        del element.getparent()[0]


def _itertext(element):
    return element.itertext() if element is not None else ()
