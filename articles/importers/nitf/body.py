"""The content of an NITF body as HTML: its blocks by the names that HTML has for them, its media as pictures."""

from html import escape

from articles.importers import bodies
from articles.importers.record import Picture
from articles.importers.wire import trees

_NAMES = {"hl1": "h2", "hl2": "h3", "bq": "blockquote", "em": "em", "q": "q", "pre": "pre", "hr": "hr", "br": "br"}
_SAME = frozenset("p ul ol li dl dt dd table caption thead tbody tfoot tr th td a sub sup".split())
_TO_EDITORS = frozenset({"note"})
_PICTURES = ("image", "photo", "graphic", "")
_NOWHERE = frozenset({"media", "body.head", "body.end"})


def read_content(record, content):
    """Write the body of `record`; pictures that are not in the text lead or follow."""
    if content is None:
        return
    for media in trees.descendants(content, "media"):
        _read_media(record, media)
    record.keep_for_editors(*map(trees.text, trees.children(content, *_TO_EDITORS)))
    bodies.set_body(record, html_of(content))


def html_of(content):
    """The content as HTML. Iterative: a document may nest deeper than Python does. Comments are children, too, with
    words behind them.
    """
    parts, waiting = [], [("open", child) for child in reversed(content)]
    if content.text and content.text.strip():
        parts.append(f"<p>{_text(content.text)}</p>")
    while waiting:
        act, element = waiting.pop()
        if act == "say":
            parts.append(element)
            continue
        name = trees.name_of(element)
        if not name or name in _NOWHERE or name in _TO_EDITORS:
            waiting.append(("say", _text(element.tail)))
            continue
        opened, closed = _tags(element, name)
        parts.append(opened + _text(element.text))
        waiting.append(("say", closed + _text(element.tail)))
        waiting += [("open", child) for child in reversed(element)]
    return "".join(parts)


def _tags(element, name):
    if name == "a":
        return f'<a href="{escape(element.get("href", ""))}">', "</a>"
    if name == "img":  # of no NITF, but of some that say so
        return f'<img src="{escape(element.get("src", ""))}" alt="{escape(element.get("alt", ""))}">', ""
    name = _NAMES.get(name, name if name in _SAME else "")
    if name in ("hr", "br"):
        return f"<{name}>", ""
    return (f"<{name}>", f"</{name}>") if name else ("", "")


def _text(words):
    return escape(words or "", quote=False)


def _read_media(record, media):
    """A picture with its caption, who made it, and what it shows; other media are told."""
    reference = trees.first(media, "media-reference")
    kind = media.get("media-type", "").lower()
    if kind not in _PICTURES or reference is None:
        record.note("media-left-out", f"A {kind or 'medium'} of the story was left out; only pictures come in.")
        record.extra.setdefault("media", []).append(trees.as_data(media))
        return
    record.pictures.append(
        Picture(
            href=reference.get("source", ""),
            caption=" ".join(map(trees.text, trees.children(media, "media-caption"))),
            credit=trees.words(media, "media-producer"),
            alt=reference.get("alternate-text", ""),
            rights=reference.get("copyright", ""),
            width=_pixels(reference.get("width")),
            height=_pixels(reference.get("height")),
            lead=not record.pictures,
        )
    )


def _pixels(text):
    return int(text) if text and text.isdigit() and len(text) < 7 else None
