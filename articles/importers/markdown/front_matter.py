"""Reads the fields in front of a Markdown text. Every value stays text as it was written: `title: 2024` is no number
and `no:` no lie.

YAML is read event by event, so that nothing recurses; an alias, with which a few lines can stand for a gigabyte, is
refused. A rule (---) that opens a text without fields behind it is text.
"""

import re
import tomllib
from collections import Counter
from datetime import date, datetime, time

import yaml

from articles.importers.record import Unreadable

_FENCE = re.compile(r"(---|\+\+\+)[ \t]*\n")
_LARGEST = 256 * 1024
_MOST_EVENTS = 50_000
_DEEPEST = 100  # lists in lists: what is deeper is no front matter, and PyYAML takes the square of it
_FIELD = re.compile(r"^[ \t]*[\"']?[\w.-]+[\"']?[ \t]*[:=]", re.MULTILINE)
_SAID_TWICE = (
    "The field “{}” stands more than once in the front matter; the last counts, the others were kept in the import."
)


def split(text, record):
    """(fields, the text behind them, the number of its first line). Raises Unreadable (front-matter) with the line."""
    fence = _FENCE.match(text)
    if not fence:
        return {}, text, 1
    end = re.compile(rf"^(?:{re.escape(fence[1])}|\.\.\.)[ \t]*$", re.MULTILINE).search(text, fence.end())
    front = text[fence.end() : end.start()] if end else ""
    if not end or (front.strip() and not _FIELD.search(front)):
        return {}, text, 1
    if len(front) > _LARGEST:
        raise Unreadable("the front matter is longer than 256 KB; is its end missing?", code="front-matter", line=1)
    fields = _read_yaml(front, record) if fence[1] == "---" else _read_toml(front)
    return fields, text[end.end() :], text.count("\n", 0, end.end()) + 1


def _read_toml(front):
    try:
        return _as_written(tomllib.loads(front))
    except (tomllib.TOMLDecodeError, RecursionError) as problem:
        place = re.search(r"line (\d+), column (\d+)", str(problem))
        line, column = (int(place[1]) + 1, int(place[2])) if place else (None, None)
        message = f"the front matter is no TOML: {problem}; mend that line"
        raise Unreadable(message, code="front-matter", line=line, column=column) from problem


def _as_written(value):
    if isinstance(value, dict):
        return {name: _as_written(one) for name, one in value.items()}
    if isinstance(value, list):
        return [_as_written(one) for one in value]
    if isinstance(value, bool):
        return "true" if value else "false"
    return value.isoformat() if isinstance(value, date | datetime | time) else str(value)


def _read_yaml(front, record):
    try:
        return _Document(record).read(yaml.parse(front, Loader=yaml.SafeLoader))
    except yaml.MarkedYAMLError as problem:
        mark = problem.problem_mark
        message = f"the front matter is no YAML: {problem.problem}. Put the value in quotes, or mend that line"
        line, column = (mark.line + 2, mark.column + 1) if mark else (None, None)
        raise Unreadable(message, code="front-matter", line=line, column=column) from problem
    except yaml.YAMLError as problem:
        message = f"the front matter is no YAML: {str(problem).splitlines()[0]}"
        raise Unreadable(message, code="front-matter", line=2) from problem


class _Document:
    """Builds text, lists and dictionaries from YAML's events; `stack` holds those that are open, `keys` the name that
    waits in each for its value, `again` how often each of its names has come again.
    """

    def __init__(self, record):
        self._record, self._stack, self._keys, self._again, self._top = record, [], [], [], {}

    def read(self, events):
        for number, event in enumerate(events):
            if number > _MOST_EVENTS:
                raise _refused("it has too many fields", event)
            if len(self._stack) > _DEEPEST:
                raise _refused(f"its lists lie in one another more than {_DEEPEST} deep", event)
            if isinstance(event, yaml.AliasEvent):
                raise _refused("it refers to another of its values (*), which is not read here", event)
            self._hear(event)
        return self._top if isinstance(self._top, dict) else {}

    def _hear(self, event):
        if isinstance(event, yaml.ScalarEvent):
            self._put(event.value)
        elif isinstance(event, yaml.SequenceStartEvent | yaml.MappingStartEvent):
            value = [] if isinstance(event, yaml.SequenceStartEvent) else {}
            if not self._stack:
                self._top = value
            self._stack.append(value)
            self._keys.append(None)
            self._again.append(Counter())
        elif isinstance(event, yaml.SequenceEndEvent | yaml.MappingEndEvent):
            value = self._stack.pop()
            self._keys.pop()
            self._again.pop()
            if self._stack:
                self._put(value)

    def _put(self, value):
        if not self._stack:
            return
        holder = self._stack[-1]
        if isinstance(holder, list):
            holder.append(value)
        elif self._keys[-1] is None:
            self._keys[-1] = value if isinstance(value, str) else str(value)[:100]
        else:
            self._set(holder, self._keys[-1], value)
            self._keys[-1] = None

    def _set(self, holder, key, value):
        """The last of two wins, as everywhere; the first is kept beside it."""
        if key in holder:
            if not self._again[-1][key]:
                self._record.note("front-matter-repeated", _SAID_TWICE.format(key[:60]))
            holder[self._free(holder, key)] = holder[key]
        holder[key] = value

    def _free(self, holder, key):
        """What the first of two is called beside the second, counted on from the last one of that name."""
        while True:
            self._again[-1][key] += 1
            name = f"{key} ({self._again[-1][key]})"
            if name not in holder:
                return name


def _refused(message, event):
    mark = event.start_mark
    return Unreadable(
        f"the front matter cannot be taken: {message}", code="front-matter", line=mark.line + 2, column=mark.column + 1
    )
