"""Mobiledoc, the JSON of Ghost's older editor, as HTML (https://github.com/bustle/mobiledoc-kit, version 0.3)."""

from html import escape

from . import lexical

_MARKUPS = frozenset("a b code em i s strong sub sup u".split())
_SECTIONS = frozenset("p h1 h2 h3 h4 h5 h6 blockquote aside".split())
_MARKUP, _IMAGE, _LIST, _CARD = 1, 2, 3, 10
_NAMES = {"hr": "horizontalrule", "code": "codeblock", "card-markdown": "markdown"}


def html(document):
    if not isinstance(document, dict):
        return ""
    sections = [one for one in document.get("sections") or [] if isinstance(one, list) and one]
    return "".join(_section(one, document) for one in sections)


def _section(section, document):
    kind, rest = section[0], section[1:]
    if kind == _MARKUP and len(rest) > 1:
        tag = rest[0] if rest[0] in _SECTIONS else "p"
        return f"<{tag}>{_markers(rest[1], document)}</{tag}>"
    if kind == _LIST and len(rest) > 1:
        tag = "ol" if rest[0] == "ol" else "ul"
        return f"<{tag}>{''.join(f'<li>{_markers(item, document)}</li>' for item in rest[1])}</{tag}>"
    if kind == _IMAGE and rest:
        return f'<img src="{escape(str(rest[0]))}" alt="">'
    return _card(document, rest) if kind == _CARD and rest else ""


def _card(document, rest):
    """A card says what the node of the newer editor says, under the same names."""
    cards = document.get("cards") or []
    name, told = cards[rest[0]] if isinstance(rest[0], int) and 0 <= rest[0] < len(cards) else ("", {})
    node = {**told, "type": _NAMES.get(name, name)} if isinstance(told, dict) else {}
    return lexical.html({"root": {"children": [node]}})


def _markers(markers, document):
    """Runs of text: each opens some markups, and closes as many as it says."""
    markups, parts, opened = document.get("markups") or [], [], []
    for marker in markers if isinstance(markers, list) else []:
        kind, opens, closes, value = [*marker, *[None] * 4][:4]
        for number in opens or []:
            tag = markups[number][0] if 0 <= number < len(markups) else ""
            parts.append(_opening(markups[number]) if tag in _MARKUPS else "")
            opened.append(tag)
        parts.append(escape(str(value), quote=False) if kind == 0 else "<br>" if kind == 1 else "")
        for _ in range(min(closes or 0, len(opened))):
            tag = opened.pop()
            parts.append(f"</{tag}>" if tag in _MARKUPS else "")
    return "".join(parts) + "".join(f"</{tag}>" for tag in reversed(opened) if tag in _MARKUPS)


def _opening(markup):
    told = markup[1] if len(markup) > 1 and isinstance(markup[1], list) else []
    attributes = dict(zip(told[::2], told[1::2], strict=False))
    return f'<a href="{escape(str(attributes.get("href", "")))}">' if markup[0] == "a" else f"<{markup[0]}>"
