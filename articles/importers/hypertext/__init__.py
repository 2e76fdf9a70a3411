"""HTML files: a story on its own, a page saved from a site with all its furniture, a Medium export."""

import re

from articles.importers.formats import MEGABYTE, Format, Sure
from articles.text import prologs, signatures

from .parsing import parse

_OPENS = re.compile(
    r"<(?:!doctype\s+html|html|head|body|title|meta|article|main|section|div|p|h[1-6]"
    r"|table|ul|ol|blockquote|figure|center|font|span|b|strong|i|em|a|img|br|hr|pre)(?=[\s>/])",
    re.IGNORECASE,
)
_NAMES = (".html", ".htm", ".xhtml")


def recognises(head, name):
    text = readable(head)
    before, rest = prologs.opened(text)
    if any(map(_OPENS.match, (*before, rest))):
        return Sure.LIKELY
    # A picture or an archive that calls itself a page is none.
    named = name.lower().endswith(_NAMES) and "\0" not in text and not signatures.kind_of(head)
    return Sure.BY_NAME if named and "<" in text else Sure.NO


def readable(head):
    """The first bytes as text, well enough to see tags in it."""
    for mark, encoding in ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"), (b"\xef\xbb\xbf", "latin-1")):
        if head.startswith(mark):
            return head[len(mark) :].decode(encoding, "replace")
    return head.decode("latin-1")


def read(file, asked):
    yield parse(file.read(), asked)


# A page saved as one file holds its pictures; `parsing` sets the bound for what is left without them.
FORMAT = Format("html", "HTML page", recognises, read, largest=32 * MEGABYTE)
