"""What the copy desk reads: a story as plain values, so that anything article-shaped can be turned into one."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple

from articles.text import prose, quotations


@dataclass(frozen=True)
class Picture:
    """A picture as its story shows it; a decorative one needs no description. `expires_on`: the last day of its rights.

    `key` is that of a picture in the text; one that is `missing` there is not in the library.
    """

    title: str = ""
    alt: str = ""
    caption: str = ""
    credit: str = ""
    decorative: bool = False
    expires_on: date | None = None
    key: int = 0
    missing: bool = False


class Passage(NamedTuple):
    """A stretch of text the desk reads on its own: `place` names it for the editor, `number` is None off the body."""

    place: str
    number: int | None
    text: str


@dataclass(frozen=True)
class Story:
    """One story. `body` is sanitised HTML, `language` a BCP 47 tag; bylines and tags are names.

    `pictures` are those in the text, `descriptions` what the text itself says of them. `today` is the day it is read.
    """

    headline: str
    body: str
    standfirst: str = ""
    kicker: str = ""
    dateline: str = ""
    kind: str = "news"
    section: str = ""
    bylines: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    lead: Picture | None = None
    pictures: tuple[Picture, ...] = ()
    descriptions: tuple[str, ...] = ()
    language: str = "en"
    today: date | None = None
    method: str = ""
    reply_sought: str = ""
    reply_came: str = ""
    conflicts: str = ""
    ai_use: str = ""
    ai_purpose: str = ""
    ai_reviewer: str = ""

    @cached_property
    def blocks(self):
        """Every text block of the body, headings, list items and table rows included."""
        return prose.blocks(self.body)

    @cached_property
    def text(self):
        """The body as plain text, equal to `prose.plain_text(body)`."""
        return "\n\n".join(block.text.strip() for block in self.blocks)

    @cached_property
    def paragraphs(self):
        """The blocks that are running text."""
        return [block for block in self.blocks if block.kind == "p"]

    @cached_property
    def tongue(self):
        """The language without region or script: `pt-BR` is `pt`."""
        return self.language.replace("_", "-").partition("-")[0].lower()

    @cached_property
    def furniture(self):
        """The passages around the body."""
        lead = self.lead or Picture()
        texts = {
            "headline": self.headline,
            "kicker": self.kicker,
            "standfirst": self.standfirst,
            "dateline": self.dateline,
            "caption": lead.caption,
            "picture description": lead.alt,
            "credit": lead.credit,
            "account of how we know": self.method,
            "reply": self.reply_came,
            "conflicts of interest": self.conflicts,
        }
        around = [Passage(place, None, text) for place, text in texts.items() if text]
        return around + [Passage("picture description", None, text) for text in self.descriptions if text]

    @cached_property
    def told(self):
        """The passages of the body; listings (pre) are not prose and are left out."""
        return [Passage("text", block.number, block.text) for block in self.blocks if block.kind != "pre"]

    @cached_property
    def passages(self):
        """Everything a reader will see."""
        return self.furniture + self.told

    @cached_property
    def everything(self):
        """All passages in one string: one look here spares a rule looking at each of them."""
        return "\n\n".join(passage.text for passage in self.passages)

    @cached_property
    def marks(self):
        """The quotation marks of each passage of the body, by its number, as `quotations.pair` reads them."""
        return {passage.number: quotations.pair(passage.text) for passage in self.told}

    def find(self, pattern):
        """Yield (passage, match) for each match of a compiled pattern that needs no more than one passage to match."""
        if pattern.search(self.everything):
            for passage in self.passages:
                for match in pattern.finditer(passage.text):
                    yield passage, match
