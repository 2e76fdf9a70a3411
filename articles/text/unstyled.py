"""A story's body as HTML for those who read it without our stylesheet: feeds, letters, other newsrooms."""

from html import escape

from .parts import laid_out

_WIDEST = 1100  # pixels: as wide as a reader of feeds shows a picture


def unstyled(html, shown, *, url, labels=None):
    """The body with its pictures at full addresses.

    `url`: the paper's own; `shown`: see `parts`; `labels`: what is said under a picture by its origin.
    """
    return "".join(written(part, url=url, labels=labels or {}) for part in laid_out(html, shown))


def written(part, *, url, labels):
    return _WRITERS[part.kind](part, url, labels)


def size_of(picture):
    """The one size that is shown where only one can be: the widest that is not too wide, in no format that is new."""
    sizes = [size for size in picture["wide"] if size["format"] != "avif"]
    fitting = [size for size in sizes if size["width"] <= _WIDEST] or sizes
    return max(fitting, key=lambda size: (size["width"], size["format"] == "jpeg"))


def _words(part, url, labels):
    return part.html


def _picture(part, url, labels):
    picture, size = part.picture, size_of(part.picture)
    image = (
        f'<img src="{escape(url + size["url"])}" width="{size["width"]}" height="{size["height"]}" '
        f'alt="{escape(picture["alt"])}">'
    )
    small = " ".join(filter(None, [escape(picture["credit"]), labels.get(picture["origin"], "")]))
    said = " ".join(filter(None, [_captioned(part), f"<small>{small}</small>" if small else ""]))
    return f"<figure>{image}{_caption(said)}</figure>"


def _gallery(part, url, labels):
    pictures = "".join(_picture(one, url, labels) for one in part.pictures)
    return f"<figure>{pictures}{_caption(_captioned(part))}</figure>"


def _embed(part, url, labels):
    return f'<p><a href="{escape(part.address)}">{escape(part.title)}</a> ({escape(part.source)})</p>'


def _captioned(part):
    return "".join(words.html for words in part.caption)


def _caption(html):
    return f"<figcaption>{html}</figcaption>" if html else ""


_WRITERS = {"words": _words, "table": _words, "picture": _picture, "gallery": _gallery, "embed": _embed}
