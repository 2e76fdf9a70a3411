"""The members of ninjs that hold words or pictures, in the shapes of all three versions."""

from articles.importers import bodies
from articles.importers.record import Link, Picture

_HTML = ("html", "xml")
_SUMMARIES = ("lead", "summary", "abstract", "text", "main", "short", "")
_PICTURES = ("picture", "graphic", "photo", "image")


def headlines_of(item):
    """(the headline, [the others as {"role", "value"}])."""
    plain = item.text("headline", "headline_text", "headline_main", "title")
    told = [(one.text("role"), bodies.plain(one.text("value"))) for one in item.objects("headlines")]
    told = [(role, value) for role, value in told if value]
    main = next((value for role, value in told if role in ("main", "headline", "")), told[0][1] if told else "")
    headline = bodies.plain(plain) or main
    return headline, [{"role": role, "value": value} for role, value in told if value != headline]


def summary_of(item):
    text, html = item.text("description_text"), item.text("description_html", "description_xhtml")
    if text or html:
        item.take("description_html"), item.take("description_xhtml")
        return text or bodies.plain(html)
    told = {one.text("role").lower(): one.text("value") for one in reversed(item.objects("descriptions"))}
    return bodies.plain(next((told[role] for role in _SUMMARIES if told.get(role)), ""))


def bodies_of(item):
    """(HTML, plain text) of the body; what says the same in another form is not read twice."""
    html = _long(item, "body_xhtml") or _long(item, "body_html")
    text = _long(item, "body_text")
    for one in item.objects("bodies"):
        kind, value = one.text("contenttype").lower(), _long(one, "value")
        if (any(mark in kind for mark in _HTML) or value.lstrip().startswith("<?xml")) and not html:
            html = value
        elif not any(mark in kind for mark in _HTML) and not text and value != html:
            text = value
    return html, text


def pictures_of(item):
    """([Picture], [Link]) of the associations: the first picture leads; what is none is a related item."""
    pictures, links = [], []
    for one in item.objects("associations"):
        if one.text("type").lower() in _PICTURES or (not one.text("type") and one.take("renditions")):
            pictures.append(_picture(one, lead=not pictures))
        else:
            links.append(Link(one.text("uri", "href"), one.text("headline", "title"), one.text("rel", "name")))
    return [picture for picture in pictures if picture.href], [link for link in links if link.href]


def _picture(one, *, lead):
    rendition = max(one.objects("renditions"), key=_most_useful, default=None)
    caption = summary_of(one) or bodies.plain(one.text("headline"))
    return Picture(
        href=rendition.text("href") if rendition else "",
        caption=caption,
        credit=one.text("byline", "by"),
        alt=one.text("body_text", "alt") or bodies.plain(_alt(one)),
        rights=one.text("copyrightnotice", "copyrightholder"),
        width=_width(rendition) or None if rendition else None,
        height=_number(rendition.text("height")) or None if rendition else None,
        lead=lead,
        extra=one.rest(),
    )


def _alt(one):
    return next((told.text("value") for told in one.objects("descriptions") if told.text("role") == "alt"), "")


def _most_useful(rendition):
    """The widest; of two as wide not the AVIF, which fewer systems read."""
    return _width(rendition), "avif" not in rendition.text("contenttype", "mimetype")


def _width(rendition):
    return _number(rendition.text("width"))


def _number(text):
    return int(text) if text.isdigit() and len(text) < 7 else 0


def _long(item, name):
    value = item.take(name)
    return value if isinstance(value, str) else ""
