"""The addresses that a page of ours leads to, and what they are called in a copy that any web server can serve.

A file server knows no questions after an address: the numbered pages of a list become folders, `…/page/2/`.
"""

import re
from urllib.parse import unquote, urljoin, urlsplit

from lxml import html

_LINKING = ("href", "src", "srcset", "imagesrcset")
_CSS_URL = re.compile(rb"url\(\s*[\"']?([^\"')]+)")
_LOC = re.compile(rb"<(?:loc|link|id)>([^<]+)</")
_ANSWERED = re.compile(r'<link rel="alternate" type="application/json\+oembed"[^>]*>\n?')
_PAGE = re.compile(r"page=(\d{1,4})")
_NO_FILE = re.compile(r'[?\\:*"<>|]')
# What only a running newsroom answers, or only its people.
_LEFT_OUT = re.compile(r"/(?:admin|preview|report|search|digest|healthz|readyz)(?:/|$)")


def found_in(body, kind, address, site):
    """Addresses (path, with `?page=` where there is one) of the same site that the page at `address` names."""
    for link in _named(body, kind):
        known = known_address(urljoin(site + address, link.strip()), site)
        if known:
            yield known


def known_address(link, site):
    """The path of an address of ours that belongs into a copy, None for all others."""
    here, there = urlsplit(site), urlsplit(link)
    if (there.scheme, there.netloc) != (here.scheme, here.netloc) or _LEFT_OUT.match(there.path):
        return None
    page = _PAGE.fullmatch(there.query)
    if there.query and not page:
        return None
    return unquote(there.path) + (f"?page={page[1]}" if page and page[1] != "1" else "")


def file_name(address):
    """Where the answer of an address lies in the copy."""
    path = in_copy(address).lstrip("/")
    return f"{path}index.html" if path.endswith("/") or not path else path


def in_copy(address):
    """The path of an address in the copy."""
    path, _, query = address.partition("?")
    page = _PAGE.fullmatch(query)
    return f"{path}page/{page[1]}/" if page and page[1] != "1" else path


def may_be_file(path):
    """Whether an address can be the name of a file anywhere: of some other site, it may hold what ours never do."""
    return not _NO_FILE.search(path) and "//" not in path and all(len(part.encode()) < 200 for part in path.split("/"))


def above(name):
    """The name itself, and those of the folders it lies in."""
    parts = name.split("/")
    return ["/".join(parts[:count]) for count in range(1, len(parts) + 1)]


def readdressed(body, address, site):
    """The HTML with its links to numbered pages as the copy has them, and none to what only a newsroom answers."""
    own, origin = address.partition("?")[0], re.escape(site)
    numbered = re.compile(rf'((?:href|content)=")({origin})?(/[^"?#]*)?\?page=(\d{{1,4}})"')
    text = _ANSWERED.sub("", body.decode())
    return numbered.sub(lambda m: f'{m[1]}{m[2] or ""}{in_copy(f"{m[3] or own}?page={m[4]}")}"', text).encode()


def _named(body, kind):
    if kind == "text/html":
        yield from _named_in_html(body)
    elif kind == "text/css":
        yield from (link.decode() for link in _CSS_URL.findall(body))
    elif kind.endswith("xml"):
        yield from (link.decode() for link in _LOC.findall(body))


def _named_in_html(body):
    for element in html.document_fromstring(body).iter():
        for name in _LINKING:
            value = element.get(name)
            if value and name.endswith("srcset"):
                yield from (part.split()[0] for part in value.split(",") if part.strip())
            elif value:
                yield value
        if element.get("property") == "og:image":
            yield element.get("content", "")
