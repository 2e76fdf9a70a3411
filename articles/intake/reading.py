"""From inputs to parsed items: the format of each, its records, their digests and what the parser had to say.

No database. An input of one story is parsed when it is known that its bytes are new; one of many is read item by item.
"""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from os import SEEK_END
from zoneinfo import ZoneInfo

from articles.importers import apart, formats
from articles.importers.formats import HEAD, MEGABYTE, Asked, Format
from articles.importers.record import LeftOut, Record, Unreadable
from articles.models.delivery import Outcome
from articles.text import signatures

from . import archives
from .gathering import NAMED_STDIN, Unfit
from .options import Item

_LONGEST_ID = 500
_PICTURES = (".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif", ".heic")


@dataclass
class Parsed:
    """An item with its text. `record` is None until it is parsed by its `form`, as `asked`: unchanged bytes never are.
    `sha256` is of what tells whether it changed, `kept_sha256` of `data`: the two differ where an input may hold many.
    `beside` gives what the input names; `lead` and `slug` are settled before a new story is written. `names_itself`:
    the record has an id of its own, not the path of its file; it `waits` while an earlier text of its story is written,
    and `seen_here` are the digests of all that this run read of it in its file, its own the last. Of pictures that only
    the web has, `came` are the addresses that led to one, `awaited` those that did not yet; `late` where they are all
    that a known text is read again for, `worked_on` where they came to one that somebody worked on; `foreseen` are
    those of a dry run. `packed`, `kept_sha256`, `mentioned`, `suggested` and `beforehand` are what the desk made of it
    before it is written.
    """

    item: Item
    data: bytes = b""
    sha256: str = ""
    record: Record | None = None
    text: str = ""
    fingerprint: str = ""
    lead: object = None
    slug: str = ""
    form: Format | None = None
    asked: Asked | None = None
    beside: Callable[[str], bytes | None] = formats.nothing_beside
    names_itself: bool = False
    waits: bool = False
    came: list[str] = field(default_factory=list)
    awaited: list[str] = field(default_factory=list)
    late: bool = False
    worked_on: bool = False
    seen_here: list[str] = field(default_factory=list)
    foreseen: dict = field(default_factory=dict)
    packed: bytes = b""
    kept_sha256: str = ""
    mentioned: frozenset = frozenset()
    suggested: list = field(default_factory=list)
    beforehand: object = None


def fetch(source, options):
    """Yield what an Input holds as Parsed items; one that cannot be read comes back failed or skipped."""
    try:
        with source.opened(partial(_largest, source, options)) as file:
            yield from _inside(source, file, options)
    except Unfit as error:
        item = _item(source).fail(str(error))
        item.outcome = Outcome.SKIPPED if error.skipped else Outcome.FAILED
        yield Parsed(item)


def _inside(source, file, options):
    head = file.read(HEAD)
    if kind := archives.kind_of(head, source.name):
        for entry in archives.entries(source, file, kind, options):
            yield from fetch(entry, options)
    else:
        yield from _items(source, file, head, options)


def _items(source, file, head, options):
    if source.name.lower().endswith(_PICTURES) and signatures.is_picture(head):
        raise Unfit(f"{_called(source)} is a picture; it comes in with the story that names it.", skipped=True)
    form = _format_of(source, head, options)
    size = file.seek(0, SEEK_END)
    if size > form.largest:
        raise Unfit(_too_large(source, size, form))
    file.seek(0)
    asked = _asked(source, options)
    yield from _stream(source, file, form, asked) if form.many else [_single(source, file.read(), form, asked)]


def _format_of(source, head, options):
    form = formats.known()[options.format] if options.format else formats.of(head, source.name)
    if form is None:
        raise Unfit(f"{_called(source)} is in no format that is known here; try --format.")
    return form


def _largest(source, options, head):
    if archives.kind_of(head, source.name):
        return options.archive_bytes
    return _format_of(source, head, options).largest


def _asked(source, options):
    zone = ZoneInfo(options.timezone) if options.timezone else None
    return Asked(source.name, options.encoding, options.language, zone, source.beside)


def _single(source, data, form, asked):
    """An input that is one story, not parsed yet."""
    digest = hashlib.sha256(data).hexdigest()
    parsed = Parsed(_item(source), data, digest, form=form, asked=asked, beside=source.beside)
    if source.path == NAMED_STDIN:
        parsed.item.external_id = f"sha256:{parsed.sha256[:32]}"
    return parsed


def _stream(source, file, form, asked):
    """Each item of an input as it is read; what breaks the input itself comes last and fails by name."""
    try:
        for number, found in enumerate(form.read(file, asked), 1):
            yield _one_of_many(source, number, found)
    except Unreadable as error:
        yield _one_of_many(source, None, error)


def _one_of_many(source, number, found):
    item = _item(source)
    if number:
        item.external_id, item.within = f"{item.external_id}#{number}", number
    parsed = Parsed(item, beside=source.beside)
    if isinstance(found, Record):
        parsed.data, parsed.sha256 = found.raw, hashlib.sha256(found.compared or found.raw).hexdigest()
        found = apart.told(found)
    settle(parsed, found, number)
    return parsed


def settle(parsed, found, number=None):
    """Take over what `apart.read` told of this item, the one of this number where its input holds many; what cannot
    become a story fails its item and nothing else.
    """
    item = parsed.item
    if isinstance(found, LeftOut):
        item.headline = found.title
        item.fail(found.message, line=found.placed.line, number=number)
        item.outcome = Outcome.SKIPPED
    elif isinstance(found, Unreadable):
        item.fail(str(found), line=found.line, column=found.column, number=found.item or number)
    elif found is None:
        item.fail("The file holds no story.")
    else:
        _take(parsed, *found)


def _take(parsed, record, text, fingerprint):
    parsed.record, parsed.text, parsed.fingerprint = record, text, fingerprint
    parsed.item.headline, parsed.item.findings = record.headline, list(record.findings)
    if record.external_id:
        parsed.names_itself, parsed.item.external_id = True, _short(record.external_id)


def _short(name):
    """An id as long as a column holds: a longer one keeps its beginning and is told apart by its digest."""
    if len(name) <= _LONGEST_ID:
        return name
    return f"{name[: _LONGEST_ID - 65]}#{hashlib.sha256(name.encode('utf-8', 'surrogatepass')).hexdigest()}"


def _item(source):
    return Item(path=source.path, number=0, source=source.source, external_id=source.external_id)


def _called(source):
    return "standard input" if source.path == NAMED_STDIN else source.path


def _too_large(source, size, form):
    holds = f"a file of {form.label}" if form.many else "a story"
    most = f"{holds} is at most {form.largest // MEGABYTE} MB"
    # What comes through a pipe or out of an archive is read no further than to know that it is too much.
    measured = "too large" if size == form.largest + 1 else f"{size / MEGABYTE:.1f} MB"
    return f"{_called(source)} is {measured}; {most}. Split it into {'parts' if form.many else 'stories'} first."
