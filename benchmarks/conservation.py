"""Looks whether every visible word of real files is in what became of them: text, fields, notes or the removed list.

    python -m benchmarks.conservation FOLDER… [--missing 5] [--only FORMAT]

Prints the share for each format and the words that are missing, file by file; how many items were told by name because
they are no stories, or were refused; and stored bodies that hold what none may: control characters, markup as text,
text as markup. Ends with 1 where a format keeps less than 99.9 %, or a body is unfit.

Words are counted in each text of a file: one that stands twice in it must stand twice in the record. A wire may tell
one story in two forms, HTML and plain; it is kept once. Corpora that are packed (.tar.xz) are unpacked for the run.
"""

import argparse
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
from pathlib import Path

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "benchmarks.settings")
django.setup()

import yaml  # noqa: E402
from lxml import etree  # noqa: E402

from articles.importers import formats  # noqa: E402
from articles.importers.formats import Asked  # noqa: E402
from articles.importers.record import LeftOut, Record, Unreadable  # noqa: E402
from articles.importers.tidying import tidy  # noqa: E402
from articles.text import markup, prose  # noqa: E402
from articles.text.decoding import Undecodable  # noqa: E402
from benchmarks.visible_words import missing, visible, words  # noqa: E402

SHARE = 0.999
_MARKUP = re.compile(r"&lt;/?(?:p|div|span|br|em|strong|b|i|a|ul|li|img|h[1-6])(?=[\s/&])[^<>]{0,200}?&gt;", re.I)
# With what turns the direction of text around, but not its isolates (U+2066 to 2069), which end with their paragraph.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\ufeff]")
_TAG = re.compile("<[^<>]*>")
_CODE = re.compile(r"<(pre|code)>.*?</\1>", re.S)
_FIGURE = re.compile(r"<figure.*?</figure>(?!<figcaption|</figure>)", re.S)
_TROUBLE = (Undecodable, ValueError, LookupError, etree.LxmlError, zipfile.BadZipFile, yaml.YAMLError)


def kept(record):
    """The words of every field, note and removed text of a record."""
    if isinstance(record, LeftOut | Unreadable):
        return words(f"{getattr(record, 'title', '')} {record}")
    told = asdict(record) | {"raw": "", "findings": "", "body_html": prose.plain_text(record.body_html)}
    return words(" ".join(_strings(json.loads(json.dumps(told, default=str)))))


def _strings(value):
    if isinstance(value, dict | list):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _strings(one)
    elif value is not None:
        yield str(value)


def unfit(form, record, source):
    """What a stored body may never hold. `source` is what was seen of its file."""
    body = record.body_html
    if found := _CONTROL.search(body):
        yield f"a control character {found[0]!r}"
    # Plain text shows tags as words if they were written; an article about HTML does in code, or as its source does.
    told = "" if form == "text" else _TAG.sub("", _CODE.sub("", body))
    if (found := _MARKUP.search(told)) and _bare(found[0]) not in _bare(source):
        yield f"markup as text: {found[0][:60]}"
    # What the sanitiser would still change is markup that nobody allowed. Places of incoming pictures come later.
    text = _FIGURE.sub("", body)
    if markup.sanitise(text) != text:
        yield f"text as markup: {text[:60]}"


def _bare(text):
    return re.sub(r"[\s\"'\\]|&quot;", "", text)


def read(path):
    """(format, the bytes, what was found) of a file; None where nobody reads it."""
    data = path.read_bytes()
    form = formats.of(data[: formats.HEAD], path.name) if data else None
    if form is None or len(data) > form.largest:
        return None
    found = []
    try:
        read_here = form.read(io.BytesIO(data), Asked(path.name, beside=beside_of(path)))
        found.extend(tidy(one) if isinstance(one, Record) else one for one in read_here)
    except Unreadable as refused:
        found.append(refused)
    return form.name, data, found


def beside_of(path):
    def beside(href):
        other = path.parent / href
        return other.read_bytes() if other.is_file() else None

    return beside


def lost(path):
    """(format, counts, the words that are missing, what is unfit) of a file; None where nobody reads it."""
    told = read(path)
    if told is None:
        return None
    form, data, found = told
    stories = [one for one in found if isinstance(one, Record)]
    counts = Counter(files=bool(stories), told=len(found) - len(stories))
    if not stories:
        return form, counts, Counter(), []
    left_out = {number for number, one in enumerate(found, 1) if not isinstance(one, Record)}
    try:
        there = visible(form, data, beside_of(path), left_out)
    except _TROUBLE as trouble:
        return form, counts, Counter(), [f"cannot be measured: {trouble}"]
    here = sum(map(kept, found), Counter())
    gone = sum((missing(text, here) for text in there), Counter())
    counts.update(words=sum(words(text).total() for text in there), missing=gone.total())
    return form, counts, gone, [why for one in stories for why in unfit(form, one, "\n".join(there))]


def main():
    parser = argparse.ArgumentParser(prog="python -m benchmarks.conservation")
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--missing", type=int, default=5, help="words to show of each file")
    parser.add_argument("--only", help="one format")
    options = parser.parse_args()
    totals = defaultdict(Counter)
    for folder in options.folders:
        for path in _files(folder):
            told = lost(path)
            if told and options.only in (None, told[0]):
                _count(totals, path, told, options.missing)
    _show(totals)


def _files(folder):
    yield from sorted(path for path in folder.rglob("*") if path.is_file() and not path.name.endswith(".tar.xz"))
    for archive in sorted(folder.rglob("*.tar.xz")):
        with tempfile.TemporaryDirectory(prefix="newsroom-corpora-") as unpacked:
            with tarfile.open(archive) as packed:
                packed.extractall(unpacked, filter="data")
            yield from sorted(path for path in Path(unpacked).rglob("*") if path.is_file())


def _count(totals, path, told, most):
    form, counts, gone, unfit_here = told
    totals[form].update(counts, unfit=len(unfit_here))
    for why in unfit_here:
        print(f"{form}: {path}: {why}")
    if gone:
        shown = ", ".join(f"{word} ×{times}" for word, times in gone.most_common(most))
        print(f"{form}: {path}: {gone.total()} of {counts['words']}: {shown}")


def _show(totals):
    print(f"{'format':<12}{'files':>7}{'words':>10}{'missing':>9}{'share':>10}{'unfit':>7}{'told by name':>14}")
    for name, one in [*sorted(totals.items()), ("all", sum(totals.values(), Counter()))]:
        columns = f"{one['files']:>7}{one['words']:>10}{one['missing']:>9}{_share(one):>10.3%}{one['unfit']:>7}"
        print(f"{name:<12}{columns}{one['told']:>14}")
    sys.exit(any(one["unfit"] or _share(one) < SHARE for one in totals.values()))


def _share(one):
    return 1 - one["missing"] / max(one["words"], 1)


if __name__ == "__main__":
    main()
