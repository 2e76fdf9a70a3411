"""A story's body as HTML for those who read it without our stylesheet: feeds, letters, other newsrooms."""

from html import escape

from .parts import laid_out

_WIDEST = 1100  # pixels: as wide as a reader of feeds shows a picture


def unstyled(html, shown, *, url):
    """The body with its pictures at full addresses. `url`: the paper's own; `shown`: see `parts`."""
    return "".join(_WRITERS[part.kind](part, url) for part in laid_out(html, shown))


def size_of(picture):
    """The one size that is shown where only one can be: the widest that is not too wide, in no format that is new."""
    sizes = [size for size in picture["wide"] if size["format"] != "avif"]
    fitting = [size for size in sizes if size["width"] <= _WIDEST] or sizes
    return max(fitting, key=lambda size: (size["width"], size["format"] == "jpeg"))


def _words(part, url):
    return part.html


def _picture(part, url):
    size, credit = size_of(part.picture), escape(part.picture["credit"])
    image = (
        f'<img src="{escape(url + size["url"])}" width="{size["width"]}" height="{size["height"]}" '
        f'alt="{escape(part.picture["alt"])}">'
    )
    said = " ".join(filter(None, [_captioned(part), f"<small>{credit}</small>" if credit else ""]))
    return f"<figure>{image}{_caption(said)}</figure>"


def _gallery(part, url):
    return f"<figure>{''.join(_picture(one, url) for one in part.pictures)}{_caption(_captioned(part))}</figure>"


def _embed(part, url):
    return f'<p><a href="{escape(part.address)}">{escape(part.title)}</a> ({escape(part.source)})</p>'


def _captioned(part):
    return "".join(words.html for words in part.caption)


def _caption(html):
    return f"<figcaption>{html}</figcaption>" if html else ""


_WRITERS = {"words": _words, "table": _words, "picture": _picture, "gallery": _gallery, "embed": _embed}
