"""What a comparison tells: blocks of runs of plain text, to be read in one text or as the old beside the new."""

from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby, zip_longest
from typing import NamedTuple


class Op(StrEnum):
    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"
    RESTYLED = "restyled"


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring words with one fate. `note`: what became of the formatting ("now bold"), `before` what it was."""

    op: Op
    text: str
    marks: frozenset[str] = frozenset()
    note: str = ""
    before: frozenset[str] = frozenset()

    @property
    def words(self):
        return self.text.rstrip(" ")

    @property
    def space(self):
        """What stands after the words, left unmarked: a struck blank says nothing."""
        return self.text[len(self.words) :]


class Part(NamedTuple):
    """Neighbouring runs: one change as an editor counts them (what went and what came for it), or none.

    `replaced` is what went, where it stands on the other side.
    """

    is_change: bool
    runs: tuple[Run, ...]
    replaced: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """`kind` is as in Passage; `note` says what happened to the block as a whole ("moved here from further up")."""

    kind: str
    runs: tuple[Run, ...]
    note: str = ""
    moved: bool = False

    @property
    def name(self):
        return self.kind.rsplit(" ", 1)[-1]

    @property
    def changes(self):
        return sum(part.is_change for part in self.parts) + bool(self.note)

    @property
    def parts(self):
        groups = groupby(self.runs, key=lambda run: (run.op != Op.SAME, run.note))
        return [Part(is_change, tuple(runs)) for (is_change, _), runs in groups]

    @property
    def old_parts(self):
        """The words that stood before. A change is told once: here only if nothing came in its place."""
        kept = ((part, _without(Op.ADDED, part.runs)) for part in self.parts)
        return [
            Part(part.is_change and all(run.op == Op.REMOVED for run in part.runs), runs) for part, runs in kept if runs
        ]

    @property
    def new_parts(self):
        kept = (
            Part(part.is_change, _without(Op.REMOVED, part.runs), _only(Op.REMOVED, part.runs)) for part in self.parts
        )
        return [part for part in kept if part.runs]

    @property
    def is_whole(self):
        """Whether all of it went, or all of it came."""
        return len({run.op for run in self.runs}) == 1 and self.runs[0].op in (Op.ADDED, Op.REMOVED)


class Row(NamedTuple):
    """What stands on the left and on the right; None where there is nothing."""

    old: Block | None
    new: Block | None


def rows(blocks):
    """The blocks side by side: what went whole stands beside what came whole in its place."""
    gone, come = [], []
    for block in blocks:
        op = block.runs[0].op if block.is_whole else None
        if (op != Op.ADDED and come) or op is None:
            yield from _side_by_side(gone, come)
            gone, come = [], []
        if op is None:
            yield Row(block, block)
        else:
            (gone if op == Op.REMOVED else come).append(block)
    yield from _side_by_side(gone, come)


def count(blocks):
    return sum(block.changes for block in blocks)


def old_text(block):
    return "".join(run.text for run in _without(Op.ADDED, block.runs))


def new_text(block):
    return "".join(run.text for run in _without(Op.REMOVED, block.runs))


def _without(op, runs):
    return tuple(run for run in runs if run.op != op)


def _only(op, runs):
    return "".join(run.text for run in runs if run.op == op).strip()


def _side_by_side(gone, come):
    return (Row(old, new) for old, new in zip_longest(gone, come))
