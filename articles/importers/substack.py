"""Substack's export: posts.csv with a line for each post, and its text in posts/ID.html."""

import csv
import re

from articles.importers import bodies
from articles.importers.formats import MEGABYTE, Format, Sure
from articles.importers.moments import read_moment
from articles.importers.opening import read_opening
from articles.importers.record import LeftOut, Placed, Record, Unreadable
from articles.importers.slices.rows import Rows

_COLUMNS = {b"post_id", b"post_date", b"is_published", b"type", b"title"}
_NO_STORIES = {"page": "is a standing page, not a story", "adhoc_email": "was sent by mail alone"}
_KINDS = {"podcast": "an episode of a podcast", "thread": "a thread for readers to answer"}
_LONGEST_FIELD = MEGABYTE


def recognises(head, name):
    first = head.removeprefix(b"\xef\xbb\xbf").partition(b"\n")[0].strip()
    columns = {re.sub(rb"^\"|\"$", b"", column.strip()) for column in first.split(b",")}
    return Sure.CERTAIN if columns >= _COLUMNS else Sure.NO


def read(file, asked):
    """Raises Unreadable where the table is none."""
    data = file.read()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        raise Unreadable("the table is not in UTF-8; export it again", code="encoding") from problem
    csv.field_size_limit(_LONGEST_FIELD)
    lines = Rows(text)
    rows = csv.DictReader(lines)
    number = 0
    try:
        if rows.fieldnames:
            lines.taken()
        for number, row in enumerate(rows, 1):
            written = lines.taken()
            alone = number == 1 and lines.are_at_end()
            yield _item(row, asked, Placed(number, rows.line_num), data if alone else written)
    except csv.Error as problem:
        message = f"the table cannot be read on ({problem}); export it again"
        raise Unreadable(message, code="csv", line=rows.line_num, item=number + 1) from problem


def _item(row, asked, placed, written):
    told = {name: value.strip() for name, value in row.items() if name and isinstance(value, str) and value.strip()}
    if reason := _NO_STORIES.get(told.get("type", "")):
        return LeftOut(
            f"“{told.get('title', '')}” {reason}.", told["type"], bodies.plain(told.get("title", "")), placed
        )
    try:
        return _record(told, asked, placed, written)
    except Unreadable as problem:
        problem.item, problem.line = placed.item, placed.line
        return problem


def _record(told, asked, placed, written):
    name = told.get("post_id", "")
    page = asked.beside(f"posts/{name}.html") if name else None
    record = Record(external_id=name, placed=placed, headline=bodies.plain(told.get("title", "")))
    record.raw = "\n".join(f"{key}: {value}" for key, value in told.items()).encode() + b"\n\n" + (page or b"")
    record.came_as(_with_page(written, page))
    record.standfirst = bodies.plain(told.get("subtitle", ""))
    record.url_slug = name.partition(".")[2]
    record.old_addresses = [f"/p/{record.url_slug}"] if record.url_slug else []
    record.published_at = read_moment(record, told.get("post_date"), asked=asked, what="date of the post")
    record.extra = {"substack": {key: value for key, value in told.items() if key not in ("title", "subtitle")}}
    bodies.set_body(record, (page or b"").decode("utf-8", "replace"))
    _flag(record, told, page)
    read_opening(record, asked=asked, named=name)
    return record


def _with_page(written, page):
    """The bytes of both files, a line end between them."""
    return written if page is None else written + (b"" if written.endswith(b"\n") else b"\n") + page


def _flag(record, told, page):
    if told.get("is_published", "").upper() == "FALSE":
        record.withheld = True
        record.note("withheld", "It was a draft where it came from; ask before publishing it.")
    if kind := _KINDS.get(told.get("type", "")):
        record.note("type", f"It was {kind} there; look whether it makes a story here.")
    if told.get("audience") not in (None, "everyone"):
        record.withheld = True
        record.note("withheld", f"It was for paying readers ({told['audience']}); ask before publishing it.")
    if address := told.get("podcast_url"):
        record.keep_for_editors(f"Recording: {address}")
    if page is None:
        record.note(
            "no-page", f"The delivery has no posts/{told.get('post_id', '')}.html; only the table knows this post."
        )


FORMAT = Format(
    "substack",
    "Substack export (posts.csv)",
    recognises,
    read,
    many=True,
    largest=50 * MEGABYTE,
    claims={"posts.csv": "posts/*.html"},
)
