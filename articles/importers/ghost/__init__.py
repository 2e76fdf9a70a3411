"""Ghost exports: one JSON file with the tables of the site. Lexical and Mobiledoc are read where there is no HTML."""

import json
import re

from articles.importers.formats import MEGABYTE, Format, Sure
from articles.importers.record import Record, Unreadable
from articles.importers.slices import objects

from .posts import Site

_POSTS = re.compile(rb'"posts"\s*:\s*\[')
_GHOST = re.compile(rb'"(?:posts_authors|posts_tags|posts_meta|mobiledoc|lexical|exported_on)"')


def recognises(head, name):
    if not head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        return Sure.NO
    if b'"db"' in head[:200] or (b'"exported_on"' in head and b'"data"' in head):
        return Sure.CERTAIN
    return Sure.CERTAIN if _POSTS.search(head) and _GHOST.search(head) else Sure.NO


def read(file, asked):
    """Raises Unreadable where the file is no Ghost export."""
    text = _text(file.read())
    tables, path = _tables(text)
    site, posts = Site(tables, asked), tables["posts"]
    for number, (post, raw) in enumerate(zip(posts, objects.objects_in(text, path, posts), strict=True), 1):
        try:
            found = site.read(post, number)
            if isinstance(found, Record):
                found.came_as(raw)  # never the whole file: its table of users holds their passwords
            yield found
        except Unreadable as problem:
            problem.item = number
            yield problem


def _text(data):
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Unreadable("a Ghost export is written in UTF-8, and this is not", code="encoding") from error


def _tables(text):
    """(the tables by name, the path down to the posts)"""
    try:
        told = json.loads(text)
    except json.JSONDecodeError as error:
        message = f"this is no JSON ({error.msg}); export it again"
        raise Unreadable(message, code="json", line=error.lineno, column=error.colno) from error
    except (RecursionError, ValueError) as error:
        raise Unreadable("this JSON is nested deeper than any export; it was left alone", code="json-deep") from error
    tables, path = _below(told, "db")
    tables, path = _below(tables, 0, path)
    tables, path = _below(tables, "data", path)
    if not isinstance(tables, dict) or not isinstance(tables.get("posts"), list):
        raise Unreadable("the export has no table of posts; export the site again, with its content", code="no-posts")
    tables["posts"] = [post for post in tables["posts"] if isinstance(post, dict)]
    return tables, (*path, "posts")


def _below(told, step, path=()):
    """One step down where there is one: exports of several versions wrap their tables in more or less."""
    there = isinstance(told, list) and bool(told) if step == 0 else isinstance(told, dict) and step in told
    return (told[step], (*path, step)) if there else (told, path)


FORMAT = Format("ghost", "Ghost export (JSON)", recognises, read, many=True, largest=512 * MEGABYTE)
