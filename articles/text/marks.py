"""Recognises what a line of plain text announces with its first signs: an item, a quotation, a rule, a heading."""

import re

_BLANK = " \t\u00a0\u3000"
_ITEM = re.compile(
    rf"(?P<indent>[{_BLANK}]*)"
    rf"(?P<marker>[•‣▪◦●○∙·*–—-]|\(?(?P<number>\d{{1,4}})[.)]|\(?(?P<letter>[a-z])\))[{_BLANK}]+(?P<text>\S.*)"
    r"|(?P<wide_indent>[ \u3000]*)(?P<wide>・)(?P<wide_text>\S.*)"
)
_RULE = re.compile(r"_{3,}$|\*{3,}$|-{3,}$|={3,}$|#{3,}$|—{3,}$")
_HEADING = re.compile(r"(#{1,6})\s+(\S.*?)(\s+#+)?$")
_LONGEST = 200
_QUOTED = re.compile(r"(\s*>)\s?(.*)$")

PLAIN_BULLETS = frozenset("•‣▪◦●○∙・")
DASHES = frozenset("–—-")


def item(line):
    """(indent, marker, number or None, text) of a line that may be a list item, else None."""
    found = _ITEM.match(line)
    if not found:
        return None
    if found["wide"]:
        return len(found["wide_indent"]), found["wide"], None, found["wide_text"]
    number = found["number"] or (found["letter"] and ord(found["letter"]) - 96)
    return (
        len(found["indent"].expandtabs(4)),
        found["marker"],
        int(number) if number else None,
        found["text"],
    )


def is_rule(line):
    """Whether the line only draws a break: ___, * * *, ---."""
    return len(line) <= _LONGEST and bool(_RULE.match("".join(line.split())))


def heading(line):
    """(marks, text) of a Markdown heading, else None."""
    found = len(line) <= _LONGEST and _HEADING.match(line)
    return (found[1] + (found[3] or "").strip(), found[2]) if found else None


def quoted(line):
    """(mark, text) of a line quoted with “>”, else None."""
    found = _QUOTED.match(line)
    return (found[1].strip(), found[2]) if found else None
