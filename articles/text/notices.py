"""What a page says was put right, read from the list that an edition keeps."""

from datetime import datetime
from typing import NamedTuple

FIRST = frozenset({"retraction", "apology", "correction"})


class Notice(NamedTuple):
    """`number` is its place in the ledger, `kind` one of Correction.Kind."""

    number: int
    kind: str
    wrong: str
    right: str
    at: datetime

    @property
    def stands_first(self):
        """Whether readers are told before they read the text: it was not true. An update or a clarification adds."""
        return self.kind in FIRST

    @property
    def text(self):
        return " ".join(part for part in (self.wrong, self.right) if part)


def notices(kept):
    """Newest first, of an edition's `corrections`."""
    told = [Notice(one["number"], one["kind"], one["wrong"], one["right"], _moment(one["at"])) for one in kept]
    return sorted(told, key=lambda notice: notice.number, reverse=True)


def _moment(text):
    return datetime.fromisoformat(text)
