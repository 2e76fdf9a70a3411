"""The list of rules. A rule is a function of a story, registered by a decorator that says how much it weighs."""

from functools import wraps
from itertools import islice
from typing import NamedTuple

from articles.text.findings import Finding, Level

RULES = {}
MOST_OF_A_KIND = 50  # an editor who sees so many knows what is wrong with the story


class Remark(NamedTuple):
    """What a rule says; the register adds the code and the level. The fields are those of a Finding."""

    message: str
    paragraph: int | None = None
    excerpt: str = ""


def _registrar(level):
    def register(remarks):
        """Put `remarks` (a story in, remarks out) into RULES under its own name; its docstring is the explanation."""
        code = remarks.__name__.replace("_", "-")

        @wraps(remarks)
        def rule(story):
            return [Finding(code, level, *remark) for remark in islice(remarks(story), MOST_OF_A_KIND)]

        rule.code, rule.level = code, level
        RULES[code] = rule
        return rule

    return register


error = _registrar(Level.ERROR)
warning = _registrar(Level.WARNING)
hint = _registrar(Level.HINT)
