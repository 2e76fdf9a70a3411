"""The ways out: everything the newsroom holds, or a selection, in forms that others read and that we can read back.

options -> selection (which stories) -> tables, stories, media or site (what is written) -> sink (where)
"""

from .options import FORMATS, Options, Refused
from .run import Report, run

__all__ = ["FORMATS", "Options", "Refused", "Report", "run"]
