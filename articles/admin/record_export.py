"""The record as a file, a line at a time: a table for spreadsheets, or JSON lines for programs."""

import csv
import json
from datetime import UTC

from . import entries

COLUMNS = (
    "at",
    "action",
    "story",
    "headline",
    "section",
    "before",
    "after",
    "edition",
    "version",
    "path",
    "who",
    "note",
    "waived",
)
FORMULA = ("=", "+", "-", "@", "\t", "\r")  # what makes a spreadsheet reckon with a cell instead of showing it
CHUNK = 500


class Echo:
    """A file that hands back what is written to it."""

    def write(self, text):
        return text


def as_csv(rows):
    writer = csv.writer(Echo())
    yield writer.writerow(COLUMNS)
    for row in rows.iterator(chunk_size=CHUNK):
        told = _told(row) | {"waived": "; ".join(f"{code}: {reason}" for code, reason in row.waived.items())}
        yield writer.writerow([cell(told[name]) for name in COLUMNS])


def as_json_lines(rows):
    for row in rows.iterator(chunk_size=CHUNK):
        yield json.dumps(_told(row), ensure_ascii=False) + "\n"


def _told(row):
    article, edition = row.article, row.edition
    return {
        "at": row.at.astimezone(UTC).isoformat(),
        "action": row.action,
        "story": row.article_id,
        "headline": article.headline,
        "section": article.section.slug if article.section else "",
        "before": row.before,
        "after": row.after,
        "edition": edition and edition.number,
        "version": edition and edition.version,
        "path": edition.path if edition else "",
        "who": entries.who(row),
        "note": entries.note(row, is_told=row.is_told),
        "waived": row.waived,
    }


def cell(value):
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(FORMULA) else text


FORMS = {
    "csv": (as_csv, "text/csv; charset=utf-8"),
    "jsonl": (as_json_lines, "application/x-ndjson; charset=utf-8"),
}
