"""The way back: an export of ours, taken into an empty newsroom, gives the same newsroom and the same pages.

package (what lies there, proven by its digests) -> accounts -> loading (files, then every row, then the proof)
"""

from .loading import Restored, restore
from .merging import as_delivery
from .package import Refused, is_export

__all__ = ["Refused", "Restored", "as_delivery", "is_export", "restore"]
