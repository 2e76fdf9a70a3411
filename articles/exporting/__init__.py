"""The ways out: everything the newsroom holds, or a selection, in forms that others read and that we can read back.

options -> selection (which stories) -> tables, stories, media or site (what is written) -> standing (what is
there already) -> sink (where)
"""

from .options import FORMATS, Options, Refused
from .run import Report, run
from .standing import is_unfinished

__all__ = ["FORMATS", "Options", "Refused", "Report", "is_unfinished", "run"]
