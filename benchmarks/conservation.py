"""Looks whether every visible word of real files is in what became of them: text, fields, notes or the removed list.

    python -m benchmarks.conservation FOLDER… [--missing 5]

Prints the share for each format and the words that are missing, file by file; and bodies that hold what no body may:
control characters, markup as text (but of plain text, where it is what was written). Words are counted in each text of
a file: one that stands twice in it must stand twice in the record. A wire may tell one story in two forms, HTML and
plain; it is kept once.
Archives (.tar.xz) are unpacked into a folder that goes with the run.
"""

import argparse
import csv
import io
import json
import os
import re
import sys
import tarfile
import tempfile
import zipfile
from collections import Counter, defaultdict
from dataclasses import asdict
from html import unescape
from pathlib import Path

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "benchmarks.settings")
django.setup()

from lxml import etree, html  # noqa: E402

from articles.importers import formats  # noqa: E402
from articles.importers.formats import Asked  # noqa: E402
from articles.importers.record import LeftOut, Record, Unreadable  # noqa: E402
from articles.importers.tidying import tidy  # noqa: E402
from articles.text import cleaning, prose  # noqa: E402
from articles.text.composing import nfc  # noqa: E402
from articles.text.decoding import Undecodable, decode  # noqa: E402

_WORD = re.compile(r"\w+")
_TAGS = re.compile(
    r"<!--.*?-->|<(?:script|style|template)\b.*?</(?:script|style|template)\s*>|</?[a-z!?][^<>]*>", re.I | re.S
)
_MARKUP = re.compile(r"&lt;/?(?:p|div|span|br|em|strong|b|i|a|ul|li|img|h[1-6])(?=[\s/&])[^<>]{0,200}?&gt;", re.I)
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u202a-\u202e\u2066-\u2069\ufeff]")
_ADDRESSES = re.compile(r"\]\([^)\s]*|^\[[^\]]*\]:\s*\S+|https?://\S+", re.M)
_FRONT = re.compile(r"\ufeff?(?:---\s*\n(.*?\n)---\s*\n)?(.*)", re.S)
_KEYS = re.compile(r"^\s*#.*$|\s#\s.*$|^[\s-]*[\w-]+:", re.M)
_FOR_MACHINES = re.compile(r"\s*(?:https?://\S+$|\d{4}-\d\d-\d\d|[A-Z][a-z]{2}, \d{1,2} [A-Z][a-z]{2} \d{4} )")
_UNSEEN = frozenset({"script", "style", "template", "noscript", "svg", "iframe"})


def words(text):
    told = _CONTROL.sub(" ", unescape(unescape(text)))
    return Counter(_WORD.findall(nfc(cleaning.clean(told).text).casefold()))


def without_tags(text):
    return _TAGS.sub(" ", unescape(text))


def visible(form, data, beside):
    """The texts that a reader or an editor of this input would see, as Counters of words."""
    return [words(text) for text in _SEEN.get(form, _of_text)(data, beside)]


def _of_text(data, beside):
    return [decode(data).text]


def _of_markdown(data, beside):
    """Without the keys and comments of front matter, which are for machines and for whoever writes it."""
    head, body = _FRONT.match(decode(data).text).groups(default="")
    return [without_tags(_ADDRESSES.sub(" ", _KEYS.sub(" ", head) + body))]


def _of_html(data, beside):
    text = decode(data).text
    page = html.fromstring(text.encode(), parser=html.HTMLParser(encoding="utf-8"))
    for node in page.xpath("//" + "|//".join(_UNSEEN) + "|//comment()|//head/*[not(self::title)]"):
        if node.getparent() is not None:
            node.drop_tree()
    return [" ".join(page.itertext())]


def _of_xml(data, beside):
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True, huge_tree=True)
    root = etree.fromstring(data, parser)
    return [_text_of(node) for node in ([] if root is None else root.iter(etree.Element)) if _tells(node.text)]


def _of_wxr(data, beside):
    """The posts: pages, pictures, menus and what lies in the bin are left out by name, so is the blog's own head."""
    root = etree.fromstring(
        data, etree.XMLParser(resolve_entities=False, no_network=True, recover=True, huge_tree=True)
    )
    posts = [item for item in root.iter("item") if _is_post(item)]
    return [_text_of(node) for item in posts for node in item.iter(etree.Element) if _tells(node.text)]


def _is_post(item):
    told = {etree.QName(child).localname: child.text for child in item.iterchildren(etree.Element)}
    return told.get("post_type", "post") == "post" and told.get("status") not in ("trash", "auto-draft")


def _text_of(node):
    """What an element says by itself and between its children."""
    return without_tags(" ".join([node.text or "", *(child.tail or "" for child in node)]))


def _of_json(data, beside):
    return [without_tags(text) for text in _strings(json.loads(data.decode("utf-8-sig"))) if _tells(text)]


def _tells(text):
    """A text for people: several words, no address and no moment, which machines write for machines."""
    return bool(text and " " in text.strip() and not _FOR_MACHINES.match(text))


def _strings(value):
    if isinstance(value, dict):
        value = value.values()
    elif isinstance(value, str):
        yield value
        return
    elif not isinstance(value, list):
        return
    for one in value:
        yield from _strings(one)


def _of_docx(data, beside):
    told = []
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for name in package.namelist():
            if re.fullmatch(r"word/(?:document|footnotes|endnotes|comments)\d*\.xml", name):
                told += _runs(package.read(name))
    return told


def _runs(data):
    w = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    for paragraph in etree.fromstring(data).iter(f"{w}p"):
        yield "".join(
            node.text or "" if node.tag == f"{w}t" else " " for node in paragraph.iter(f"{w}t", f"{w}tab", f"{w}br")
        )


def _of_substack(data, beside):
    told = []
    for row in csv.DictReader(io.StringIO(data.decode("utf-8-sig"))):
        told += [row.get("title") or "", row.get("subtitle") or ""]
        told += _of_html(page, beside) if (page := beside(f"posts/{row.get('post_id')}.html")) else []
    return told


_SEEN = {
    "markdown": _of_markdown,
    "html": _of_html,
    "docx": _of_docx,
    "substack": _of_substack,
    "ghost": _of_json,
    "ninjs": _of_json,
    "wxr": _of_wxr,
    **dict.fromkeys(("feed", "nitf", "newsml-g2"), _of_xml),
}


def kept(record):
    """The words of every field, note and removed text of a record."""
    if isinstance(record, LeftOut | Unreadable):
        return words(f"{getattr(record, 'title', '')} {record}")
    told = asdict(record) | {"raw": "", "findings": "", "body_html": prose.plain_text(record.body_html)}
    return words(" ".join(_strings(json.loads(json.dumps(told, default=str)))))


def unfit(form, record):
    """What a stored body may never hold."""
    if found := _CONTROL.search(record.body_html):
        yield f"a control character {found[0]!r}"
    if form != "text" and (found := _MARKUP.search(record.body_html)):
        yield f"markup as text: {found[0][:60]}"


def read(path):
    """(format, records) of a file; None where nobody reads it."""
    data = path.read_bytes()
    form = formats.of(data[: formats.HEAD], path.name) if data else None
    if form is None or len(data) > form.largest:
        return None
    found = []
    try:
        read_here = form.read(io.BytesIO(data), Asked(path.name, beside=beside_of(path)))
        found.extend(tidy(one) if isinstance(one, Record) else one for one in read_here)
    except Unreadable:
        return None
    return form.name, data, found


def beside_of(path):
    def beside(href):
        other = path.parent / href
        return other.read_bytes() if other.is_file() else None

    return beside


def lost(path):
    """(format, how many words there are, those that are missing, what is unfit); None where no story was read."""
    told = read(path)
    if told is None or not any(isinstance(one, Record) for one in told[2]):
        return None
    form, data, found = told
    try:
        there = visible(form, data, beside_of(path))
    except (Undecodable, ValueError, etree.LxmlError, zipfile.BadZipFile):
        return None
    here = sum(map(kept, found), Counter())
    missing = sum((text - here for text in there), Counter())
    return (
        form,
        sum(text.total() for text in there),
        missing,
        [why for one in found if isinstance(one, Record) for why in unfit(form, one)],
    )


def main():
    parser = argparse.ArgumentParser(prog="python -m benchmarks.conservation")
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--missing", type=int, default=5, help="words to show of each file")
    options = parser.parse_args()
    totals = defaultdict(Counter)
    with tempfile.TemporaryDirectory(prefix="newsroom-corpora-") as unpacked:
        for path in _files(options.folders, Path(unpacked)):
            if told := lost(path):
                _count(totals, path, told, options.missing)
    _show(totals)


def _files(folders, unpacked):
    for folder in folders:
        for archive in sorted(folder.glob("*.tar.xz")):
            with tarfile.open(archive) as packed:
                packed.extractall(unpacked / archive.name, filter="data")
        for root in (folder, unpacked):
            yield from sorted(path for path in root.rglob("*") if path.is_file() and path.suffix != ".xz")


def _count(totals, path, told, most):
    form, there, missing, unfit_here = told
    totals[form].update(files=1, words=there, missing=missing.total(), unfit=len(unfit_here))
    for why in unfit_here:
        print(f"{form}: {path}: {why}")
    if missing:
        shown = ", ".join(f"{word} ×{times}" for word, times in missing.most_common(most))
        print(f"{form}: {path}: {missing.total()} of {there}: {shown}")


def _show(totals):
    everything = sum(totals.values(), Counter())
    print(f"{'format':<12}{'files':>7}{'words':>10}{'missing':>9}{'share':>10}{'unfit':>7}")
    for name, one in [*sorted(totals.items()), ("all", everything)]:
        share = 1 - one["missing"] / max(one["words"], 1)
        print(f"{name:<12}{one['files']:>7}{one['words']:>10}{one['missing']:>9}{share:>10.3%}{one['unfit']:>7}")
    sys.exit(1 if everything["unfit"] else 0)


if __name__ == "__main__":
    main()
