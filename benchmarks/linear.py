"""How the time of each parser grows with the length of its input, for shapes that make parsers slow.

    python -m benchmarks.linear [--only FORMAT…] [--longest N]

Prints for each format and shape the exponent of time over length (1.0 is linear), fitted over the lengths that took
long enough to be measured, and the seconds at the longest. The bound on a body's length is lifted meanwhile.
"""

import argparse
import io
import math
import os
import time
import zipfile
from html import escape
from json import dumps

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "benchmarks.settings")
django.setup()

from articles.importers import formats  # noqa: E402
from articles.importers.formats import Asked  # noqa: E402
from articles.importers.record import Unreadable  # noqa: E402
from articles.importers.tidying import tidy  # noqa: E402
from articles.text import markup  # noqa: E402

SHORTEST, LONGEST = 10_000, 1_280_000
PATIENCE = 10.0  # seconds of work, after which a shape is measured no further
MEASURABLE = 0.02
SHAPES = {
    "prose": "The harbour board ordered two new pumps for the Lower Quay. ",
    "short lines": "Pumps\n",
    "paragraphs": "Two pumps were ordered.\n\n",
    "long word": "a",
    "blanks": " ",
    "no-break spaces": "a\u00a0",
    "angles": "<",
    "open tags": "<p>word",
    "nested boxes": "<div>",
    "crossed marks": "<a><b><i><p>",
    "end tags": "</p></b></i>",
    "lists": "<ul><li>x",
    "items": "<li>x",
    "tables": "<table><tr><td>x",
    "pictures": '<figure><img src="a.jpg">',
    "breaks": "<br>",
    "entities": "&amp;",
    "comments": "<!-- x -->",
    "open comment": "<!-- ",
    "attributes": '<a href="',
    "quotes": "\"'",
    "brackets": "[",
    "links": "[a](b) ",
    "shortcodes": "{{< x >}} ",
    "open shortcodes": "{{< [gallery {% ",
    "stars": "*a **b ",
    "underscores and ticks": "_a `b ",
    "bullets": "- x\n",
    "quotation": "> ",
    "dashes": "---\n",
    "addresses": "http://a.b/c ",
    "at signs": "a@",
    "accents": "e\u0301",
    "ideographs": "\u6f22\u5b57\u3002",
    "cut-off markup": "&lt;p ",
}


def main():
    parser = argparse.ArgumentParser(prog="python -m benchmarks.linear")
    parser.add_argument("--only", nargs="+", choices=sorted(WRAPPED), default=sorted(WRAPPED))
    parser.add_argument("--longest", type=int, default=LONGEST)
    options = parser.parse_args()
    markup.LONGEST = 1 << 40
    for name in options.only:
        worst = max(filter(None, (show(name, shape, options.longest) for shape in SHAPES)), default=0)
        print(f"{name}: the worst exponent is {worst:.2f}", flush=True)


def show(name, shape, longest):
    """Measure and print one line; returns the exponent, None where nothing took long enough."""
    points = measure(name, SHAPES[shape], longest)
    exponent = fitted([(length, took) for length, took in points if took >= MEASURABLE])
    length, took = points[-1]
    told = "   -" if exponent is None else f"{exponent:4.2f}"
    print(f"{told}  {took:7.3f} s at {length:>9,}  {name}: {shape}", flush=True)
    return exponent


def measure(name, shape, longest):
    """(length, seconds of work) for lengths that double."""
    points, length = [], SHORTEST
    while length <= longest and (not points or points[-1][1] < PATIENCE):
        data = WRAPPED[name]((shape * (length // len(shape) + 1))[:length])
        points.append((length, min(work(name, data) for _ in range(2 if length < 200_000 else 1))))
        length *= 2
    return points


def work(name, data):
    began = time.process_time()
    try:
        for record in formats.known()[name].read(io.BytesIO(data), Asked("story")):
            if hasattr(record, "headline"):
                tidy(record)
    except Unreadable:
        pass
    return time.process_time() - began


def fitted(points):
    """The slope of a line through the logarithms, by least squares; None of fewer than three points."""
    if len(points) < 3:
        return None
    logs = [(math.log(length), math.log(took)) for length, took in points]
    mean_x, mean_y = (sum(values) / len(logs) for values in zip(*logs, strict=True))
    over = sum((x - mean_x) * (y - mean_y) for x, y in logs)
    return over / sum((x - mean_x) ** 2 for x, _ in logs)


def _docx(text):
    packed = io.BytesIO()
    w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    lines = (text[start : start + 2000] for start in range(0, len(text), 2000))
    paragraphs = "".join(f"<w:p><w:r><w:t>{escape(line)}</w:t></w:r></w:p>" for line in lines)
    rels = "http://schemas.openxmlformats.org/package/2006/relationships"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    related = f'<Relationship Id="r" Type="{office}" Target="word/document.xml"/>'
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("_rels/.rels", f'<Relationships xmlns="{rels}">{related}</Relationships>')
        archive.writestr("word/document.xml", f'<w:document xmlns:w="{w}"><w:body>{paragraphs}</w:body></w:document>')
    return packed.getvalue()


def _rss(text):
    item = f"<item><guid>1</guid><title>T</title><description>{escape(text)}</description></item>"
    return f'<rss version="2.0"><channel><title>t</title>{item}</channel></rss>'.encode()


def _wxr(text):
    spaces = 'xmlns:wp="http://wordpress.org/export/1.2/" xmlns:content="http://purl.org/rss/1.0/modules/content/"'
    fields = "<wp:post_id>1</wp:post_id><wp:status>publish</wp:status><wp:post_type>post</wp:post_type>"
    item = f"<item><title>T</title><content:encoded>{escape(text)}</content:encoded>{fields}</item>"
    version = "<wp:wxr_version>1.2</wp:wxr_version>"
    return f'<rss version="2.0" {spaces}><channel>{version}{item}</channel></rss>'.encode()


def _newsml(text):
    body = f'<inlineData contenttype="text/html">{escape(text)}</inlineData>'
    meta = "<contentMeta><headline>T</headline></contentMeta>"
    start = '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:1" version="1">'
    return f"{start}{meta}<contentSet>{body}</contentSet></newsItem>".encode()


WRAPPED = {
    "text": lambda text: f"A headline of some words\n\n{text}".encode(),
    "html": lambda text: f"<h1>A headline</h1>{text}".encode(),
    "markdown": lambda text: f"---\ntitle: T\n---\n{text}".encode(),
    "docx": _docx,
    "rss": _rss,
    "wxr": _wxr,
    "ninjs": lambda text: dumps({"uri": "urn:1", "headline": "T", "body_html": text}).encode(),
    "newsml-g2": _newsml,
    "nitf": lambda text: f"<nitf><body><body.content><p>{escape(text)}</p></body.content></body></nitf>".encode(),
}


if __name__ == "__main__":
    main()
