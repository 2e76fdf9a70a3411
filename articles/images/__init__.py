"""Pictures as bytes: read safely, re-encoded without what they carried, cropped and sized. No ORM, no storage."""

from .encoding import original
from .reading import Picture, Unusable, read
from .renditions import SHAPES, Size, names, plan, render

__all__ = ["SHAPES", "Picture", "Size", "Unusable", "names", "original", "plan", "read", "render"]
