"""The rules of a source, applied to each of its texts before the desk gets it: house style, datelines, rights, filing.

Whatever they change is told with the item, what they take out is kept, and the bytes stay as they came.
"""

import re
from html import escape

from articles.text.counted import counted
from articles.text.findings import Finding, Level
from articles.text.markup import sanitise

_TAG = re.compile(r"(<[^>]*>)")
_FIRST = re.compile(r"^<p>(?:<(?:strong|em)>)?")
_DASH = re.compile(r"\s*(?:--|[-–—_:])?\s*")
_FIGURE = re.compile(r"(<figure.*?</figure>)", re.DOTALL)


def apply(parsed, source):
    """Change the record of `parsed` in place by the rules of its Source."""
    record = parsed.record
    if pairs := _pairs(source.replacements):
        _replace(parsed, pairs)
    if source.strip_dateline and record.dateline:
        _without_dateline(record)
    if source.rights:
        record.copyright, record.usage_terms = source.rights, ""
    record.tags = [*record.tags, *(name.strip() for name in source.tags.split(",") if name.strip())]


def _pairs(text):
    """[(what they write, what we write)] of the lines of a house style."""
    lines = (line.partition("=>") for line in text.splitlines() if "=>" in line)
    return [(old.strip(), new.strip()) for old, _, new in lines if old.strip()]


def _replace(parsed, pairs):
    """Whole words only, in words and never in tags; a figure is left alone."""
    record, told = parsed.record, []
    patterns = _patterns(pairs)
    for name in ("headline", "standfirst"):
        setattr(record, name, _replaced(getattr(record, name), patterns, told))
    escaped = _patterns([(escape(old, quote=False), escape(new, quote=False)) for old, new in pairs])
    parts = _FIGURE.split(record.body_html)
    record.body_html = "".join(part if odd % 2 else _in_words(part, escaped, told) for odd, part in enumerate(parts))
    if told:
        words = counted(len(told), "{} word was", "{} words were")
        message = f"House style of the source: {words} replaced, the first “{told[0]}”."
        parsed.item.findings.append(Finding("house-style", Level.HINT, message, None, told[0][:120]))


def _patterns(pairs):
    return [(re.compile(rf"(?<![\w&]){re.escape(old)}(?!\w)"), new) for old, new in pairs]


def _in_words(html, patterns, told):
    pieces = _TAG.split(html)
    changed = "".join(piece if odd % 2 else _replaced(piece, patterns, told) for odd, piece in enumerate(pieces))
    return sanitise(changed) if changed != html else html


def _replaced(text, patterns, told):
    for pattern, new in patterns:
        told += [match[0] for match in pattern.finditer(text)]
        text = pattern.sub(lambda _, new=new: new, text)
    return text


def _without_dateline(record):
    """Take the dateline, and the dash behind it, off the first paragraph."""
    opening = _FIRST.match(record.body_html)
    shown = escape(record.dateline.rstrip(" -–—_:"), quote=False)
    if not opening or not record.body_html.startswith(shown, opening.end()):
        return
    start, end = opening.end(), opening.end() + len(shown)
    end = _DASH.match(record.body_html, end).end()
    record.remove("dateline", record.body_html[start:end])
    record.body_html = record.body_html[:start] + record.body_html[end:]
