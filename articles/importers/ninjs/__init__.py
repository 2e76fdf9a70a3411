"""IPTC ninjs, versions 1, 2 and 3: JSON objects, one or many (https://iptc.org/standards/ninjs/).

The versions spell the same ideas otherwise (versioncreated, versionCreated; headline, headlines): keys are read without
regard to case, and both shapes are taken wherever they turn up.
"""

import json
import re

from articles.importers.formats import MEGABYTE, Format, Sure
from articles.importers.record import Placed, Record, Unreadable
from articles.importers.slices import objects

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
    data = file.read()
    loaded = _loaded(data)
    items = items_of(loaded)
    originals = iter(_originals(data, loaded, [item for item in items if item]))
    for number, item in enumerate(items, 1):
        try:
            yield _found(item, asked, number, originals)
        except Unreadable as problem:
            problem.item = number
            yield problem


def _found(item, asked, number, originals):
    if item is None:
        raise Unreadable("this is no object, so it cannot be a story; ask for the item again", code="no-object")
    raw, found = next(originals), read_item(item, asked, Placed(number))
    if isinstance(found, Record):
        found.came_as(raw)
    return found


def _originals(data, loaded, items):
    """The bytes of each item: of the whole file where there is one."""
    if len(items) == 1:
        return [data]
    return objects.objects_in(data.decode("utf-8-sig"), _place_of(loaded, items), [item.told for item in items])


def _place_of(loaded, items):
    """Where in the file the items are listed."""
    if isinstance(loaded, list) or not items:
        return ()
    lists = ((name, listed) for name, listed in loaded.items() if isinstance(listed, list))
    return next(((name,) for name, listed in lists if any(one is items[0].told for one in listed)), ())


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


FORMAT = Format("ninjs", "IPTC ninjs (JSON)", recognises, read, many=True, cancels=True, largest=50 * MEGABYTE)
