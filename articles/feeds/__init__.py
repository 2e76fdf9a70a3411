"""The paper, a section, a tag, an author, and what was put right, as RSS, Atom and JSON Feed.

`channel` says what a feed is of, `rss`, `atom` and `json_feed` write one, `answering` chooses between them.
"""

from .answering import FORMS
from .corrections import corrections
from .stories import author, paper, section, tag

__all__ = ["FORMS", "author", "corrections", "paper", "section", "tag"]
