"""The working document that the steps of the parser hand on: what is still to be read, and the record so far."""

from dataclasses import dataclass, field

from articles.importers.record import Record, Removed
from articles.text.findings import Finding, Level

_EXCERPT = 120


@dataclass(slots=True)
class Story:
    """`blocks` are the lines no step has claimed yet. A step may move text, never change or drop it."""

    blocks: list[list[str]]
    record: Record = field(default_factory=Record)
    timezone: str | None = None

    def remove(self, reason, text):
        if text.strip():
            self.record.removed.append(Removed(reason, text))

    def note(self, code, level, message, *, paragraph=None, excerpt=""):
        self.record.findings.append(Finding(code, Level(level), message, paragraph, excerpt[:_EXCERPT]))

    def keep_for_editors(self, lines):
        """Move `lines` to the note that readers never see."""
        parts = [self.record.ednote, "\n".join(lines).strip("\n")]
        self.record.ednote = "\n\n".join(part for part in parts if part)

    @property
    def first_line(self):
        return self.blocks[0][0] if self.blocks else ""

    def take_line(self):
        """Take the first line that is left, and the blank one after it."""
        line = self.blocks[0].pop(0)
        if not self.blocks[0]:
            del self.blocks[0]
        return line
