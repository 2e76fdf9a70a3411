"""What WordPress does to a post's text on the way to a page: paragraphs, captions, galleries, players, page breaks."""

import re
from html import escape, unescape

_PRE = re.compile(r"(<(?:pre|script|style|textarea)\b.*?</(?:pre|script|style|textarea)>)", re.DOTALL | re.IGNORECASE)
_PRE_ENDS = re.compile(r"</(?:pre|script|style|textarea)>", re.IGNORECASE)
_BLANK = re.compile(r"\n[ \t]*\n\s*")
_BLOCK = re.compile(
    r"</?(?:p|div|h[1-6]|ul|ol|li|dl|dt|dd|blockquote|table|thead|tbody|tr|td|th|pre|figure|figcaption|form|hr|address"
    r"|section|article|iframe|object|video|audio|!--)\b",
    re.IGNORECASE,
)
_MORE = re.compile(r"(?:<p>)?<!--\s*more\b(.*?)-->(?:</p>)?", re.DOTALL)
_MORE_ENDS = re.compile(r"-->(?:</p>)?")
_NEXT_PAGE = re.compile(r"<!--\s*nextpage\s*-->")
_CAPTION = re.compile(r"\[(wp_)?caption\b([^\]]{0,500})\](.*?)\[/(?:wp_)?caption\]", re.DOTALL)
_CAPTION_ENDS = re.compile(r"\[/(?:wp_)?caption\]")
_IMAGE = re.compile(r"^\s*((?:<a\b[^>]*>\s*)?<img\b[^>]*>(?:\s*</a>)?)(.*)$", re.DOTALL)
_GALLERY = re.compile(r"\[gallery\b([^\]]{0,1000})\]")
_IDS = re.compile(r"\b(?:ids|include)=[\"']?([\d,\s]+)")
_OWN_CAPTION = re.compile(r"\bcaption=(\"|')(.*?)\1", re.DOTALL)
_EMBED = re.compile(r"\[embed\b[^\]]{0,200}\]\s*(https?://\S{1,2000}?)\s*\[/embed\]")
_ALONE = re.compile(r"^[ \t]*(https?://[^\s<>\"]{4,2000})[ \t]*$", re.MULTILINE)


def html_of(record, content, pictures):
    """The content as HTML. `pictures(numbers)` gives the attachments of a gallery."""
    html, rest = _up_to(_MORE_ENDS, content.replace("\r\n", "\n"))
    html = _MORE.sub(lambda more: _without_more(record, more[1]), html) + rest
    html = _NEXT_PAGE.sub("\n\n<hr>\n\n", html)
    html, rest = _up_to(_CAPTION_ENDS, html)
    html = _CAPTION.sub(lambda found: _figure(record, found), html) + rest
    html = _GALLERY.sub(lambda found: _gallery(record, found, pictures), html)
    html = _EMBED.sub(lambda found: f'\n\n<iframe src="{escape(found[1])}"></iframe>\n\n', html)
    html = _ALONE.sub(lambda found: f'\n<iframe src="{escape(unescape(found[1]))}"></iframe>\n', html)
    return html if "<!-- wp:" in html else autop(html)


def autop(html):
    """Paragraphs where a writer left a blank line, a break at the end of each line; what is a block stays as it is."""
    html, rest = _up_to(_PRE_ENDS, html)
    *parts, last = _PRE.split(html)
    return "".join(part if odd % 2 else _paragraphs(part) for odd, part in enumerate([*parts, last + rest]))


def _up_to(ends, html):
    """(`html` up to the last of these ends, what is behind it): where none follows, looking for one from each beginning
    would take the square of the length.
    """
    cut = max((found.end() for found in ends.finditer(html)), default=0)
    return html[:cut], html[cut:]


def _paragraphs(text):
    chunks = (chunk.strip() for chunk in _BLANK.split(text))
    return "\n".join(chunk if _BLOCK.match(chunk) else _paragraph(chunk) for chunk in chunks if chunk)


def _paragraph(chunk):
    """Lines up to the first block are a paragraph; a block that follows in the same chunk stands after it."""
    block = _BLOCK.search(chunk)
    text, rest = (chunk[: block.start()], chunk[block.start() :]) if block else (chunk, "")
    broken = text.strip().replace("\n", "<br>\n")
    return f"<p>{broken}</p>{rest}" if broken else rest


def _without_more(record, said):
    if said.strip():
        record.remove("more-tag", said.strip())
    return "\n\n"


def _figure(record, found):
    inside = _IMAGE.match(found[3])
    record.remove("shortcode", found[2].strip())
    if not inside:
        return found[3]
    told = _OWN_CAPTION.search(found[2])
    caption = inside[2].strip() or (unescape(told[2]) if told else "")
    return f"\n\n<figure>{inside[1]}<figcaption>{caption}</figcaption></figure>\n\n"


def _gallery(record, found, pictures):
    """The pictures in place of the shortcode; without any it stays, and is told as every other one."""
    ids = _IDS.search(found[1])
    shown = pictures([number.strip() for number in ids[1].split(",")] if ids else [])
    if not shown:
        return found[0]
    record.remove("shortcode", found[1].strip())
    return f"\n\n<figure>{''.join(map(_shown, shown))}</figure>\n\n"


def _shown(one):
    title = f' title="{escape(one.title)}"' if one.title else ""
    image = f'<img src="{escape(one.address)}" alt="{escape(one.alt)}"{title}>'
    return f"<figure>{image}<figcaption>{one.caption}</figcaption></figure>"
