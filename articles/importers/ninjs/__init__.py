"""IPTC ninjs, versions 1, 2 and 3: JSON objects, one or many (https://iptc.org/standards/ninjs/).

The versions spell the same ideas otherwise (versioncreated, versionCreated; headline, headlines): keys are read without
regard to case, and both shapes are taken wherever they turn up.
"""

import json
import re

from articles.importers.formats import MEGABYTE, Format, Sure
from articles.importers.record import Placed, Unreadable

from .items import items_of
from .reading import read_item

_OPENS = re.compile(rb"^(?:\xef\xbb\xbf)?\s*[\[{]")
_NAMED = re.compile(rb'"(?:uri|guid)"\s*:')
_TELLING = re.compile(
    rb'"(?:version_?created|pub_?status|body_(?:html|text|xhtml)|bodies|headlines|description_text|representationtype)"\s*:',
    re.IGNORECASE,
)
_STANDARD = re.compile(rb"ninjs", re.IGNORECASE)
_NOTHING = re.compile(rb'(?:\xef\xbb\xbf)?\s*\{[^{}\[]*"_?items?"\s*:\s*\[\s*\]')  # an answer that wraps no item


def recognises(head, name):
    if _NOTHING.match(head):
        return Sure.LIKELY
    if not _OPENS.match(head) or not _NAMED.search(head):
        return Sure.NO
    if _STANDARD.search(head) and _TELLING.search(head):
        return Sure.CERTAIN
    return Sure.LIKELY if _TELLING.search(head) else Sure.NO


def read(file, asked):
    """Raises Unreadable where the file is no JSON."""
    for number, item in enumerate(items_of(_loaded(file.read())), 1):
        try:
            yield read_item(item, asked, Placed(number))
        except Unreadable as problem:
            problem.item = number
            yield problem


def _loaded(data):
    try:
        return json.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise Unreadable("ninjs is written in UTF-8, and this is not; convert it first", code="encoding") from error
    except json.JSONDecodeError as error:
        message = f"this is no JSON ({error.msg}); ask for the file again"
        raise Unreadable(message, code="json", line=error.lineno, column=error.colno) from error
    except (RecursionError, ValueError) as error:
        raise Unreadable("this JSON is nested deeper than any story; it was left alone", code="json-deep") from error


FORMAT = Format("ninjs", "IPTC ninjs (JSON)", recognises, read, many=True, largest=50 * MEGABYTE)
