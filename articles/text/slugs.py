"""Makes the part of an address that is made of a headline."""

import hashlib
import re

from .romanising import romanise

_LONGEST = 80
# First parts of other addresses of the site, and names that servers and crawlers give a meaning.
_ADDRESSES = """about admin api archive author changes corrections feed feeds healthz index media preview readyz
    robots search section sitemap static tag well-known"""
_RESERVED = frozenset(_ADDRESSES.split())
_OTHER = re.compile(r"[^a-z0-9]+")
_LETTER = re.compile(r"[^\W_]")
_MOST_LEFT_OUT = 0.2


def slug_of(headline, fallback="story"):
    """An ASCII slug of at most 80 characters, cut at a word; never empty and never a reserved word.

    A headline most of whose letters have no Latin form (Chinese, most Japanese) gets `fallback` and a short hash.
    """
    latin = romanise(headline)
    slug = _cut(_OTHER.sub("-", latin).strip("-"))
    if not slug or not _is_told(headline, latin):
        return f"{fallback}-{hashlib.sha256(headline.encode('utf-8', 'surrogatepass')).hexdigest()[:6]}"
    return f"{slug}-{fallback}" if slug in _RESERVED else slug


def _cut(slug):
    if len(slug) <= _LONGEST:
        return slug
    whole = slug[: _LONGEST + 1].rpartition("-")[0]
    return whole or slug[:_LONGEST]


def _is_told(headline, latin):
    """Whether nearly all letters of `headline` found their way into `latin`."""
    left = sum(not letter.isascii() for letter in _LETTER.findall(latin))
    return left <= _MOST_LEFT_OUT * len(_LETTER.findall(headline))
