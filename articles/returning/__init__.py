"""The way back: an export of ours, taken into an empty newsroom, gives the same newsroom and the same pages.

knowing (is it one) -> package (what lies there, proven by its digests) -> accounts -> loading (files, then every row,
then the proof)
"""

from .knowing import begins_export, is_export
from .loading import Restored, restore
from .merging import as_delivery
from .package import Refused

__all__ = ["Refused", "Restored", "as_delivery", "begins_export", "is_export", "restore"]
