"""Intake: records become articles on the desk. Everything lands as a draft; an editor's work is never overwritten.

options -> gathering (files) -> reading (bytes to records) -> identity (what is it to us) -> arriving (write)
"""

from .following import follow
from .keeping import original_bytes
from .old_addresses import load as load_old_addresses
from .options import MOST_JOBS, Item, OnConflict, Options, Refused
from .run import Report, run
from .suggesting import suggested_correction
from .waiting import accept, both, decline, merge

__all__ = [
    "MOST_JOBS",
    "Item",
    "OnConflict",
    "Options",
    "Refused",
    "Report",
    "accept",
    "both",
    "decline",
    "follow",
    "load_old_addresses",
    "merge",
    "original_bytes",
    "run",
    "suggested_correction",
]
