"""Pictures as a source writes them, and figures as the house does."""

import base64
import binascii
import re
from dataclasses import dataclass, field
from html import escape
from urllib.parse import unquote_to_bytes

from articles.importers.record import Picture

_DATA = re.compile(r"data:(image/[\w.+-]{1,40})?(;base64)?,", re.IGNORECASE)
_LATER = ("data-full-url", "data-src", "data-lazy-src", "data-original")  # where the picture waits for a script
_DOT = 3  # pixels: as small as what counts readers


@dataclass(slots=True)
class Figure:
    """A figure that is being read: its pictures as HTML, and the lines under them."""

    pictures: list[str] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    has_table: bool = False

    def html(self):
        """The house form; empty without pictures."""
        caption = " ".join(self.lines)
        if len(self.pictures) == 1 and self.numbers:
            return f"<figure>{self.pictures[0]}{_caption(caption)}</figure>"
        inner = "".join(one if one.startswith("<figure") else f"<figure>{one}</figure>" for one in self.pictures)
        if len(self.pictures) == 1 and not caption:
            return inner
        return f'<figure class="gallery">{inner}{_caption(caption)}</figure>' if inner else ""


def picture_of(attributes):
    """The Picture of an img element; None for one that shows nothing (a counter, no address)."""
    src = attributes.get("src", "").strip()
    later = next((attributes[name].strip() for name in _LATER if attributes.get(name, "").strip()), "")
    if later and (not src or src.startswith("data:")):
        src = later
    width, height = _pixels(attributes.get("width")), _pixels(attributes.get("height"))
    if not src or (width is not None and height is not None and max(width, height) <= _DOT):
        return None
    picture = Picture(src, alt=attributes.get("alt", "").strip(), width=width, height=height)
    if title := attributes.get("title", "").strip():
        picture.extra["title"] = title
    return _with_bytes(picture) if src[:5].lower() == "data:" else picture


def image(number, picture):
    """Where picture `number` of the record stands."""
    return f'<img src="incoming:{number}" alt="{escape(picture.alt)}">'


def _caption(html):
    return f"<figcaption>{html}</figcaption>" if html else ""


def _with_bytes(picture):
    """A picture whose address holds its bytes; one whose bytes cannot be read has none and keeps its beginning."""
    address, picture.href = picture.href, picture.href[:80]
    if start := _DATA.match(address):
        try:
            written = unquote_to_bytes(address[start.end() :])
            picture.data = base64.b64decode(written, validate=False) if start[2] else written
        except (binascii.Error, ValueError):
            picture.data = None
    return picture


def _pixels(value):
    return int(value) if value and value.isascii() and value.isdigit() and len(value) < 7 else None
