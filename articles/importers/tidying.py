"""The last step of every format: no field holds what no database takes or no reader sees."""

import re
from dataclasses import fields

from articles.text import cleaning
from articles.text.composing import nfc

_SURROGATES = re.compile("[\ud800-\udfff]")
# These hold markup or the bytes as they came; each is made safe by its own writer.
_LEFT = frozenset({"body_html", "raw", "removed", "findings", "pictures"})


def tidy(record):
    """Clean the text fields of `record` in place; what is taken out is counted and kept in `removed`."""
    taken = []
    for name in (one.name for one in fields(record) if one.name not in _LEFT):
        setattr(record, name, _tidied(getattr(record, name), taken))
    for picture in record.pictures:
        for name in ("href", "caption", "credit", "alt", "rights", "extra"):
            setattr(picture, name, _tidied(getattr(picture, name), taken))
    if taken:
        record.note("control-characters", f"{sum(map(len, taken))} signs that nobody sees were taken out of fields.")
        record.remove("control-characters", " ".join(taken))
    return record


def _tidied(value, taken):
    """`value` with every text in it cleaned, however deep it stands in lists and dictionaries."""
    if isinstance(value, str):
        return _cleaned(value, taken) if value else value
    if isinstance(value, list):
        return [_tidied(one, taken) for one in value]
    if isinstance(value, dict):
        return {_tidied(key, taken): _tidied(one, taken) for key, one in value.items()}
    return value


def _cleaned(text, taken):
    if text.isascii() and text.isprintable():
        return text
    cleaned = cleaning.clean(_SURROGATES.sub("\ufffd", nfc(text)))
    taken += [gone for _, gone in cleaned.removed]
    return cleaned.text
