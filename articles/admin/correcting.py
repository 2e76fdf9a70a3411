"""A correction as it is typed on the publish page, and what each kind is for."""

from dataclasses import dataclass

from articles import intake, publishing
from articles.models import Correction
from articles.text.notices import FIRST

from .asking import typed

Kind = Correction.Kind
LONGEST = 2000
KINDS = [
    (kind, meant, "above the text" if kind in FIRST else "below the text")
    for kind, meant in (
        (Kind.UPDATE, "News has come in since. Nothing in the story was wrong."),
        (Kind.CLARIFICATION, "True, but easy to misread."),
        (Kind.CORRECTION, "Something was wrong."),
        (Kind.APOLOGY, "It was wrong, and it hurt somebody."),
        (Kind.RETRACTION, "The story does not stand."),
    )
]


@dataclass(frozen=True)
class Correcting:
    """What was typed; `kind` is empty for no correction."""

    kind: str = ""
    wrong: str = ""
    right: str = ""
    is_open: bool = False
    suggested: str = ""

    @property
    def is_asked(self):
        return bool(self.kind or self.wrong or self.right)

    @property
    def errors(self):
        """(id of the field, what is wrong)."""
        if self.is_asked and self.kind not in Kind.values:
            return [("kind-update", "Choose what kind of correction this is.")]
        return []

    @property
    def put(self):
        """As `publishing.publish` takes it; None if there is nothing to put right."""
        return publishing.Put(self.kind, self.wrong, self.right) if self.is_asked else None


def posted(request):
    told = (typed(request, name, LONGEST) for name in ("kind", "wrong", "right"))
    correcting = Correcting(*told)
    return Correcting(correcting.kind, correcting.wrong, correcting.right, is_open=correcting.is_asked)


def first(request, article):
    """Folded, unless the address asks for it: ?correct=1, or ?correct=provider with what its provider says of it."""
    asked, suggested = request.GET.get("correct"), intake.suggested_correction(article)
    right = suggested if asked == "provider" else ""
    is_open = asked in ("1", "provider")
    return Correcting(Kind.CORRECTION if is_open else "", right=right, is_open=is_open, suggested=suggested)
