"""Takes out the tags that stand too deep in HTML, and leaves their text.

Parsers take time that grows with the square of the nesting, so this comes before them. It reads tags as they are
written and counts one as open until it is closed in its turn: rather too deep than not deep enough.
"""

import re

DEEPEST = 40
TAG_NAME = r"[a-z][^ \t\n\f\r/>]*"
# What may stand in a tag behind its name, as browsers read it (HTML, 13.2.5.32 and on): a quotation mark holds a value
# together behind an equals sign alone.
ATTRIBUTES = (
    r"""(?:[ \t\n\f\r/]++|[^ \t\n\f\r/>][^ \t\n\f\r/>=]*+"""
    r"""(?:[ \t\n\f\r]*+=[ \t\n\f\r]*+(?:"[^"]*"|'[^']*'|(?!["'])[^ \t\n\f\r>]*+))?)*+"""
)
_WRITTEN = (
    r"""<!--(?:-?>|.*?--!?>|.*)|<[!?][^>]*>?|</[^a-z][^>]*>?"""
    rf"""|<(?P<closing>/?)(?P<name>{TAG_NAME}){ATTRIBUTES}>?"""
)
_TAG = re.compile(_WRITTEN, re.IGNORECASE | re.DOTALL)
# In these an angle is no tag, and a quotation mark does not end where it would in one (HTML, 13.2.6.2). Within SVG and
# MathML they are elements as any other.
_NAMES = "script|style|textarea|title|xmp|iframe|noembed|noframes|noscript"
_RAW = rf"<(?P<raw>{_NAMES})(?=[\s/>]).*?(?:</(?P=raw)(?=[\s/>])[^>]*>?|\Z)"
_TAG_OR_SCRIPT = re.compile(f"{_RAW}|{_WRITTEN}", re.IGNORECASE | re.DOTALL)
_FOREIGN = re.compile("<(?:svg|math)", re.IGNORECASE)
_VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
)
# Each is closed by the next of its kind, so that by themselves they never nest.
_IMPLIED = frozenset({"p", "li", "dt", "dd", "tr", "td", "th", "tbody", "thead", "tfoot"})
_BOXES = frozenset({"ul", "ol", "dl", "blockquote", "table", "div", "section", "article"})


def flatten(html):
    """`html` without the tags that stand in more than DEEPEST others; unchanged if there are none."""
    if html.count("<") <= DEEPEST:
        return html
    if _FOREIGN.search(html):  # where they end is not known here: too deep is what either way of reading finds so
        html = _TAG.sub(_Reader().read, html)
    return _TAG_OR_SCRIPT.sub(_Reader().read, html)


class _Reader:
    """`open` holds the names of the tags around; `deep` counts those that are not _IMPLIED."""

    def __init__(self):
        self.open, self.deep = [], 0

    def read(self, tag):
        name = (tag["name"] or "").lower()
        if not name or name in _VOID:
            return tag[0]
        fits = self._close(name) if tag["closing"] else self._begin(name)
        return tag[0] if fits else " " * (name in _BOXES | _IMPLIED)

    def _begin(self, name):
        if name in _IMPLIED:
            self._leave_implied(until=name)
        else:
            self.deep += 1
        self.open.append(name)
        return self.deep <= DEEPEST

    def _close(self, name):
        """What closes out of turn closes nothing here."""
        if name in _BOXES:
            self._leave_implied()
        fits = self.deep <= DEEPEST
        if self.open and self.open[-1] == name:
            self.open.pop()
            self.deep -= name not in _IMPLIED
        return fits

    def _leave_implied(self, until=""):
        """Close what the tag to come closes without saying so: up to the last of its kind, if there is one."""
        stop = len(self.open)
        while stop and self.open[stop - 1] in _IMPLIED and self.open[stop - 1] != until:
            stop -= 1
        if not until:
            del self.open[stop:]
        elif stop and self.open[stop - 1] == until:
            del self.open[stop - 1 :]
