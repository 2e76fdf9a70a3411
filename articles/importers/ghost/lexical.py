"""Lexical, the JSON of Ghost's newer editor, as HTML. Cards become the elements that say the same."""

from html import escape

_BLOCKS = {"paragraph": "p", "quote": "blockquote", "aside": "blockquote", "listitem": "li", "tablerow": "tr"}
_BLOCKS |= {"extended-quote": "blockquote", "tablecell": "td", "table": "table"}
_FORMATS = ((1, "strong"), (2, "em"), (16, "code"), (32, "sub"), (64, "sup"))  # bits of a text's format
_DEEPEST = 60


def html(document):
    return _children(document.get("root", {}) if isinstance(document, dict) else {}, 0)


def _children(node, depth):
    children = node.get("children")
    if not isinstance(children, list) or depth > _DEEPEST:
        return ""
    return "".join(_node(child, depth + 1) for child in children if isinstance(child, dict))


def _node(node, depth):
    kind = str(node.get("type", ""))
    if kind in _CARDS:
        return _CARDS[kind](node)
    if kind in ("text", "extended-text"):
        return _text(node)
    if kind in ("linebreak", "tab"):
        return "<br>" if kind == "linebreak" else " "
    inside = _children(node, depth)
    if kind in ("heading", "extended-heading"):
        return _wrapped(_heading(node), inside)
    if kind == "list":
        return _wrapped("ol" if node.get("listType") == "number" else "ul", inside)
    if kind in ("link", "autolink"):
        return f'<a href="{_said(node, "url")}">{inside}</a>'
    return _wrapped(_BLOCKS[kind], inside) if kind in _BLOCKS else inside or _unknown(node)


def _text(node):
    text, bits = escape(str(node.get("text", "")), quote=False), node.get("format")
    for bit, tag in _FORMATS:
        if isinstance(bits, int) and bits & bit:
            text = f"<{tag}>{text}</{tag}>"
    return text


def _heading(node):
    tag = str(node.get("tag", "h2"))
    return tag if tag in ("h1", "h2", "h3", "h4", "h5", "h6") else "h2"


def _image(node):
    image = f'<img src="{_said(node, "src")}" alt="{_said(node, "alt")}">'
    return f"<figure>{image}<figcaption>{node.get('caption') or ''}</figcaption></figure>"


def _gallery(node):
    images = [image for image in node.get("images") or [] if isinstance(image, dict)]
    return f"<figure>{''.join(map(_image, images))}<figcaption>{node.get('caption') or ''}</figcaption></figure>"


def _bookmark(node):
    metadata = node.get("metadata") if isinstance(node.get("metadata"), dict) else {}
    return f'<p><a href="{_said(node, "url")}">{_said(metadata, "title") or _said(node, "url")}</a></p>'


def _embed(node):
    return str(node.get("html") or "") or f'<iframe src="{_said(node, "url")}"></iframe>'


def _callout(node):
    return f"<blockquote>{node.get('calloutText') or ''}</blockquote>"


def _toggle(node):
    return f"<h3>{node.get('heading') or ''}</h3>{node.get('content') or ''}"


def _code(node):
    return f"<pre>{escape(str(node.get('code') or ''), quote=False)}</pre>"


def _media(node):
    title = _said(node, "title") or _said(node, "fileTitle") or _said(node, "fileName") or _said(node, "src")
    return f'<p><a href="{_said(node, "src")}">{title}</a></p>' if node.get("src") else ""


def _button(node):
    return f'<p><a href="{_said(node, "buttonUrl")}">{_said(node, "buttonText")}</a></p>'


def _as_html(node):
    return str(node.get("html") or node.get("markdown") or "")


def _rule(node):
    return "<hr>"


def _unknown(node):
    """A card that nobody here has met: its words, so that none is lost."""
    words = [
        str(value)
        for key, value in node.items()
        if isinstance(value, str) and key in ("text", "html", "caption", "title")
    ]
    return "".join(f"<p>{word}</p>" for word in words if word)


def _said(node, name):
    return escape(str(node.get(name) or ""))


def _wrapped(tag, inside):
    return f"<{tag}>{inside}</{tag}>"


_CARDS = {
    "image": _image,
    "gallery": _gallery,
    "bookmark": _bookmark,
    "embed": _embed,
    "callout": _callout,
    "toggle": _toggle,
    "codeblock": _code,
    "code": _code,
    "html": _as_html,
    "markdown": _as_html,
    "email": _as_html,
    "horizontalrule": _rule,
    "audio": _media,
    "video": _media,
    "file": _media,
    "button": _button,
}
