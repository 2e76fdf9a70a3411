"""Objects of a list in JSON by the text they stand in."""

import json
import re

_BLANK = re.compile(r"[ \t\n\r]*")
_read = json.JSONDecoder().raw_decode


def objects_in(text, path, told):
    """The bytes of each object of `told`, which a parser read from the list at `path` of `text`; None for one that does
    not say the same as what stands there. `path` goes down by names and, in a list, by numbers.
    """
    standing = _objects(text, path)
    for one in told:
        there, raw = next(standing, (None, None))
        yield raw if there == one else None


def _objects(text, path):
    try:
        for start in _members(text, _place_of(text, path)):
            there, end = _read(text, start)
            if isinstance(there, dict):
                yield there, text[start:end].encode()
    except (LookupError, ValueError, RecursionError):
        return


def _place_of(text, path):
    """Where the value at `path` begins. Raises LookupError where there is none."""
    at = _past_blank(text, 0)
    for step in path:
        named = text[at] == "{"
        for number, place in enumerate(_members(text, at)):
            name, at = _name_of(text, place) if named else (number, place)
            if name == step:
                break
        else:
            raise LookupError(step)
    return at


def _members(text, at):
    """Where each member of the list or object at `at` begins; in an object that is its name."""
    named, at = text[at] == "{", _past_blank(text, at + 1)
    while text[at] not in "]}":
        yield at
        _, at = _read(text, _name_of(text, at)[1] if named else at)
        at = _past_blank(text, at)
        if text[at] == ",":
            at = _past_blank(text, at + 1)


def _name_of(text, at):
    """(the name of a member, where its value begins)"""
    name, at = _read(text, at)
    return name, _past_blank(text, _past_blank(text, at) + 1)


def _past_blank(text, at):
    return _BLANK.match(text, at).end()
