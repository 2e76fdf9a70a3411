"""What a delivery takes back of itself: a story whose cancel comes later in it never goes out, whatever their order.

Only asked where stories go out at once: it reads the wires' files of a delivery before any is written. What comes
through standard input can be read once; there the order is the sender's.
"""

from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple

from articles.importers import apart
from articles.importers.record import Pubstatus

from . import ordering, withdrawn
from .gathering import NAMED_STDIN
from .reading import fetch, settle
from .rehearsing import key_of


class _Cancel(NamedTuple):
    version: str
    sent: datetime | None


@dataclass
class TakenBack:
    """The newest cancel of each story, {(source, id): _Cancel}; a wire takes back few of what it sends."""

    cancels: dict = field(default_factory=dict)

    def look_through(self, inputs, options):
        for source in (one for one in inputs if one.path != NAMED_STDIN):
            for parsed in fetch(source, options, only=lambda form: form.cancels):
                _parse(parsed)
                self._note(parsed)

    def _note(self, parsed):
        record, item = parsed.record, parsed.item
        if record is None or item.outcome:
            return
        if record.pubstatus == Pubstatus.CANCELED:
            self._keep(item.source, item.external_id, record)
        if withdrawn.names_another(parsed):
            self._keep(item.source, record.extra["replaces"]["id"], record)

    def _keep(self, source, external_id, record):
        cancel, key = _Cancel(record.external_version, ordering.sent_at(record)), key_of(source, external_id)
        if key not in self.cancels or not _is_older(cancel, *self.cancels[key]):
            self.cancels[key] = cancel

    def holds(self, parsed):
        """Whether this delivery takes the story back in a text that is not older."""
        cancel = self.cancels.get(key_of(parsed.item.source, parsed.item.external_id))
        record = parsed.record
        return cancel is not None and not _is_older(cancel, record.external_version, ordering.sent_at(record))


def _is_older(cancel, version, sent):
    return ordering.is_no_newer(*cancel, than_version=version, than_sent=sent)


def _parse(parsed):
    if parsed.record is None and parsed.form and not parsed.item.outcome:
        settle(parsed, apart.read(parsed.form, parsed.data, parsed.asked))
