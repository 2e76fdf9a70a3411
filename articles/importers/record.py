"""The canonical record: what any format turns into before the desk sees it."""

from dataclasses import dataclass, field
from datetime import datetime

from articles.text.findings import Finding


@dataclass(frozen=True, slots=True)
class Credit:
    """A person named by the text: `By Isla Wren, council reporter <isla@…>`."""

    name: str
    role: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True)
class Removed:
    """Text taken out of the story and kept: `reason` is a finding code (headline-repeated, end-mark, …)."""

    reason: str
    text: str


@dataclass(slots=True)
class Record:
    """One story as it came in. `body_html` is clean (`markup.sanitise`); nothing of the input is lost:
    every non-space character stands in the headline, the body, another field, `ednote` or `removed`.
    """

    headline: str = ""
    headline_prefix: str = ""
    standfirst: str = ""
    credits: list[Credit] = field(default_factory=list)
    byline: str = ""
    dateline: str = ""
    provider: str = ""
    body_html: str = ""
    slugline: str = ""
    ednote: str = ""
    language: str = ""
    direction: str = "ltr"
    embargo_until: datetime | None = None
    withheld: bool = False
    encoding: str = "utf-8"
    encoding_certain: bool = True
    removed: list[Removed] = field(default_factory=list)
    extra: dict = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)


class Unreadable(Exception):
    """The input cannot become a story. `code` names the reason, the message says what to do next;
    `line` and `column` count from 1 where they are known."""

    def __init__(self, message, *, code, line=None, column=None):
        super().__init__(message)
        self.code, self.line, self.column = code, line, column
