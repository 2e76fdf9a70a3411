"""RSS of the paper, a section, a tag, an author, and of what was put right; with addresses that hold anywhere."""

from .corrections import corrections
from .stories import author, paper, section, tag

__all__ = ["author", "corrections", "paper", "section", "tag"]
