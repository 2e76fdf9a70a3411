"""What stands before the root of an XML document (XML 1.0, 2.8): declarations, instructions, comments, a doctype."""

import re
from typing import NamedTuple

_MARKS = b"\xef\xbb\xbf\xff\xfe"  # of any byte order; the zeros of UTF-16 and UTF-32 are gone by then
_BY_MARK = [(b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")]
_DECLARATION = 300  # bytes
_DECLARED = re.compile(rb"""\s*+<\?xml\s[^?>]*?\sencoding\s*=\s*["']([A-Za-z][\w.:-]{0,30})["']""")
_ENDS = {"<!--": "-->", "<?": "?>"}
_DOCTYPE = re.compile(r"<!DOCTYPE[^\[>]*+", re.IGNORECASE)
_SUBSET_END = re.compile(r"\]\s*+>")
_ROOT = re.compile(r"<(?:[\w.-]+:)?([\w.-]+)")


class Opening(NamedTuple):
    """`before` holds what stands before the root, each by itself; `rest` all behind it, or what was never closed."""

    before: list[str]
    rest: str

    @property
    def root(self):
        """The local name of the root element; empty where none begins here."""
        found = _ROOT.match(self.rest)
        return found[1] if found else ""


def readable(head):
    """The first bytes of a file as text, well enough to see markup in it in any encoding that knows ASCII."""
    return head.replace(b"\0", b"").lstrip(_MARKS).decode("latin-1")


def opened(text):
    """Part the beginning of a file; a text that is no XML comes back as `rest`."""
    before, at = [], _behind_blanks(text, 0)
    while (end := _end_of_part(text, at)) > at:
        before.append(text[at:end])
        at = _behind_blanks(text, end)
    return Opening(before, text[at:])


def _behind_blanks(text, at):
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _end_of_part(text, at):
    """Where the part that begins here ends; `at` itself where none does, or none that is closed."""
    for start, end in _ENDS.items():
        if text.startswith(start, at):
            closed = text.find(end, at + len(start))
            return closed + len(end) if closed >= 0 else at
    found = _DOCTYPE.match(text, at)
    if not found or found.end() == len(text):
        return at
    if text[found.end()] == ">":
        return found.end() + 1
    closed = _SUBSET_END.search(text, found.end())
    return closed.end() if closed else at


def encoding_of(head):
    """What XML that begins with `head` is written in (XML 1.0, 4.3.3 and F): its mark, else its declaration, else
    UTF-8.
    """
    for mark, name in _BY_MARK:
        if head.startswith(mark):
            return name
    if b"\0" in head[:4]:
        return "utf-16-be" if head[:1] == b"\0" else "utf-16-le"
    declared = _DECLARED.match(head[:_DECLARATION])
    return declared[1].decode().lower() if declared else "utf-8"
