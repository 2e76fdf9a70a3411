"""Where readers find a story at a moment: each page, feed and list it stands on, and where in it. Reads only.

It says what the public pages show, and is tested against them.
"""

from .finding import find
from .place import Place

__all__ = ["Place", "find"]
