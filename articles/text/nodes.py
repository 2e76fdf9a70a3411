"""The parts a plain text is made of, before they become HTML."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class Paragraph:
    """More than one line means breaks the writer meant, or that nothing proves otherwise."""

    lines: list[str]
    alone: bool = False  # one line between blank ones
    soft_hyphens: int = 0  # dropped from it when its lines were joined

    @property
    def text(self):
        return "\n".join(self.lines)


@dataclass(slots=True)
class Heading:
    text: str
    mark: str = ""


@dataclass(slots=True)
class Item:
    """One line with a bullet or a number before it; `number` is None for a bullet."""

    indent: int
    marker: str
    lines: list[str]
    number: int | None = None
    soft_hyphens: int = 0
    children: list["Listing"] = field(default_factory=list)


@dataclass(slots=True)
class Listing:
    items: list[Item]
    start: int | None = None


@dataclass(slots=True)
class Table:
    rows: list[list[str]]
    headed: bool = False
    drawn: str = ""  # the pipes and lines it was drawn with


@dataclass(slots=True)
class Preformatted:
    lines: list[str]


@dataclass(slots=True)
class Quote:
    paragraphs: list[str]
    mark: str = ""


@dataclass(slots=True)
class Rule:
    mark: str
