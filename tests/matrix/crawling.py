"""Follows every link from a page on, as somebody who clicks everything; and tells whether a table has changed."""

import re
from hashlib import sha256
from urllib.parse import parse_qs, urljoin, urlsplit

from django.apps import apps
from django.conf import settings

LINK = re.compile(r'<a\b[^>]*\bhref="([^"#]*)')
NUMBER = re.compile(r"\d+")


def crawl(client, start):
    """The paths that were followed. Of links that differ in their numbers or values alone, two are enough."""
    waiting, seen, kinds = [start], set(), {}
    while waiting:
        path = waiting.pop()
        kind = _kind(path)
        if path in seen or kinds.get(kind, 0) == 2:
            continue
        seen.add(path)
        kinds[kind] = kinds.get(kind, 0) + 1
        response = client.get(path)
        if response.get("Content-Type", "").startswith("text/html"):
            waiting += _links(response, path)
        b"".join(response)  # to its end, which closes the file of a picture
    return seen


def _links(response, path):
    for link in LINK.findall(response.content.decode()):
        link = urlsplit(urljoin(path, link.replace("&amp;", "&").removeprefix(settings.SITE_URL)))
        if not link.scheme and not link.netloc:
            yield f"{link.path}?{link.query}".rstrip("?")


def _kind(path):
    parts = urlsplit(path)
    return NUMBER.sub("0", parts.path), frozenset(parse_qs(parts.query, keep_blank_values=True))


def fingerprint(besides):
    """{table: digest of its rows}, of all tables but `besides`."""
    models = [model for model in apps.get_models(include_auto_created=True) if model._meta.db_table not in besides]
    return {model._meta.db_table: _digest(model) for model in models}


def _digest(model):
    return sha256(repr(list(model._base_manager.order_by("pk").values_list())).encode()).hexdigest()
