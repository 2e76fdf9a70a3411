"""What a reader of the text has to say about it: the copy desk and the importers speak in findings."""

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """How much a finding weighs: an error blocks publishing until it is mended or waived with a reason."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


@dataclass(frozen=True, slots=True)
class Finding:
    """One remark. `paragraph` counts the body's text blocks from 1, None means the story as a whole.

    `excerpt` is quoted from the text as it stands, at most 120 characters. `message` says what to do.
    """

    code: str
    level: Level
    message: str
    paragraph: int | None = None
    excerpt: str = ""

    def as_dict(self):
        return {name: getattr(self, name) for name in self.__slots__} | {"level": str(self.level)}

    @classmethod
    def from_dict(cls, data):
        return cls(**{**data, "level": Level(data["level"])})


def errors(findings):
    return [finding for finding in findings if finding.level == Level.ERROR]


def merge(*lists):
    """Join lists of findings; a remark already made on the same paragraph with the same excerpt is not made twice."""
    seen = {}
    for findings in lists:
        for finding in findings:
            seen.setdefault((finding.code, finding.paragraph, finding.excerpt), finding)
    return list(seen.values())
