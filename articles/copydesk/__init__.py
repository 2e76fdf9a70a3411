"""The copy desk: reads a story and says what an editor should look at before readers do.

Rules are pure. Each lives in RULES under its code, with a level and a docstring that explains it to an editor.
False alarms cost more than misses: a rule that is often wrong is soon not read.
"""

from articles.text.findings import Level

from . import backing, bodies, furniture, headlines, moments, placeholders, quoting, slips  # noqa: F401 (they register rules)
from .register import RULES
from .story import Picture, Story

__all__ = ["RULES", "Picture", "Story", "read"]

_ORDER = {level: place for place, level in enumerate(Level)}


def read(story, *, only=None):
    """Return the findings of every rule, or of the codes in `only`: errors, warnings, hints, each in reading order."""
    codes = RULES if only is None else dict.fromkeys(only)
    findings = [finding for code in codes for finding in RULES[code](story)]
    return sorted(findings, key=lambda finding: (_ORDER[finding.level], finding.paragraph or 0))
