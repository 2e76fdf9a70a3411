"""Proves that a parser moved text and lost none: what stood in the file stands in the record."""

from collections import Counter

from articles.text import cleaning, prose
from articles.text.composing import nfc


def lost(text, record):
    """Count the non-space characters of `text` that `record` misses (positive) or invents (negative).

    An empty Counter says that all are there. The dateline, the provider and the credits are copies and not counted.
    """
    difference = Counter(_signs(cleaning.pictured(nfc(cleaning.line_ends(text)))))
    difference.subtract(_signs("".join(_parts(record))))
    return Counter({sign: count for sign, count in difference.items() if count})


def _signs(text):
    return "".join(text.split())


def _parts(record):
    yield from (
        record.headline,
        record.headline_prefix,
        record.standfirst,
        record.byline,
        record.slugline,
        record.ednote,
    )
    yield from (removed.text for removed in record.removed)
    yield prose.plain_text(record.body_html)
