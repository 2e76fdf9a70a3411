"""Dresses generated stories in every format that a newsroom reads: {format: write(folder, how many, start=0)}.

A format of one story writes a file for each; one that holds many writes one file, story by story.
"""

import csv
import io
import json
import zipfile
from dataclasses import dataclass
from html import escape

from . import stories

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
WXR_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/"'
    ' xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">'
    "<channel><title>The Bench</title><wp:wxr_version>1.2</wp:wxr_version>"
    "<wp:base_blog_url>https://bench.example</wp:base_blog_url>\n"
)
WXR_FOOT = "</channel></rss>\n"
_MOMENT = "2026-11-03T10:00:00Z"


@dataclass(frozen=True)
class Story:
    number: int
    headline: str
    author: str
    blocks: list

    @property
    def html(self):
        return "".join(map(_block, self.blocks))


def story(number):
    headline, byline, *blocks = stories.story(number).strip().split("\n\n")
    return Story(number, headline, byline.removeprefix("By ").partition(",")[0], blocks)


def _block(text):
    if not text.startswith("•"):
        return f"<p>{escape(text)}</p>"
    return "<ul>" + "".join(f"<li>{escape(line[2:])}</li>" for line in text.split("\n")) + "</ul>"


def _each(suffix, dress):
    """A writer of a folder with a file for each story."""

    def write(folder, many, start=0):
        for number in range(start, start + many):
            data = dress(story(number))
            (folder / f"{number:07}.{suffix}").write_bytes(data if isinstance(data, bytes) else data.encode())

    return write


def _one(name, head, dress, foot, between=""):
    """A writer of one file, story by story, so that its size is bounded by the disk alone."""

    def write(folder, many, start=0):
        with (folder / name).open("w", encoding="utf-8") as file:
            file.write(head)
            for number in range(start, start + many):
                file.write((between if number > start else "") + dress(story(number)))
            file.write(foot)

    return write


def _text(one):
    return stories.story(one.number)


def markdown(one):
    body = "\n\n".join(one.blocks).replace("• ", "- ")
    return f'---\ntitle: "{one.headline}"\nauthor: "{one.author}"\ndate: {_MOMENT}\n---\n\n{body}\n'


def _html(one):
    head = f'<title>{escape(one.headline)}</title><meta name="author" content="{escape(one.author)}">'
    body = f"<nav><a href='/'>Home</a></nav><article><h1>{escape(one.headline)}</h1>{one.html}</article>"
    return f'<!doctype html><html lang="en"><head><meta charset="utf-8">{head}</head><body>{body}</body></html>'


def _docx(one):
    lines = [one.headline, f"By {one.author}", *(line for block in one.blocks for line in block.split("\n"))]
    paragraphs = "".join(f"<w:p><w:r><w:t>{escape(line)}</w:t></w:r></w:p>" for line in lines)
    relation = f'<Relationship Id="r" Type="{OFFICE}" Target="word/document.xml"/>'
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("_rels/.rels", f'<Relationships xmlns="{RELATIONS}">{relation}</Relationships>')
        archive.writestr(
            "word/document.xml", f'<w:document xmlns:w="{WORD}"><w:body>{paragraphs}</w:body></w:document>'
        )
    return packed.getvalue()


def wxr_item(one):
    return (
        f"<item><title>{escape(one.headline)}</title><dc:creator>{escape(one.author)}</dc:creator>"
        f"<guid>https://bench.example/?p={one.number}</guid><content:encoded><![CDATA[{one.html}]]></content:encoded>"
        f"<wp:post_id>{one.number}</wp:post_id><wp:post_date_gmt>2026-11-03 10:00:00</wp:post_date_gmt>"
        "<wp:status>publish</wp:status><wp:post_type>post</wp:post_type></item>\n"
    )


def _ghost(one):
    told = {"id": f"{one.number:024x}", "title": one.headline, "html": one.html, "status": "published", "type": "post"}
    return json.dumps(told | {"slug": f"story-{one.number}", "published_at": _MOMENT}, ensure_ascii=False)


def _feed(one):
    about = f"<title>{escape(one.headline)}</title><dc:creator>{escape(one.author)}</dc:creator>"
    return f"<item><guid>urn:bench:{one.number}</guid>{about}<description>{escape(one.html)}</description></item>\n"


def _substack(folder, many, start=0):
    (folder / "posts").mkdir()
    with (folder / "posts.csv").open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow("post_id post_date is_published email_sent_at type audience title subtitle".split())
        for one in map(story, range(start, start + many)):
            name = f"{one.number}.story-{one.number}"
            rows.writerow([name, _MOMENT, "true", "", "newsletter", "everyone", one.headline, ""])
            (folder / "posts" / f"{name}.html").write_text(one.html, encoding="utf-8")


def _ninjs(one):
    told = {"uri": f"urn:bench:{one.number}", "type": "text", "pubstatus": "usable", "versioncreated": _MOMENT}
    told |= {"headline": one.headline, "byline": f"By {one.author}", "body_html": one.html}
    return json.dumps(told, ensure_ascii=False)


def _newsml(one):
    body = f'<html xmlns="http://www.w3.org/1999/xhtml"><body>{one.html}</body></html>'
    return (
        f'<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:bench:{one.number}" version="1">'
        f"<itemMeta><versionCreated>{_MOMENT}</versionCreated></itemMeta>"
        f"<contentMeta><headline>{escape(one.headline)}</headline><by>By {escape(one.author)}</by></contentMeta>"
        f'<contentSet><inlineXML contenttype="application/xhtml+xml">{body}</inlineXML></contentSet></newsItem>\n'
    )


def _nitf(one):
    head = f"<head><docdata><doc-id id-string='bench.{one.number}'/></docdata></head>"
    top = f"<hedline><hl1>{escape(one.headline)}</hl1></hedline><byline>By {escape(one.author)}</byline>"
    body = f"<body><body.head>{top}</body.head><body.content>{one.html}</body.content></body>"
    return f'<?xml version="1.0"?><nitf>{head}{body}</nitf>'


def _iptc7901(one):
    body = "\r\n\r\n".join(f"   {block}" for block in [f"By {one.author}", *one.blocks])
    text = f"{one.headline} =\r\n\r\n{body}\r\n"
    return f"\x01ben{one.number % 10000:04} 4 i 600\r\n\r\nBench-story/\r\n\x02{text}\x03031000 GMT Nov 26 \r\n\x04"


def _anpa(one):
    head = f"^BC-Bench-{one.number},600<\r\n^{one.headline}<\r\n^By {one.author}=\r\n^The Bench=\r\n"
    body = "".join(f"\t   {block}\r\n \r\n" for block in one.blocks)
    top = f"\x16\x16\x01B{one.number % 10000:04}_\r\nr l BC-Bench 11-03 0600\r\n"
    return f"{top}\x02{head}{body}\x03AP-WF-11-03-26 1000GMT<\r\n\x04"


def _archive(folder, many, start=0):
    with zipfile.ZipFile(folder / "delivery.zip", "w", zipfile.ZIP_DEFLATED) as packed:
        for one in map(story, range(start, start + many)):
            packed.writestr(f"{one.number:07}.txt", _text(one))


write_wxr = _one("export.xml", WXR_HEAD, wxr_item, WXR_FOOT)
_RSS = '<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>The Bench</title>\n'
_MESSAGE = '<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>\n'
WRITERS = {
    "text": _each("txt", _text),
    "markdown": _each("md", markdown),
    "html": _each("html", _html),
    "docx": _each("docx", _docx),
    "wxr": write_wxr,
    "ghost": _one("ghost.json", '{"db": [{"meta": {}, "data": {"posts": [', _ghost, "]}}]}", ",\n"),
    "feed": _one("feed.xml", _RSS, _feed, "</channel></rss>"),
    "substack": _substack,
    "ninjs": _one("items.json", "[", _ninjs, "]", ",\n"),
    "newsml-g2": _one("message.xml", _MESSAGE, _newsml, "</itemSet></newsMessage>"),
    "nitf": _each("xml", _nitf),
    "iptc7901": _each("txt", _iptc7901),
    "anpa": _each("txt", _anpa),
    "text in .zip": _archive,
}
