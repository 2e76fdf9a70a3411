"""What an export was asked for."""

import shlex
from dataclasses import dataclass
from datetime import datetime

FORMATS = ("ninjs", "newsml-g2", "nitf", "markdown", "wxr", "site")
WHOLE = "ninjs"  # the one form that holds all, and that `import_articles` restores


class Refused(Exception):
    """The export cannot begin, or cannot go on: the message says what to do instead."""


@dataclass(frozen=True)
class Options:
    """`since` and `before` are about when a story first appeared or, on the desk, was begun; empty: no limit.

    `at`: the moment whose paper is copied, empty for now.
    """

    format: str = WHOLE
    sections: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    since: datetime | None = None
    before: datetime | None = None
    at: datetime | None = None

    @property
    def selects(self):
        return any((self.sections, self.tags, self.sources, self.since, self.before))

    def as_dict(self):
        """The selection as a manifest tells it: whoever asks for the same is told the same."""
        named = {"sections": self.sections, "tags": self.tags, "sources": self.sources}
        told = {name: sorted(set(values)) for name, values in named.items() if values}
        times = {"since": self.since, "before": self.before, "at": self.at}
        return told | {name: moment.isoformat() for name, moment in times.items() if moment}


def typed(form, selection):
    """Options as somebody types them, from what a manifest tells."""
    words = [f"--format {form}"]
    for name, told in selection.items():
        values = told if isinstance(told, list) else [told]
        words += [f"--{name.removesuffix('s')} {shlex.quote(str(value))}" for value in values]
    return " ".join(words)
