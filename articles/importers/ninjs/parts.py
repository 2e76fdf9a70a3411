"""The members of ninjs that hold words, in the shapes of all three versions."""

from articles.importers import bodies

_HTML = ("html", "xml")
_SUMMARIES = ("lead", "summary", "abstract", "text", "main", "short", "")


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


def _long(item, name):
    value = item.take(name)
    return value if isinstance(value, str) else ""
