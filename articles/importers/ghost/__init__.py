"""Ghost exports: one JSON file with the tables of the site. Lexical and Mobiledoc are read where there is no HTML."""

import json
import re

from articles.importers.formats import MEGABYTE, Format, Sure
from articles.importers.record import Unreadable

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
    tables = _tables(file.read())
    site = Site(tables, asked)
    for number, post in enumerate(tables["posts"], 1):
        try:
            yield site.read(post, number)
        except Unreadable as problem:
            problem.item = number
            yield problem


def _tables(data):
    try:
        told = json.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise Unreadable("a Ghost export is written in UTF-8, and this is not", code="encoding") from error
    except json.JSONDecodeError as error:
        message = f"this is no JSON ({error.msg}); export it again"
        raise Unreadable(message, code="json", line=error.lineno, column=error.colno) from error
    except (RecursionError, ValueError) as error:
        raise Unreadable("this JSON is nested deeper than any export; it was left alone", code="json-deep") from error
    told = told.get("db", told)
    told = told[0] if isinstance(told, list) and told else told
    tables = told.get("data", told) if isinstance(told, dict) else None
    if not isinstance(tables, dict) or not isinstance(tables.get("posts"), list):
        raise Unreadable("the export has no table of posts; export the site again, with its content", code="no-posts")
    tables["posts"] = [post for post in tables["posts"] if isinstance(post, dict)]
    return tables


FORMAT = Format("ghost", "Ghost export (JSON)", recognises, read, many=True, largest=512 * MEGABYTE)
