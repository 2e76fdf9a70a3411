"""From bytes to a parsed item: the record, its digests and what the parser had to say. No database."""

import hashlib
from dataclasses import dataclass

from articles.importers import plaintext
from articles.importers.record import Record, Unreadable
from articles.models.delivery import Outcome
from articles.text import prose
from articles.text.fingerprint import fingerprint

from .gathering import NAMED_STDIN, Unfit
from .options import Item


@dataclass
class Parsed:
    """An item with its text. `record` is None until it is parsed: unchanged bytes never are."""

    item: Item
    data: bytes = b""
    sha256: str = ""
    record: Record | None = None
    text: str = ""
    fingerprint: str = ""


def fetch(source, number):
    """Read the bytes of an Input and digest them; an input that cannot be read comes back failed or skipped."""
    item = Item(path=source.path, number=number, source=source.source, external_id=source.external_id)
    try:
        data = source.read()
    except Unfit as error:
        item.fail(str(error))
        item.outcome = Outcome.SKIPPED if error.skipped else Outcome.FAILED
        return Parsed(item)
    parsed = Parsed(item, data, hashlib.sha256(data).hexdigest())
    if source.path == NAMED_STDIN:
        item.external_id = f"sha256:{parsed.sha256[:32]}"
    return parsed


def parse(parsed, options):
    """Turn the bytes into a record in place; what cannot become a story fails its item and nothing else."""
    try:
        record = plaintext.parse(
            parsed.data, encoding=options.encoding, language=options.language, timezone=options.timezone
        )
    except Unreadable as error:
        parsed.item.fail(str(error), line=error.line, column=error.column)
        return
    parsed.record = record
    parsed.text = prose.plain_text(record.body_html)
    parsed.fingerprint = fingerprint(record.headline, parsed.text)
    parsed.item.headline, parsed.item.findings = record.headline, list(record.findings)
