"""How a field of a story that changed is told: words laid over each other, chips, two pictures, or from one to other.

Each has its `template`; `count` is how many changes an editor would say it is, and as many are marked for J and K.
"""

from dataclasses import dataclass, field
from itertools import groupby
from typing import NamedTuple

from articles.models import Image
from articles.text import differences
from articles.text.runs import Block, count, rows

FOLD = 3


class Stretch(NamedTuple):
    """Neighbouring blocks that all changed or all did not; three and more unchanged ones are folded away."""

    is_folded: bool
    blocks: list[Block]

    @property
    def rows(self):
        return list(rows(self.blocks))


@dataclass(frozen=True, kw_only=True)
class Change:
    """One field that differs."""

    name: str
    label: str


@dataclass(frozen=True, kw_only=True)
class Reworded(Change):
    """`is_whole`: too long to compare word by word. Without a changed block the two differ in unseen markup alone."""

    blocks: list
    is_whole: bool = False
    template = "desk/diff_text.html"

    @property
    def count(self):
        return count(self.blocks) or 1

    @property
    def is_unseen(self):
        return not count(self.blocks)

    @property
    def stretches(self):
        groups = (list(group) for _, group in groupby(self.blocks, key=lambda block: not block.changes))
        return [Stretch(not blocks[0].changes and len(blocks) >= FOLD, blocks) for blocks in groups]


class Chip(NamedTuple):
    """`op`: added, removed, or "" for what stayed and is told by its sentence."""

    op: str
    text: str


@dataclass(frozen=True, kw_only=True)
class Relisted(Change):
    chips: list
    template = "desk/diff_chips.html"

    @property
    def count(self):
        return len(self.chips)


@dataclass(frozen=True, kw_only=True)
class Replaced(Change):
    old: object
    new: object
    template = "desk/diff_value.html"
    count: int = field(default=1, init=False)


@dataclass(frozen=True, kw_only=True)
class Repictured(Replaced):
    """`old` and `new` are an Image, the words for one that is gone, or nothing."""

    template = "desk/diff_picture.html"


def of_body(old, new, **about):
    return Reworded(**differences.compare(old, new)._asdict(), **about) if old != new else None


def of_line(old, new, **about):
    return Reworded(blocks=differences.of_lines(old, new), **about) if old != new else None


def of_value(old, new, **about):
    return Replaced(old=old, new=new, **about) if old != new else None


def of_tags(old, new, **about):
    chips = [Chip("added", tag) for tag in new if tag not in old]
    chips += [Chip("removed", tag) for tag in old if tag not in new]
    return Relisted(chips=chips, **about) if chips else None


def of_bylines(old, new, **about):
    """Bylines are told by name: an import knows no keys, and a reader sees none."""
    before, after = ({byline["name"]: byline["role"] for byline in bylines} for bylines in (old, new))
    chips = [Chip("added", _credit(name, role)) for name, role in after.items() if name not in before]
    chips += [Chip("removed", _credit(name, role)) for name, role in before.items() if name not in after]
    chips += [
        Chip("", f"{name}: role {_quoted(before[name])} → {_quoted(role)}")
        for name, role in after.items()
        if before.get(name, role) != role
    ]
    if [name for name in before if name in after] != [name for name in after if name in before]:
        chips.append(Chip("", f"Now in this order: {', '.join(after)}"))
    return Relisted(chips=chips, **about) if chips else None


def of_picture(old, new, **about):
    if old == new:
        return None
    found = Image.objects.in_bulk([key for key in (old, new) if key])
    old, new = (found.get(key, f"Picture {key}, which is gone") if key else None for key in (old, new))
    return Repictured(old=old, new=new, **about)


def credits(bylines):
    """Ana Ruiz, Ben Okafor (Photographs)."""
    return ", ".join(_credit(byline["name"], byline["role"]) for byline in bylines)


def _credit(name, role):
    return f"{name} ({role})" if role else name


def _quoted(role):
    return f"“{role}”" if role else "none"
