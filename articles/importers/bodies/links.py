"""Links as a source writes them, and the opening tags of those that lead anywhere."""

from html import escape
from urllib.parse import urljoin, urlsplit

_FOLLOWED = ("", "http", "https", "mailto", "tel")


def opening(record, href, *, base, told):
    """The opening tag of a link to `href`, else nothing: a name within the page is none."""
    href = href.strip()
    if not href or href.startswith("#"):
        return ""
    address = _absolute(href, base)
    scheme = _scheme(address)
    if scheme not in _FOLLOWED or "{{" in href or "{%" in href:
        record.remove("link", href[:2000])
        told["link-lost"] += 1
        return ""
    told["link-relative"] += not scheme
    return f'<a href="{escape(address)}">'


def _absolute(href, base):
    href = f"https:{href}" if href.startswith("//") else href
    try:
        return urljoin(base, href) if base else href
    except ValueError:
        return href


def _scheme(address):
    try:
        return urlsplit(address).scheme.lower()
    except ValueError:
        return "unreadable"
