"""An entry of the record in words: what was done, and what was said with it. The reason of a kill is for few."""

from dataclasses import dataclass

from django.utils import timezone

from articles.models import Article, Transition

Action = Transition.Action
# What only those who may see withdrawals read.
CONFIDENTIAL = (Action.KILLED, Action.REVIVED)
ICONS = {
    Action.CREATED: "plus",
    Action.IMPORTED: "inbox",
    Action.MOVED: "move",
    Action.SCHEDULED: "clock",
    Action.CANCELED: "cross",
    Action.PUBLISHED: "newspaper",
    Action.ENDED: "clock",
    Action.CORRECTED: "message-square-warning",
    Action.UNPUBLISHED: "withdraw",
    Action.KILLED: "octagon-alert",
    Action.REVIVED: "undo",
    Action.BINNED: "bin",
    Action.UNBINNED: "undo",
    Action.PREVIEWED: "eye",
    Action.REVOKED: "lock",
    Action.REDIRECTED: "link",
}


@dataclass(frozen=True)
class Entry:
    """`notes`: (what it is, what was said) of everything that came with the act."""

    what: str
    icon: str
    who: str
    notes: list


def entry(row, *, is_told, correction=None, withdrawal=None):
    """A Transition in words; `is_told`: for somebody who may see withdrawals. The others were written with it."""
    icon = f"desk/icons/{ICONS[row.action]}.svg"
    return Entry(_what(row), icon, who(row), _notes(row, note(row, is_told=is_told), correction, withdrawal))


def who(row):
    return row.by_name or (row.by and (row.by.get_full_name() or row.by.get_username())) or "command line"


def note(row, *, is_told):
    """What was said with it, as far as it may be read."""
    return row.note if is_told or row.action not in CONFIDENTIAL else ""


def moment(at):
    return f"{timezone.localtime(at):%-d %B %Y, %H:%M %Z}"


def _what(row):
    told, edition = row.get_action_display(), row.edition
    if row.action == Action.CREATED:
        return "Begun"
    if row.action == Action.MOVED:
        return f"Moved from {_stage(row.before)} to {_stage(row.after)}"
    if row.action == Action.SCHEDULED and edition:
        return f"Scheduled for {moment(edition.live_from)}, edition {edition.number}, version {edition.version}"
    if row.action == Action.PUBLISHED and edition:
        return f"Published as edition {edition.number}, version {edition.version}"
    if row.action == Action.CANCELED and edition:
        return f"Schedule of edition {edition.number} canceled, which was to open {moment(edition.live_from)}"
    return f"{told}, edition {edition.number}" if edition and row.action == Action.CORRECTED else told


def _notes(row, said, correction, withdrawal):
    told = []
    if correction:
        told += [
            ("Kind", correction.get_kind_display()),
            ("Was wrong", correction.wrong),
            ("Is right", correction.right),
        ]
    elif withdrawal and withdrawal.is_kill:
        told += [("Kind", withdrawal.get_kind_display()), ("Readers are told", withdrawal.notice)]
    if withdrawal and said:
        told.append(("Reason", withdrawal.reason))
    elif not correction:
        told.append(("Note", said))
    told += [(f"Let stand: {code}", reason) for code, reason in row.waived.items()]
    return [(name, text) for name, text in told if text]


def _stage(value):
    return str(dict(Article.Stage.choices).get(value, value or "nowhere")).lower()
