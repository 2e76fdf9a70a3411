"""Search over what readers can read: one writer of the index, one function that asks it.

`entries` writes, `sqlite` and `postgresql` each find rows in their database's index, `ranking` puts them in order,
`finding` brings it together. What a row is found by is worked out in `text.words`, the same for both databases.
"""

from .entries import enlist, enlist_many, rebuild
from .finding import Findings, Narrowed, find
from .spelling import better
from .suggesting import suggest

__all__ = ["Findings", "Narrowed", "better", "enlist", "enlist_many", "find", "rebuild", "suggest"]
