"""Holds the embargo of a wire's field against that of its note (IMPORT §4): the later one counts, and both are told."""

from contextlib import suppress
from datetime import UTC

from .embargo_words import said_of

_LOOK = "ask the provider, and set the embargo by hand"


def hear_note(record, *, asked):
    """Look for an embargo in the words of the note; it never ends before the time that a field gives."""
    said = said_of(record.ednote)
    if said is None:
        return
    with suppress(OverflowError):  # at the ends of the calendar there is nothing to compare
        if record.embargo_until is None:
            _hold(record, said, asked)
        else:
            _compare(record, said, asked)


def _hold(record, said, asked):
    """A story whose embargo is in words alone is held, as one that opens with such words is."""
    record.withheld = True
    sent = _sent(record)
    zone = said.zone or asked.timezone or UTC
    day = said.date(sent.astimezone(zone).date()) if sent else None if isinstance(said.day, tuple) else said.day
    if day and said.clock:
        record.embargo_until = said.moment(day, zone)
    until = f"; it was read as {_told(record.embargo_until)}" if record.embargo_until else ""
    message = f"The note says in words that there is an embargo{until}. The story is held: {_LOOK}."
    record.note("embargo-in-words", message, excerpt=said.text)


def _compare(record, said, asked):
    field = record.embargo_until
    zone = said.zone or _zone_of(field, asked)
    local = field.astimezone(zone)
    sent = _sent(record)
    day = said.date(min(local, sent.astimezone(zone)).date() if sent else local.date())
    if day is None:
        return
    words = said.moment(day, zone)
    agree = words == field if said.clock else day == local.date()
    misnamed = said.weekday is not None and said.weekday != day.weekday()
    if agree and not misnamed:
        return
    record.embargo_until = field if agree else max(field, words)
    told = "its weekday does not fit its date" if agree else f"that is {_told(words)}"
    message = (
        f"The embargo ends {_told(field)} by its field; the note says “{said.text[:80]}”, {told}. The later counts"
    )
    record.note("embargo-disagrees", f"{message}, {_told(record.embargo_until)}: {_LOOK}.", excerpt=said.text)


def _zone_of(field, asked):
    """Where the words, which name no zone, were written: where the field's clock is, if that is not everybody's (Z)."""
    return field.tzinfo if field.utcoffset() else asked.timezone or UTC


def _sent(record):
    return record.updated_at or record.first_created or record.published_at


def _told(moment):
    return f"{moment:%A %Y-%m-%d %H:%M} {moment.tzname()}"
