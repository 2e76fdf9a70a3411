"""A body as it goes to another house: its words and links, without pictures, which have owners of their own."""

import nh3

_TEXT = {"p", "h2", "h3", "ul", "ol", "li", "blockquote", "footer", "cite", "pre", "hr", "br"}
_MARKS = {"a", "strong", "em", "code", "sub", "sup"}
_TABLES = {"table", "caption", "thead", "tbody", "tr", "th", "td"}


def detached(html, *, site):
    """The HTML of a body without figures; its links to our own pages hold anywhere. `site`: our address."""

    def absolute(tag, name, value):
        return f"{site}{value}" if name == "href" and value.startswith("/") else value

    return nh3.clean(
        html,
        tags=_TEXT | _MARKS | _TABLES,
        clean_content_tags={"figure", "script", "style"},
        attributes={"a": {"href"}, "th": {"colspan", "rowspan"}, "td": {"colspan", "rowspan"}},
        attribute_filter=absolute,
        link_rel=None,
    )
