"""Shapes that make parsers slow, of which a body may be made, and a story of each format that has such a body.

SHAPES    {shape: what comes again and again}
WRAPPED   {format: text -> a story of that format}
"""

import io
import json
import zipfile
from html import escape

from .dressing import OFFICE, RELATIONS, WORD

HEADLINE = "A headline of some words"
_MOMENT = "2026-11-03T10:00:00Z"
SHAPES = {
    "prose": "The harbour board ordered two new pumps for the Lower Quay. ",
    "short lines": "Pumps\n",
    "paragraphs": "Two pumps were ordered.\n\n",
    "long word": "a",
    "blanks": " ",
    "blank lines": " \n",
    "no-break spaces": "a\u00a0",
    "angles": "<",
    "open tags": "<p>word",
    "nested boxes": "<div>",
    "crossed marks": "<a><b><i><p>",
    "end tags": "</p></b></i>",
    "lists": "<ul><li>x",
    "items": "<li>x",
    "tables": "<table><tr><td>x",
    "cells": "<td>x</td>",
    "quotations": "<blockquote>x",
    "headline again": f"<p>{HEADLINE}</p>",
    "headline in lines": f"{HEADLINE}\n",
    "pictures": '<figure><img src="a.jpg">',
    "breaks": "<br>",
    "entities": "&amp;",
    "comments": "<!-- x -->",
    "open comment": "<!-- ",
    "open raw text": "<pre><script><style>",
    "attributes": '<a href="',
    "quotes": "\"'",
    "brackets": "[",
    "links": "[a](b) ",
    "shortcodes": "{{< x >}} ",
    "open shortcodes": "{{< [gallery {% ",
    "open captions": "[caption]x",
    "pages to turn": "<!--more--><!--nextpage-->",
    "open page turns": "<!-- more ",
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


def _docx(text):
    packed = io.BytesIO()
    lines = (text[start : start + 2000] for start in range(0, len(text), 2000))
    paragraphs = "".join(f"<w:p><w:r><w:t>{escape(line)}</w:t></w:r></w:p>" for line in lines)
    related = f'<Relationship Id="r" Type="{OFFICE}" Target="word/document.xml"/>'
    document = f'<w:document xmlns:w="{WORD}"><w:body>{paragraphs}</w:body></w:document>'
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("_rels/.rels", f'<Relationships xmlns="{RELATIONS}">{related}</Relationships>')
        archive.writestr("word/document.xml", document)
    return packed.getvalue()


RSS = ('<rss version="2.0"><channel><title>t</title>', "</channel></rss>")
ATOM = ('<feed xmlns="http://www.w3.org/2005/Atom"><title>t</title>', "</feed>")
WXR = (
    '<rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/"'
    ' xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><wp:wxr_version>1.2</wp:wxr_version>',
    "</channel></rss>",
)
POST = (
    f"<item><title>{HEADLINE}</title><wp:post_id>1</wp:post_id><wp:post_type>post</wp:post_type>",
    "</item>",
)
NEWSML = ('<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>', "</itemSet></newsMessage>")
NEWS = (
    f'<newsItem guid="urn:1" version="1"><contentMeta><headline>{HEADLINE}</headline>',
    "</contentMeta></newsItem>",
)
NITF = (f"<nitf><body><body.head><hedline><hl1>{HEADLINE}</hl1></hedline></body.head><body.content>",)
NITF += ("</body.content></body></nitf>",)
ANPA = (f"\x16\x16\x01B0001_\r\nr l BC-Bench 11-03 0600\r\n\x02^BC-Bench,600<\r\n^{HEADLINE}<\r\n",)
ANPA += ("\r\n\x03AP-WF-11-03-26 1000GMT<\r\n\x04",)
GHOST = ('{"db": [{"data": {"posts": [', "]}}]}")


def _rss(text):
    return (
        f"{RSS[0]}<item><guid>1</guid><title>{HEADLINE}</title><description>{escape(text)}</description></item>"
        + (RSS[1])
    )


def _atom(text):
    content = f'<content type="html">{escape(text)}</content>'
    return f"{ATOM[0]}<entry><id>1</id><title>{HEADLINE}</title>{content}</entry>{ATOM[1]}"


def _wxr(text):
    return f"{WXR[0]}{POST[0]}<content:encoded>{escape(text)}</content:encoded>{POST[1]}{WXR[1]}"


def _newsml(text):
    body = f'<contentSet><inlineData contenttype="text/html">{escape("<p>" + text)}</inlineData></contentSet>'
    return f"{NEWSML[0]}{NEWS[0]}</contentMeta>{body}</newsItem>{NEWSML[1]}"


def _nitf(text):
    return f"{NITF[0]}<p>{escape(text)}</p>{NITF[1]}"


def _ninjs(text):
    return json.dumps({"uri": "urn:1", "headline": HEADLINE, "body_html": text})


def _ghost(text):
    return GHOST[0] + json.dumps({"id": "1", "title": HEADLINE, "html": text}) + GHOST[1]


WRAPPED = {
    "text": lambda text: f"{HEADLINE}\n\n{text}",
    "html": lambda text: f"<h1>{HEADLINE}</h1>{text}",
    "markdown": lambda text: f"---\ntitle: {HEADLINE}\n---\n{text}",
    "docx": _docx,
    "feed": _rss,
    "atom": _atom,
    "wxr": _wxr,
    "ghost": _ghost,
    "ninjs": _ninjs,
    "newsml-g2": _newsml,
    "nitf": _nitf,
    "substack": lambda text: f"post_id,post_date,is_published,type,title\n1.a,{_MOMENT},true,newsletter,{HEADLINE}\n",
    "iptc7901": lambda text: (
        f"\x01ben0001 4 i 600\r\n\r\nBench/\r\n\x02{HEADLINE} =\r\n\r\n{text}\x03031000 GMT Nov 26"
    ),
    "anpa": lambda text: f"{ANPA[0]}\t{text}{ANPA[1]}",
}
