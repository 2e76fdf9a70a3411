"""A paragraph in the making: runs of text, each with the marks (strong, em, a link) that stand around it."""

import re

BREAK = "<br>"
_BLANKS = re.compile(r"[ \t\n\r\f]+")


def collapsed(text):
    return _BLANKS.sub(" ", text)


def unescaped(text):
    """Text as it was before the parser wrote it, which escapes no more than these; `html.unescape` takes ten times."""
    if "&" not in text:
        return text
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&nbsp;", "\u00a0").replace("&amp;", "&")


def is_blank(runs):
    return not any(text != BREAK and text.replace("&nbsp;", " ").strip() for _, text in runs)


def paragraphs(runs):
    """`runs` parted where two line breaks follow each other, each part trimmed; blank ones are left out."""
    parts, breaks = [[]], 0
    for marks, text in runs:
        if text == BREAK:
            breaks += 1
        elif text.strip():
            parts += [[]] if breaks > 1 else []
            breaks = 0
        parts[-1].append((marks, text))
    return [part for part in map(_trimmed, parts) if not is_blank(part)]


def joined(runs, *, preformatted=False):
    """The HTML of runs: a mark is closed where it ends and opened again where another crosses it."""
    html, current, spaced = [], (), True
    for marks, text in runs:
        if text == BREAK and preformatted:
            text = "\n"
        elif not preformatted and spaced:
            text = text.lstrip(" ")
        spaced = text.endswith((" ", BREAK)) or (spaced and not text)
        shared = _shared(current, marks)
        html += [f"</{_name(mark)}>" for mark in reversed(current[shared:])] + [*marks[shared:], text]
        current = marks
    return "".join([*html, *(f"</{_name(mark)}>" for mark in reversed(current))])


def _trimmed(runs):
    start, end = 0, len(runs)
    while start < end and (runs[start][1] == BREAK or not runs[start][1].strip()):
        start += 1
    while end > start and (runs[end - 1][1] == BREAK or not runs[end - 1][1].strip()):
        end -= 1
    runs = runs[start:end]
    if runs:
        runs[0] = (runs[0][0], runs[0][1].lstrip())
        runs[-1] = (runs[-1][0], runs[-1][1].rstrip())
    return runs


def _shared(one, other):
    """How many marks, from the outermost, two runs have in common."""
    count = 0
    while count < min(len(one), len(other)) and one[count] == other[count]:
        count += 1
    return count


def _name(mark):
    return mark[1:].partition(" ")[0].rstrip(">")
