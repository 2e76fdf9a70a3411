"""What one run remembers between batches."""

import hashlib
import zlib

from articles import editing

from .fields import fields_of, fields_of_new
from .people import People
from .places import Sections, Topics, section_of
from .subjects import Subjects


class Desk:
    """The section and tags asked for, authors, topics, what codes mean, deliveries, pictures, and who reads."""

    def __init__(self, options, log, fetched, readers):
        self.options, self.log, self.fetched, self.readers = options, log, fetched, readers
        self.section, self.topics, self.people = section_of(options.section), Topics(options.tags), People()
        self.sections, self.subjects = Sections(), Subjects()

    def section_of(self, parsed):
        """Where a new story of this source is filed."""
        source = self.log.known_source(parsed.item.source)
        return self.section or self.sections.called(parsed.record.section) or (source and source.section)

    def read(self, parsed, row):
        """Do what takes long and writes nothing, before the transaction that others wait for. `row`: its record."""
        record = parsed.record
        parsed.packed, parsed.kept_sha256 = zlib.compress(parsed.data, 6), hashlib.sha256(parsed.data).hexdigest()
        parsed.mentioned = self.topics.mentioned(f"{record.headline}\n{record.standfirst}\n{parsed.text}")
        parsed.suggested = self.topics.suggested(parsed.text, record.language)
        if row is None:
            self._read_new(parsed)

    def _read_new(self, parsed):
        record = parsed.record
        authors, tags = self.people.names(record.credits), self.topics.names(parsed.mentioned, record.tags)
        parsed.beforehand = editing.read_beforehand(self._fields(parsed), authors=authors, tags=tags)

    def draft(self, parsed):
        """The story as it will be written; makes its authors."""
        if not self.section:
            self.sections.tell_of_unknown(parsed)
        bylines = self.people.bylines(parsed.record.credits)
        tags = self.topics.of(parsed.mentioned, parsed.record.tags)
        return editing.Draft(self._fields(parsed), bylines, tags, beforehand=parsed.beforehand)

    def _fields(self, parsed):
        new = fields_of_new(parsed) | {"section": self.section_of(parsed)}
        return fields_of(parsed.record) | new
