"""Finds out whether lines were broken to fit a column, and joins those that were."""

import re
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

_WIDE = "\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef"
_ENDS_WIDE = re.compile(f"[{_WIDE}]$")
_STARTS_WIDE = re.compile(f"[{_WIDE}]")
_HAS_WIDE = re.compile(f"[{_WIDE}]{{3}}")
_ENDS_IN_HYPHEN = re.compile(r"\w-$")
_SUSPENDED = re.compile(r"(?:and|or|to|und|oder|bis|et|ou|og|och|eller|y|o|e)\b")
_SENTENCE_END = re.compile(r"[.!?:;…。！？][\"'”’»)\]]*$")
_PARAGRAPH_INDENT = re.compile(r" {2,8}\S")
_SOFT_HYPHEN = "\u00ad"
_WIDEST_COLUMN = 90
_SHORT_LINE = 45
_FEWEST = 4


@dataclass(frozen=True, slots=True)
class Column:
    """The width that lines were broken to; 0 says they were not broken, or that nothing proves it."""

    width: int = 0

    def breaks(self, lines):
        """Whether the breaks between `lines` are the column's, not the writer's (a verse, an address)."""
        if not self.width:
            return len(lines) < 2 or _sentence_runs_on(lines)
        shorts = sum(len(line) <= _SHORT_LINE and not _SENTENCE_END.search(line) for line in lines[:-1])
        return not (shorts == len(lines) - 1 > 1 and median(map(len, lines[:-1])) < 0.7 * self.width)


def column(runs):
    """The Column of a text, from its runs of neighbouring prose lines (IMPORT §3.4)."""
    lines = [line for run in runs for line in run]
    full = [len(line) for run in runs for line in run[:-1]]
    longest = max(map(len, lines), default=0)
    if len(full) < _FEWEST or longest > _WIDEST_COLUMN or median(full) < 0.7 * longest:
        return Column()
    return Column(longest)


def _sentence_runs_on(lines):
    # Too few lines to measure a column by: each must look broken in the middle of a sentence.
    return all(
        55 <= len(line) <= _WIDEST_COLUMN and (following.lstrip()[:1].islower() or not _SENTENCE_END.search(line))
        for line, following in pairwise(lines)
    )


def starts_paragraph(line):
    """Whether a wire's indent of 2 to 8 spaces, or an ideographic space, opens a paragraph here."""
    return line.startswith("\u3000") or bool(_PARAGRAPH_INDENT.match(line))


def join(lines):
    """Join broken lines into one: a space between words, none between ideographs or after a hyphen inside a word.

    A soft hyphen at a line's end is dropped; `soft_hyphens` says how many are.
    """
    stripped = [line.strip() for line in lines]
    pieces = []
    for before, after in pairwise(stripped):
        pieces += [before.removesuffix(_SOFT_HYPHEN), _gap(before, after)]
    return "".join([*pieces, stripped[-1]])


def is_wide(text):
    """Whether the text is written without spaces between words (Chinese, Japanese)."""
    return bool(_HAS_WIDE.search(text))


def soft_hyphens(lines):
    return sum(line.rstrip().endswith(_SOFT_HYPHEN) for line in lines[:-1])


def _gap(before, after):
    tail = before[-2:]
    if before.endswith(_SOFT_HYPHEN):
        return ""
    if _ENDS_IN_HYPHEN.search(tail) and after[:1].isalnum():
        return " " if _SUSPENDED.match(after) else ""
    return "" if _ENDS_WIDE.search(tail) or _STARTS_WIDE.match(after) else " "
