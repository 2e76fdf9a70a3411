"""The named moves between stages: what each is called, where it leads, which permission it takes. Pure."""

from dataclasses import dataclass

from articles.models import Article

DRAFT, REVIEW, READY, SPIKED = (Article.Stage.DRAFT, Article.Stage.REVIEW, Article.Stage.READY, Article.Stage.SPIKED)


@dataclass(frozen=True)
class Move:
    """`permission`: a codename of the app; `owners`: whoever writes the story may make it with that alone;
    `only_owners`: nobody else makes it.
    """

    name: str
    label: str
    before: frozenset
    after: str
    permission: str
    note_needed: bool = False
    owners: bool = False
    only_owners: bool = False


def _move(name, label, before, after, permission, **more):
    return Move(name, label, frozenset(before), after, permission, **more)


MOVES = (
    _move("submit", "Submit for review", {DRAFT}, REVIEW, "submit_article", owners=True),
    _move("mark_ready", "Mark ready", {DRAFT, REVIEW}, READY, "ready_article"),
    _move("take_back", "Take back", {REVIEW}, DRAFT, "submit_article", owners=True, only_owners=True),
    _move("send_back", "Send back", {REVIEW, READY}, DRAFT, "send_back_article", note_needed=True),
    _move("reopen", "Back to review", {READY}, REVIEW, "send_back_article"),
    _move("spike", "Spike", {DRAFT, REVIEW, READY}, SPIKED, "spike_article"),
    _move("unspike", "Back to draft", {SPIKED}, DRAFT, "spike_article"),
)
NAMED = {move.name: move for move in MOVES}


def moves_from(stage):
    return [move for move in MOVES if stage in move.before]


def between(before, after):
    """The moves that lead from one stage to another; none if there is no such way."""
    return [move for move in MOVES if before in move.before and move.after == after]
