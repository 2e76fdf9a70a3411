"""What both changed, told for somebody who has to choose: each side as it would read, with its changes marked."""

from dataclasses import dataclass

from articles.text import differences

from . import snapshots
from .field_changes import Reworded, credits

OFFERS = {"mine": "Keep mine", "theirs": "Take theirs", "both": "Keep both, theirs first"}
GONE = "Taken out"


@dataclass(frozen=True)
class Side:
    """Either blocks of marked words, or a picture, or plain words."""

    blocks: tuple = ()
    picture: object = None
    words: str = ""


@dataclass(frozen=True)
class Choice:
    """A radio button; `side` is what stands under it."""

    value: str
    label: str
    side: Side | None
    is_chosen: bool


@dataclass(frozen=True)
class Told:
    key: str
    label: str
    choices: list
    opened: Side

    @property
    def is_open(self):
        return not any(choice.is_chosen for choice in self.choices)


def told(question):
    sides = {"mine": _side(question, question.mine), "theirs": _side(question, question.theirs)}
    choices = [Choice(offer, OFFERS[offer], sides.get(offer), offer == question.chosen) for offer in question.offers]
    return Told(question.key, snapshots.LABELS[question.name], choices, _opened(question))


def _side(question, value):
    name, base = question.name, question.base
    if name == "bylines":
        return Side(words=credits(value))
    change = snapshots.change(name, base, value)
    if isinstance(change, Reworded):
        return Side(blocks=tuple(change.blocks)) if value else Side(words=GONE if name == "body" else "")
    return _picture_or_words(name, change.new)


def _opened(question):
    name, base = question.name, question.base
    if name == "body":
        return Side(blocks=tuple(differences.of_bodies(base, base))) if base else Side(words="Nothing stood here")
    if name == "bylines":
        return Side(words=credits(base or []))
    change = snapshots.change(name, question.mine, base)
    return Side(words=base) if isinstance(change, Reworded) else _picture_or_words(name, change.new)


def _picture_or_words(name, value):
    return Side(picture=value) if name == "lead" and value else Side(words=value or "")
