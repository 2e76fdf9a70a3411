"""WordPress exports (WXR 1.0 to 1.2), streamed: a first reading finds people and pictures, a second the posts.

Elements are matched by their local name: exports in the wild use http and https for the same namespace, and three
versions of it. A picture's entry may stand behind the post it belongs to, hence the two readings.
"""

from os import SEEK_END

from articles.importers.formats import MEGABYTE, Format, Sure
from articles.importers.record import Record, Unreadable
from articles.importers.wire import trees

from .items import channel_of, items_in
from .posts import Posts

_WHOLE = 16 * MEGABYTE  # of a file of one item; a longer one gives the item alone
_MARKS = (b"wordpress.org/export/", b"<wp:wxr_version", b"<wp:post_type", b"<wp:base_site_url")


def recognises(head, name):
    return Sure.CERTAIN if trees.root_name(head) == "rss" and any(mark in head for mark in _MARKS) else Sure.NO


def read(file, asked):
    """Raises Unreadable with its line where the XML ends in the middle; what stood before it has been given."""
    channel = channel_of(file)
    whole = _whole(file) if channel.items == 1 else None
    file.seek(0)
    posts = Posts(channel, asked)
    for number, (element, raw) in enumerate(items_in(file), 1):
        try:
            found = posts.read(element, number)
            if isinstance(found, Record):
                found.came_as(whole or raw)
            yield found
        except Unreadable as problem:
            problem.item, problem.line = number, problem.line or element.sourceline
            yield problem


def _whole(file):
    """The bytes of a file that holds one item; None of one that is too long to be kept with it."""
    size = file.seek(0, SEEK_END)
    file.seek(0)
    return file.read() if size <= _WHOLE else None


FORMAT = Format("wxr", "WordPress export (WXR)", recognises, read, many=True, largest=4096 * MEGABYTE)
