"""Brings the pictures of a record in: found in its delivery, kept by their writer, placed in its text.

A picture that the delivery has not got, or that is none, goes to the note to editors with its words, and is told. This
runs outside any transaction: reading and scaling pictures takes time, and a picture without a story does no harm.
"""

import re
from html import unescape
from io import BytesIO

from django.core.exceptions import ValidationError

from articles import images, pictures
from articles.models import Image
from articles.text.findings import Finding, Level
from articles.text.trees import Element, parse, text_of, write

_INCOMING = re.compile(r"incoming:(\d{1,6})")
_WORDS = ("title", "alt", "caption", "credit", "rights")
_MOST = 200  # pictures of one story


def bring(parsed, options):
    """Keep the pictures of `parsed` and put them where they stand; the lead picture is `parsed.lead`.

    In a dry run nothing is kept, and each picture is looked at all the same.
    """
    record = parsed.record
    if not record.pictures:
        return
    kept = {number: _bring_one(parsed, picture, number, options) for number, picture in enumerate(record.pictures)}
    parsed.lead = next((kept[n] for n, picture in enumerate(record.pictures) if picture.lead and kept[n]), None)
    record.body_html = _placed(record.body_html, kept)


def _bring_one(parsed, picture, number, options):
    """The Image; None in a dry run and where there is none."""
    data = picture.data if picture.data is not None else parsed.beside(picture.href) if picture.href else None
    if data is None or number >= _MOST:
        _tell(parsed, picture, "picture-missing", "is not in the delivery; add it by hand")
        return None
    try:
        return _looked_at(data) if options.dry_run else _kept(data, picture, options.by)
    except images.Unusable as problem:
        _tell(parsed, picture, "picture-unusable", f"cannot be used: {problem.message}")
    except ValidationError as problem:
        _tell(parsed, picture, "picture-unusable", f"cannot be used: {' '.join(problem.messages)}")
    return None


def _looked_at(data):
    images.read(data)


def _kept(data, picture, by):
    told = {name: getattr(picture, name, "") for name in _WORDS} | {"title": picture.href.rpartition("/")[2]}
    told["title"] = told["title"] or picture.caption or picture.alt or "From an import"
    fitting = {name: told[name][: Image._meta.get_field(name).max_length].strip() for name in _WORDS}
    return pictures.add(BytesIO(data), by=by, **fitting)


def _tell(parsed, picture, code, problem):
    name = picture.href if picture.data is None else "a picture in the document"
    words = [f"Picture {name or '(without an address)'} {problem}."]
    words += [f"{label}: {value}" for label, value in _labelled(picture) if value]
    parsed.record.keep_for_editors("\n".join(words))
    parsed.item.findings.append(Finding(code, Level.WARNING, f"The picture {name[:200]} {problem}.", None, name[:120]))


def _labelled(picture):
    return (
        ("Caption", picture.caption),
        ("Credit", picture.credit),
        ("Description", picture.alt),
        ("Rights", picture.rights),
    )


def _placed(html, kept):
    """The body with its pictures in the house form, and without those that did not come."""
    if "incoming:" not in html:
        return html
    return "".join(write(node) for top in parse(html) for node in _settled(top, kept))


def _settled(node, kept):
    if isinstance(node, str) or node.tag != "figure":
        return [node]
    if node.attributes.get("class") == "gallery":
        return _gallery(node, kept)
    image = node.children[0] if node.children else None
    found = isinstance(image, Element) and _INCOMING.fullmatch(image.attributes.get("src", ""))
    if not found:
        return [node]
    picture = kept.get(int(found[1]))
    if picture is None:
        return []
    image.attributes["src"] = f"picture:{picture.pk}"
    return [node]


def _gallery(node, kept):
    """A gallery of what came; with nothing left in it, its caption is a paragraph."""
    children = [one for child in node.children for one in _settled(child, kept)]
    figures = [child for child in children if isinstance(child, Element) and child.tag == "figure"]
    if figures:
        node.children = children
        return [node]
    words = unescape("".join(map(text_of, children))).strip()
    return [Element("p", {}, [child for line in children for child in line.children])] if words else []
