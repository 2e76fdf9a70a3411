"""The only writer of topics: the lists that others publish, IPTC's above all, become names for the codes of wires.

lists (a file) -> entries -> loading (write)
"""

from .lists import Unfit, read
from .loading import Loaded, load

__all__ = ["Loaded", "Unfit", "load", "read"]
