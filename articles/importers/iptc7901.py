"""IPTC 7901, the text format of the old wires. The text itself is read as any plain text is; here its envelope is."""

import re

from articles.importers import plaintext
from articles.importers.formats import Format, Sure
from articles.importers.wire import embargoes, envelopes

# eca062 4 i 211: service and number, priority, category, words
_HEADER = re.compile(
    r"\s*(?P<service>[a-z]{2,4})(?P<number>\d{3,6}) (?P<priority>[1-9]) (?P<category>\w{1,3})\s+(?P<words>\d+)"
)


def recognises(head, name):
    header = envelopes.header_of(head)
    return Sure.CERTAIN if header is not None and _HEADER.match(header) else Sure.NO


def read(file, asked):
    data = file.read()
    record = plaintext.parse(data, encoding=asked.encoding, language=asked.language, timezone=asked.timezone)
    told = _HEADER.match(envelopes.header_of(data))
    record.urgency = int(told["priority"])
    record.extra["wire"] = told.groupdict()
    trailer = data.rpartition(envelopes.ETX)[2].decode("latin-1")
    record.published_at = record.updated_at = envelopes.sent_at(trailer, asked)
    embargoes.hear_note(record, asked=asked)
    yield record


FORMAT = Format("iptc7901", "IPTC 7901 (wire text)", recognises, read)
