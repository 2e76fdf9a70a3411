"""The canonical record: what any format turns into before the desk sees it."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from functools import partial

from articles.text.findings import Finding, Level

_EXCERPT = 120


class Pubstatus(StrEnum):
    """What the provider says may be done with a story; absent means usable, a word nobody knows means withheld."""

    USABLE = "usable"
    WITHHELD = "withheld"
    CANCELED = "canceled"


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


@dataclass(frozen=True, slots=True)
class Subject:
    """A topic by its code in a scheme (`medtop`, `20001065`), with the name the provider gave it; `broad` where it gave
    none and the name is that of a whole field. Lists know the rest: `names` by language, and for an old code today's,
    `same_as` (`medtop:20001065`).
    """

    code: str
    name: str = ""
    scheme: str = ""
    broad: bool = False
    names: dict = field(default_factory=dict, hash=False)
    same_as: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """A related story or page. `rel` is the provider's word for it (seeAlso, translation, …)."""

    href: str
    title: str = ""
    rel: str = ""


@dataclass(slots=True)
class Picture:
    """A picture of a story. `href` as the source writes it: intake looks for it in the delivery, and on the web only
    where it is told to; `data` are its bytes where the source itself holds them. `lead`: it stands on top, not in the
    text.
    """

    href: str = ""
    caption: str = ""
    credit: str = ""
    alt: str = ""
    rights: str = ""
    width: int | None = None
    height: int | None = None
    data: bytes | None = None
    lead: bool = False
    extra: dict = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a record stands in its input: the number of the item and its line, both from 1, line None if unknown."""

    item: int = 1
    line: int | None = None


@dataclass(slots=True)
class Record:
    """One story as it came in. Nothing of the input is lost: every non-space character stands in the headline, the
    body, another field, `ednote` or `removed`; a field that has no place here is in `extra` under its own name.

    `body_html` is clean (`markup.sanitise`) but for `<figure><img src="incoming:N" alt="…">…</figure>`, the place of
    `pictures[N]`, which intake replaces. Moments are aware. `raw` are the bytes of this item as they came, where its
    input may hold many; `compared` is what tells whether the item changed, where that is not `raw`. `external_id` is
    empty where the path of the file is the name of the story.
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
    # Who it is: the id within its source, and the version, which counts up. `source` is only a hint.
    source: str = ""
    external_id: str = ""
    external_version: str = ""
    raw: bytes = b""
    compared: bytes = b""
    placed: Placed = Placed()
    # When
    first_created: datetime | None = None
    published_at: datetime | None = None
    updated_at: datetime | None = None
    expires_at: datetime | None = None
    # What may be done with it. `urgency` is the wire's, 1 (flash) to 9.
    pubstatus: Pubstatus = Pubstatus.USABLE
    urgency: int | None = None
    copyright: str = ""
    usage_terms: str = ""
    correction_note: str = ""
    # What it is and where it stood. `kind` is one of Article.Kind or empty, `genre` the provider's word.
    genre: str = ""
    kind: str = ""
    section: str = ""
    tags: list[str] = field(default_factory=list)
    subjects: list[Subject] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    related: list[Link] = field(default_factory=list)
    # Its addresses before: the last part, the whole, and others that led to it. `own_site` is where the site was whose
    # export this is: addresses there were the newsroom's own.
    own_site: str = ""
    url_slug: str = ""
    canonical_url: str = ""
    old_addresses: list[str] = field(default_factory=list)

    @property
    def may_be_published(self):
        return not self.withheld and self.pubstatus == Pubstatus.USABLE

    def came_as(self, data):
        """Keep these bytes; what the format made of the item goes on telling whether it changed, and is all that is
        kept where `data` is None.
        """
        self.raw, self.compared = data or self.raw, self.raw

    def note(self, code, message, *, level=Level.WARNING, paragraph=None, excerpt=""):
        """Add a finding; `message` says what to do."""
        self.findings.append(Finding(code, Level(level), message, paragraph, excerpt[:_EXCERPT]))

    def remove(self, reason, text):
        """Keep text that is in no field: what was dropped, and why."""
        if text.strip():
            self.removed.append(Removed(reason, text))

    def keep_for_editors(self, *texts):
        """Add paragraphs to the note that readers never see."""
        self.ednote = "\n\n".join(filter(None, (self.ednote, *(text.strip() for text in texts))))


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An item that was never a story (a menu entry, a page): told with its reason, and no failure."""

    message: str
    code: str
    title: str = ""
    placed: Placed = Placed()


class Unreadable(Exception):
    """The input, or one item of it, cannot become a story. `code` names the reason, the message says what to do next;
    `line` and `column` count from 1 where they are known. A parser yields it for an item, and raises it where
    nothing behind it can be read either.
    """

    def __init__(self, message, *, code, line=None, column=None, item=None):
        super().__init__(message)
        self.code, self.line, self.column, self.item = code, line, column, item

    def __reduce__(self):
        """From a process that reads to the one that writes (`apart`)."""
        told = {name: getattr(self, name) for name in ("code", "line", "column", "item")}
        return partial(Unreadable, **told), self.args
