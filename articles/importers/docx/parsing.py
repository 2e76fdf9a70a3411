"""From a Word document to a record: mammoth makes the HTML, and what it leaves out is read beside it."""

import re
from io import BytesIO
from pathlib import PurePath

import mammoth

from articles.importers import bodies
from articles.importers.opening import read_opening
from articles.importers.plaintext.bylines import people
from articles.importers.record import Record, Unreadable

from .beside import read_beside
from .package import Package
from .words import check_words

# Styles by name, as Word and the programs that write its format call them. Strikethrough and underline are read beside.
_STYLES = """
p[style-name='Title'] => h1.headline:fresh
p[style-name='Headline'] => h1.headline:fresh
p[style-name='Subtitle'] => p.standfirst:fresh
p[style-name='Standfirst'] => p.standfirst:fresh
p[style-name='Byline'] => p.byline:fresh
p[style-name='Dateline'] => p:fresh
p[style-name='Quote'] => blockquote > p:fresh
p[style-name='Intense Quote'] => blockquote > p:fresh
p[style-name='Caption'] => p.caption:fresh
"""
_BACK = re.compile(r'<a href="#(?:footnote|endnote)-ref-[^"]*">↑</a>')
# Word sets the caption of a table above it, and that of a picture below.
_TABLE_CAPTION = re.compile(r'(?<!/></p>)<p class="caption">((?:(?!</p>).)*)</p><table>')
_TAKEN = re.compile(r'<(p|h1) class="(headline|standfirst|byline)">(.*?)</\1>', re.DOTALL)
# What mammoth raises for a document whose parts do not fit each other.
_BROKEN = (LookupError, ValueError, AttributeError, TypeError, OSError, RecursionError)
_DEEPEST = 200  # elements; mammoth reads them one in the other


def parse(file, asked):
    """Read one story from a .docx. Raises Unreadable."""
    package = Package(file)
    _refuse_deep(package)
    record, pictures = Record(), []
    html = _converted(file, pictures)
    bodies.set_body(record, _without_opening(record, html))
    _give_bytes(record, pictures)
    read_beside(record, package)
    _check_opening(record, asked)
    check_words(record, package)
    return record


def _check_opening(record, asked):
    try:
        shown = record.pictures or record.related
        read_opening(record, asked=asked, named=PurePath(asked.name).stem if shown else "")
    except Unreadable as nothing:
        raise Unreadable("the document holds no text", code="empty") from nothing


def _refuse_deep(package):
    for name, tree in package.trees("word/"):
        if any(sum(1 for _ in leaf.iterancestors()) > _DEEPEST for leaf in tree.iter() if not len(leaf)):
            raise Unreadable(f"{name} nests deeper than any document does; it was not read", code="docx-too-deep")


def _converted(file, pictures):
    """The document as HTML; each picture is handed over with its bytes, and named by its place (`cid:0`)."""

    def keep(image):
        with image.open() as data:
            pictures.append(data.read())
        return {"src": f"cid:{len(pictures) - 1}", "alt": image.alt_text or ""}

    file.seek(0)
    try:
        found = mammoth.convert_to_html(
            BytesIO(file.read()), style_map=_STYLES, convert_image=mammoth.images.img_element(keep)
        )
    except (
        KeyError,
        ValueError,
        AttributeError,
        IndexError,
        TypeError,
        LookupError,
        OSError,
        RecursionError,
    ) as problem:
        message = (
            f"the document is not as Word writes them ({type(problem).__name__}: {problem}); save it again in Word"
        )
        raise Unreadable(message, code="docx-damaged") from problem
    return _TABLE_CAPTION.sub(r"<table><caption>\1</caption>", _BACK.sub("", found.value))


def _without_opening(record, html):
    """`html` without what its styles say stands above the story; each is taken once."""
    taken = set()

    def take(match):
        name, words = match[2], bodies.plain(match[3])
        if name in taken or not words:
            return match[0]
        taken.add(name)
        setattr(record, name, words)
        return ""

    html = _TAKEN.sub(take, html)
    if record.byline:
        record.credits = people(record.byline.removeprefix("By "))
    return html


def _give_bytes(record, pictures):
    for picture in record.pictures:
        number = picture.href.removeprefix("cid:")
        if number.isdigit() and int(number) < len(pictures):
            picture.data, picture.href = pictures[int(number)], ""
