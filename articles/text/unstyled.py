"""A story's body as HTML for those who read it without our stylesheet: feeds, letters, other newsrooms."""

from html import escape

from .parts import laid_out

_WIDEST = 1100  # pixels: as wide as a reader of feeds shows a picture


def size_of(picture):
    """The one size that is shown where only one can be: the widest that is not too wide, in no format that is new."""
    sizes = [size for size in picture["wide"] if size["format"] != "avif"]
    fitting = [size for size in sizes if size["width"] <= _WIDEST] or sizes
    return max(fitting, key=lambda size: (size["width"], size["format"] == "jpeg"))


def jpeg_of(picture):
    """The size for readers of feeds, many of which know no other format; for an old picture without one, the usual."""
    sizes = [size for size in picture["wide"] if size["format"] == "jpeg"]
    return max(sizes, key=lambda size: size["width"]) if sizes else size_of(picture)


def unstyled(html, shown, *, url, labels=None, sized=size_of):
    """The body with its pictures at full addresses.

    `url`: the paper's own; `shown`: see `parts`; `labels`: what is said under a picture by its origin; `sized`: which
    of a picture's sizes is taken.
    """
    return "".join(written(part, url=url, labels=labels or {}, sized=sized) for part in laid_out(html, shown))


def written(part, *, url, labels, sized=size_of):
    return _WRITERS[part.kind](part, url, labels, sized)


def _words(part, url, labels, sized):
    return part.html


def _picture(part, url, labels, sized):
    picture, size = part.picture, sized(part.picture)
    image = (
        f'<img src="{escape(url + size["url"])}" width="{size["width"]}" height="{size["height"]}" '
        f'alt="{escape(picture["alt"])}">'
    )
    small = " ".join(filter(None, [escape(picture["credit"]), labels.get(picture["origin"], "")]))
    said = " ".join(filter(None, [_captioned(part), f"<small>{small}</small>" if small else ""]))
    return f"<figure>{image}{_caption(said)}</figure>"


def _gallery(part, url, labels, sized):
    pictures = "".join(_picture(one, url, labels, sized) for one in part.pictures)
    return f"<figure>{pictures}{_caption(_captioned(part))}</figure>"


def _embed(part, url, labels, sized):
    return f'<p><a href="{escape(part.address)}">{escape(part.title)}</a> ({escape(part.source)})</p>'


def _captioned(part):
    return "".join(words.html for words in part.caption)


def _caption(html):
    return f"<figcaption>{html}</figcaption>" if html else ""


_WRITERS = {"words": _words, "table": _words, "picture": _picture, "gallery": _gallery, "embed": _embed}
