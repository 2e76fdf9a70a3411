"""Search over what readers can read: one writer of the index, one function that asks it.

`entries` writes, `sqlite` and `postgresql` each find rows in their database's index, `ranking` puts them in order,
`finding` brings it together. `telling` finds what a story is about, as against what is `usual`; `likeness` writes which
others are about the same. What a row is found by is worked out in `text.words`, the same for both databases.
"""

from .entries import enlist, enlist_many
from .finding import Findings, Narrowed, find
from .likeness import like_proof, liken
from .rebuilding import rebuild
from .spelling import better
from .suggesting import suggest

__all__ = [
    "Findings",
    "Narrowed",
    "better",
    "enlist",
    "enlist_many",
    "find",
    "like_proof",
    "liken",
    "rebuild",
    "suggest",
]
