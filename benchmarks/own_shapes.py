"""Shapes that make parsers slow and that only one format has: its items, its fields, its own nesting.

OWN       {format: {shape: (head, what comes again and again, foot)}}; `%d` in what comes again counts up
"""

from .shapes import ANPA, GHOST, HEADLINE, NEWS, NEWSML, NITF, POST, RSS, WXR

_RSS_ITEM = "<item><guid>%d</guid><title>T</title><description>&lt;p&gt;x</description></item>\n"
_WXR_ITEM = "<item><title>T</title><wp:post_id>%d</wp:post_id><content:encoded>x</content:encoded></item>\n"
_PICTURE = "<item><wp:post_type>attachment</wp:post_type><wp:post_id>9%d</wp:post_id><wp:post_parent>1</wp:post_parent>"
_PICTURE += "<wp:attachment_url>http://a.b/%d.jpg</wp:attachment_url></item>\n"
_META = "<wp:postmeta><wp:meta_key>k</wp:meta_key><wp:meta_value>v</wp:meta_value></wp:postmeta>"
_IN_POST = (WXR[0] + POST[0], POST[1] + WXR[1])
_IN_NEWS = (NEWSML[0] + NEWS[0], NEWS[1] + NEWSML[1])
_IN_META = (NEWSML[0] + '<newsItem guid="urn:1" version="1"><itemMeta>', "</itemMeta></newsItem>" + NEWSML[1])
_IN_NINJS = (f'{{"uri": "urn:1", "headline": "{HEADLINE}", "body_text": "x", ', "}")
_IN_NITF_HEAD = ("<nitf><head><docdata>", f"</docdata></head>{NITF[0].removeprefix('<nitf>')}<p>x</p>{NITF[1]}")
_ROWS = "post_id,post_date,is_published,type,title\n"


def _around(pair, piece, *, last=""):
    return pair[0], piece, last + pair[1]


OWN = {
    "feed": {
        "stories": _around(RSS, _RSS_ITEM),
        "stories without ids": _around(RSS, "<item><title>T</title></item>\n"),
        "categories": _around((RSS[0] + "<item><title>T</title>", "</item>" + RSS[1]), "<category>c%d</category>"),
        "nested elements": _around(RSS, "<a>"),
        "broken elements": _around(RSS, "<item><title>x &nbsp; <b>"),
        "comments in XML": _around(RSS, "<!-- x -->"),
        "open comments in XML": _around(RSS, "<!-- x "),
        "attributes in XML": _around((f"{RSS[0]}<item ", f"><title>T</title></item>{RSS[1]}"), 'a%d="b" '),
    },
    "wxr": {
        "stories": _around(WXR, _WXR_ITEM),
        "stories of one number": _around(WXR, _WXR_ITEM.replace("%d", "7")),
        "pictures under one post": _around(
            WXR, _PICTURE, last=f"{POST[0]}<content:encoded>[gallery]</content:encoded></item>"
        ),
        "galleries": (
            f"{WXR[0]}{_PICTURE.replace('%d', '3')}{POST[0]}<content:encoded>",
            "[gallery]",
            f"</content:encoded>{POST[1]}{WXR[1]}",
        ),
        "meta of one key": _around(_IN_POST, _META),
        "meta": _around(_IN_POST, _META.replace(">k<", ">k%d<")),
        "comments of readers": _around(_IN_POST, "<wp:comment><wp:comment_content>x</wp:comment_content></wp:comment>"),
        "categories": _around(_IN_POST, '<category domain="post_tag">c%d</category>'),
        "nested elements": _around(_IN_POST, "<a>"),
        "comments in XML": _around(WXR, "<!-- x -->"),
        "people": _around(WXR, "<wp:author><wp:author_login>p%d</wp:author_login></wp:author>"),
        "unknown elements": _around(WXR, "<a>x</a>"),
    },
    "ghost": {
        "stories": _around(GHOST, '{"id": "%d", "title": "T", "html": "<p>x"},\n', last='{"id": "a", "html": "x"}'),
        "tags": (
            '{"db": [{"data": {"posts": [{"id": "1", "title": "T", "html": "x"}], "posts_tags": [',
            '{"post_id": "1", "tag_id": "%d"},',
            '{"post_id": "1", "tag_id": "1"}], "tags": [{"id": "1", "name": "t"}]}}]}',
        ),
        "lexical": (
            f'{GHOST[0]}{{"id": "1", "title": "T", "lexical": {{"root": {{"children": [',
            '{"type": "paragraph", "children": [{"type": "text", "text": "x", "format": 3}]},',
            '{"type": "linebreak"}]}}}' + GHOST[1],
        ),
        "deep lexical": (f'{GHOST[0]}{{"id": "1", "lexical": {{"root": ', '{"children": [', f"}}}}{GHOST[1]}"),
        "mobiledoc": (
            f'{GHOST[0]}{{"id": "1", "title": "T", "mobiledoc": {{"markups": [["b"]], "sections": [',
            '[1, "p", [[0, [0], 0, "x"], [0, [], 1, "y"]]],',
            '[1, "p", []]]}}' + GHOST[1],
        ),
    },
    "ninjs": {
        "stories": ("[", '{"uri": "urn:%d", "headline": "T", "body_text": "x"},\n', '{"uri": "urn:z"}]'),
        "keywords": (f'{_IN_NINJS[0]}"keywords": [', '"k%d", ', '"z"]}'),
        "subjects": (f'{_IN_NINJS[0]}"subject": [', '{"code": "%d", "name": "n"}, ', '{"code": "z"}]}'),
        "associations": (
            f'{_IN_NINJS[0]}"associations": {{',
            '"a%d": {"type": "picture", "renditions": {"r": {"href": "a%d.jpg", "width": 9}}}, ',
            '"z": {}}}',
        ),
        "authors": (f'{_IN_NINJS[0]}"authors": [', '{"name": "Ann Lee %d"}, ', '{"name": "Bo Ek"}]}'),
        "bodies": (f'{_IN_NINJS[0]}"bodies": [', '{"contentType": "text/html", "value": "<p>x"}, ', "{}]}"),
        "unknown members": _around(_IN_NINJS, '"m%d": 1, ', last='"z": 1'),
        "deep members": (_IN_NINJS[0] + '"deep": ', '{"a": [', "1}"),
        "a long byline": (_IN_NINJS[0] + '"byline": "By ', "Ann Lee and ", 'Bo Ek"}'),
        "a byline of brackets": (_IN_NINJS[0] + '"byline": "By ', "(ab ", 'Bo Ek"}'),
        "plain text": (_IN_NINJS[0].replace('"body_text": "x", ', '"body_text": "'), "word\\n\\n", '"}'),
    },
    "newsml-g2": {
        "stories": _around(NEWSML, '<newsItem guid="urn:%d" version="1"><contentSet/></newsItem>\n'),
        "packages": _around(NEWSML, "<packageItem/>"),
        "notes": _around(_IN_META, "<edNote>note %d</edNote>"),
        "links": _around(_IN_META, '<link rel="x:seeAlso" href="a%d"/>'),
        "subjects": _around(_IN_NEWS, '<subject qcode="medtop:%d"><name>n</name></subject>'),
        "keywords": _around(_IN_NEWS, "<keyword>k%d</keyword>"),
        "bylines": _around(_IN_NEWS, "<by>By Ann Lee</by>"),
        "unknown elements": _around(_IN_NEWS, "<a>x</a>"),
        "nested elements": _around(_IN_NEWS, "<a>"),
        "comments in XML": _around(_IN_NEWS, "<!-- x -->"),
        "attributes in XML": (f"{NEWSML[0]}<newsItem ", 'a%d="b" ', ' guid="urn:1"/>' + NEWSML[1]),
        "paragraphs in XML": (
            f"{NEWSML[0]}{NEWS[0]}</contentMeta><contentSet><inlineXML><html><body>",
            "<p>x</p>",
            f"</body></html></inlineXML></contentSet></newsItem>{NEWSML[1]}",
        ),
        "headers in XML": (
            f"{NEWSML[0]}{NEWS[0]}</contentMeta><contentSet><inlineXML><html><body>",
            "<header>x</header>y",
            f"</body></html></inlineXML></contentSet></newsItem>{NEWSML[1]}",
        ),
    },
    "nitf": {
        "paragraphs in XML": _around(NITF, "<p>x <em>y</em></p>"),
        "headlines": _around(NITF, f"<p>{HEADLINE}</p>"),
        "tables in XML": _around(NITF, "<table><tr><td>x</td></tr></table>"),
        "media": _around(NITF, '<media media-type="image"><media-reference source="a%d.jpg"/></media>'),
        "notes": _around(NITF, "<note>note %d</note>"),
        "messages": _around(_IN_NITF_HEAD, '<ed-msg info="note %d"/>'),
        "keywords": (f"{_IN_NITF_HEAD[0]}<key-list>", '<keyword key="k%d"/>', f"</key-list>{_IN_NITF_HEAD[1]}"),
        "nested elements": _around(NITF, "<div>"),
        "comments in XML": _around(NITF, "<!-- x -->"),
        "attributes in XML": (f"{NITF[0]}<p ", 'a%d="b" ', f">x</p>{NITF[1]}"),
        "tags written as words": _around(NITF, "<p>&lt;b&gt;x</p>"),
    },
    "substack": {"posts": (_ROWS, "%d.a,2026-11-03T10:00:00Z,true,newsletter,T\n", "")},
    "anpa": {
        "fields": _around(ANPA, "^By Ann Lee, Eds: x %d<\r\n"),
        "a field of blanks": (f"{ANPA[0]}^", " ", f"x<\r\n\ty{ANPA[1]}"),
        "a slug of digits": (ANPA[0].partition("Bench,600")[0], "1", f"Bench,600<\r\n\ty{ANPA[1]}"),
        "a slug of commas": (ANPA[0].partition("Bench,600")[0], ", ", f"Bench,600x<\r\n\ty{ANPA[1]}"),
        "a slug with a gap": (ANPA[0].partition("600")[0], " ", f"600x<\r\n\ty{ANPA[1]}"),
        "carets": _around(ANPA, "^x\r\n"),
    },
}
