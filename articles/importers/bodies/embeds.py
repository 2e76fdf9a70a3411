"""What plays in a frame on another site becomes a link to it."""

import re
from html import escape
from urllib.parse import urljoin, urlsplit

_PLAYERS = (
    (
        re.compile(r"https?://(?:www\.)?youtube(?:-nocookie)?\.com/embed/([\w-]{6,20})"),
        "https://www.youtube.com/watch?v={}",
    ),
    (re.compile(r"https?://player\.vimeo\.com/video/(\d+)"), "https://vimeo.com/{}"),
)
_LONGEST = 2000


def address_of(src, base=""):
    """The address of a page that a reader can follow for `src`, or an empty string."""
    src = src.strip()
    src = f"https:{src}" if src.startswith("//") else src
    try:
        address = urljoin(base, src) if base else src
        parts = urlsplit(address)
    except ValueError:
        return ""
    if parts.scheme not in ("http", "https") or not parts.hostname or len(address) > _LONGEST:
        return ""
    for pattern, page in _PLAYERS:
        if player := pattern.match(address):
            return page.format(player[1])
    return address


def card(address, title):
    """The house form of an embed: a link that says where it leads."""
    host = urlsplit(address).hostname.removeprefix("www.")
    shown = escape(" ".join(title.split()) or host, quote=False)
    return f'<figure class="embed"><a href="{escape(address)}">{shown}</a></figure>'
