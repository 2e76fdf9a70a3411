"""What changed between two versions of a text, counted and laid out so that it can be told in plain sentences."""

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from . import differences
from .runs import Block, Op


class Fate(StrEnum):
    """What became of a part or a paragraph."""

    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"
    REWORDED = "reworded"
    RESTYLED = "restyled"


@dataclass(frozen=True, slots=True)
class Place:
    """A paragraph and where it stands in the newer text, counted from 1; 0 for one that is gone."""

    number: int
    fate: Fate
    block: Block

    @property
    def is_figure(self):
        """Whether it is no paragraph: a picture, a caption, an embed."""
        return self.block.kind.startswith("figure")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Neighbouring paragraphs that all changed, or that all stayed as they were."""

    is_change: bool
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A headline or a body and its fate; `fates` counts its paragraphs by theirs, `figures`: whether any changed."""

    name: str
    fate: Fate
    places: tuple[Place, ...]

    @property
    def fates(self):
        return Counter(place.fate for place in self.places if not place.is_figure)

    @property
    def figures(self):
        return any(place.is_figure and place.fate != Fate.SAME for place in self.places)

    @property
    def stretches(self):
        """The paragraphs that stayed gathered between those that changed."""
        groups = groupby(self.places, key=lambda place: place.fate != Fate.SAME)
        return [Stretch(is_change, tuple(places)) for is_change, places in groups]


def of_line(name, old, new):
    """The Part of two plain texts."""
    fate = Fate.SAME if old == new else _whole(old, new)
    return Part(name, fate, tuple(_placed(differences.of_lines(old, new))))


def of_body(name, old, new):
    """The Part of two sanitised bodies."""
    places = tuple(_placed(differences.of_bodies(old, new)))
    is_change = any(place.fate != Fate.SAME for place in places)
    return Part(name, _whole(old, new) if is_change else Fate.SAME, places)


def _whole(old, new):
    return Fate.ADDED if not old else Fate.REMOVED if not new else Fate.REWORDED


def _placed(blocks):
    number = 0
    for block in blocks:
        fate = fate_of(block)
        number += fate != Fate.REMOVED and not block.kind.startswith("figure")
        yield Place(0 if fate == Fate.REMOVED else number, fate, block)


def fate_of(block):
    """A paragraph that was moved and reworded counts as moved."""
    ops = {run.op for run in block.runs}
    if block.is_whole:
        return Fate(block.runs[0].op.value)
    if block.moved:
        return Fate.MOVED
    if ops & {Op.ADDED, Op.REMOVED}:
        return Fate.REWORDED
    return Fate.RESTYLED if Op.RESTYLED in ops or block.note else Fate.SAME
