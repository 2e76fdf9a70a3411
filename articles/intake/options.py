"""What an import was asked to do, and what it says of each item."""

from dataclasses import asdict, dataclass, field
from enum import StrEnum

from articles.importers.formats import MEGABYTE
from articles.models.delivery import Outcome
from articles.text.findings import Finding

MOST_JOBS = 64


class OnConflict(StrEnum):
    """What happens to newer text for a story that an editor has worked on."""

    KEEP = "keep"
    PENDING = "pending"
    OVERWRITE = "overwrite"


class Refused(Exception):
    """The import cannot begin: the message says what to type instead."""


@dataclass(frozen=True)
class Options:
    source: str = ""
    section: str = ""
    tags: tuple[str, ...] = ()
    format: str = ""  # the name of a format; empty: found out
    encoding: str | None = None
    timezone: str | None = None
    language: str | None = None
    publish: bool = False
    on_conflict: OnConflict = OnConflict.PENDING
    limit: int | None = None
    dry_run: bool = False
    archive_bytes: int = 200 * MEGABYTE  # what one archive may unpack to
    archive_files: int = 5000
    jobs: int = 1  # processes that read
    fetch_media: bool = False  # ask the web for pictures that the delivery has not got
    by: object = None

    def as_dict(self):
        """The options as kept with a delivery."""
        unsaid = {"by": self.by, "dry_run": self.dry_run}
        unsaid |= {name: getattr(Options, name) for name in ("archive_bytes", "archive_files", "jobs")}
        return {name: value for name, value in asdict(self).items() if value and unsaid.get(name) != value}


@dataclass
class Item:
    """One story that came in and what became of it. `error`: None or {"message", "item", "line", "column"}; `item` is
    its number in an input of many, as is `within`.
    """

    path: str
    number: int
    source: str
    external_id: str
    outcome: str = ""
    article: int | None = None
    headline: str = ""
    findings: list[Finding] = field(default_factory=list)
    error: dict | None = None
    published: bool = False
    within: int | None = None

    def fail(self, message, *, line=None, column=None, number=None):
        self.outcome, self.article = Outcome.FAILED, None
        self.error = {"message": message, "item": number, "line": line, "column": column}
        return self

    def as_dict(self):
        """The item as the report file holds it (format 1)."""
        names = ("path", "number", "source", "external_id", "outcome", "article", "headline", "published", "error")
        findings = [
            {"code": f.code, "level": str(f.level), "paragraph": f.paragraph, "excerpt": f.excerpt}
            for f in self.findings
        ]
        return {name: getattr(self, name) for name in names} | {"outcome": str(self.outcome), "findings": findings}
