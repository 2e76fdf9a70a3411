"""RSS and Atom files, read by feedparser: forgiving, so what it had to forgive is told with each item.

The bytes are handed over, never an address: nothing is fetched. Its own sanitiser is off; ours is the last step.
"""

import io
import re

import feedparser

from articles.importers import leftovers
from articles.importers.formats import MEGABYTE, Format, Sure
from articles.importers.record import Unreadable
from articles.importers.slices import markup
from articles.importers.wire import trees

from .depth import refuse_deep
from .entries import Channel
from .told import texts_of

_ROOTS = frozenset({"rss", "rdf", "feed"})
_PARTS = re.compile(rb"<(?:[\w-]+:)?(?:channel|entry|item)[\s>/]", re.IGNORECASE)


def recognises(head, name):
    head = head.replace(b"\0", b"")
    if trees.root_name(head).lower() not in _ROOTS:
        return Sure.NO
    return Sure.LIKELY if _PARTS.search(head) or b"http://www.w3.org/2005/Atom" in head else Sure.BY_NAME


def read(file, asked):
    """Raises Unreadable for a file with entities of its own, one nested too deep, or one in which no feed is found."""
    data = file.read()
    if b"<!ENTITY" in data[: 1 << 16].replace(b"\0", b"").upper():
        raise Unreadable("this feed defines entities of its own; it was left alone", code="xml-entities")
    refuse_deep(data)
    feedparser.SANITIZE_HTML = feedparser.RESOLVE_RELATIVE_URIS = 0
    parsed = feedparser.parse(io.BytesIO(data), response_headers={"content-type": "application/xml"})
    trouble = parsed.get("bozo_exception") if parsed.get("bozo") else None
    if not parsed.entries and trouble is not None:
        raise Unreadable(
            f"no item could be read ({_reason(trouble)}); ask for the feed again", code="xml", line=_line(trouble)
        )
    channel = Channel(parsed, asked, trouble=_reason(trouble) if trouble is not None else "")
    of_items = texts_of(data, parsed.get("encoding"), count=len(parsed.entries))
    originals = _originals(data, len(parsed.entries))
    for number, (entry, texts, raw) in enumerate(zip(parsed.entries, of_items, originals, strict=True), 1):
        record = channel.read(entry, number)
        record.came_as(raw)
        leftovers.keep_unread(record, texts)
        yield record


def _originals(data, count):
    """The bytes of each item: of the whole file where there is one. None where the forgiving reader counts others."""
    if count == 1:
        return [data]
    found = markup.elements_in(data, "item", "entry")
    return found if len(found) == count and all(found) else [None] * count


def _reason(error):
    return " ".join(str(error).split())[:200] or type(error).__name__


def _line(error):
    found = getattr(error, "getLineNumber", lambda: None)()
    return found if isinstance(found, int) and found > 0 else None


FORMAT = Format("feed", "RSS or Atom", recognises, read, many=True, largest=50 * MEGABYTE)
