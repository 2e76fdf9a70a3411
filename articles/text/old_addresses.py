"""Addresses that stories had on another site, as they are kept and as readers ask for them: a path, never a host.

A path is kept decoded and as it was written; a question after it is kept where it says which story is meant, without
what only counts visitors. Whatever is kept here is compared with what is asked for, and never sent to anybody.
"""

import re
import unicodedata
from urllib.parse import parse_qsl, quote, unquote_to_bytes, urlencode, urlsplit

from django.utils.encoding import repercent_broken_unicode

LONGEST = 200  # characters of a path that are kept
_SHORT_LINK = re.compile(r"p=[0-9]{1,20}")  # WordPress leads from its front page, by the number of a post
_COUNTING = re.compile(r"utm_\w+|fbclid|gclid|msclkid|mc_[ce]id|igshid|_ga", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_PATTERN = re.compile(r"/:|[{*<]")  # of a static site's settings: /:year/:title/
_LONGEST_QUERY = 500


def host_of(site):
    """The name of a site's host, small and without www; empty where the text names none."""
    try:
        host = urlsplit(site.strip()).hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.")


def with_scheme(address):
    """An address as browsers show it, `www.example.org/2019/x/`, with what they leave out; others as they are."""
    host, slash, _ = address.strip().partition("/")
    return f"https://{address.strip()}" if slash and "." in host and ":" not in host else address


def kept(address, hosts):
    """The path under which `address` is kept; empty unless it lies on one of `hosts`, or names no host at all."""
    try:
        parts = urlsplit(address.strip())
        path = _decoded(parts.path)
        told = _with_query(path, _said(parts.query))
    except ValueError:  # brackets that are no IPv6, half a character
        return ""
    if parts.scheme not in ("", "http", "https") or (parts.netloc and host_of(address) not in hosts):
        return ""
    return told if _is_kept(path, told) else ""


def is_short_link(path, query):
    """Whether somebody asks the front page for a post by its number, as WordPress lets them."""
    return path == "/" and bool(_SHORT_LINK.fullmatch(_said(query)))


def asked(path, query=""):
    """The paths under which what is asked for may be kept, the nearest first: as it was asked, with the other end
    (a last slash or none), in small letters, and each of them without the question.
    """
    path, said = _straight(path), _said(query)
    other = path.rstrip("/") if path.endswith("/") else f"{path}/"
    spelled = [path, *([other] if other else []), path.lower(), other.lower()]
    found = [_with_query(one, said) for one in spelled if one] if said else []
    return list(dict.fromkeys([*found, *(one for one in spelled if one.strip("/"))]))


def link(path):
    """A kept path as a link writes it."""
    before, mark, query = path.partition("?")
    return f"{quote(before, safe='/%')}{mark}{query}"


def _is_kept(path, told):
    if path == "/" and not _SHORT_LINK.fullmatch(told.removeprefix("/?")):
        return False
    never_asked = _CONTROL.search(told) or _PATTERN.search(told) or {".", ".."} & set(path.split("/"))
    return len(told) <= LONGEST and not never_asked


def _decoded(path):
    """As Django decodes what is asked for: bytes that are no UTF-8 stay written out."""
    return _straight(repercent_broken_unicode(unquote_to_bytes(path)).decode())


def _straight(path):
    return unicodedata.normalize("NFC", f"/{path.lstrip('/')}")


def _said(query):
    """The question in one order, without what counts visitors; empty if it is longer than any that names a story."""
    if len(query) > _LONGEST_QUERY:
        return ""
    pairs = parse_qsl(query, keep_blank_values=True)
    return urlencode(sorted((name, value) for name, value in pairs if not _COUNTING.fullmatch(name)))


def _with_query(path, said):
    return f"{path}?{said}" if said else path
