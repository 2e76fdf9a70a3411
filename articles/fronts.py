"""Arranges the front page: which story stands where. Takes editions, newest first; writes and asks nothing.

A story stands once. The lead is the strongest of the last day and a half, the newest among equals; without a story
that fresh, the newest there is. Advertisements never lead. Stories on the lead's subject stand under it, two at
least. Briefs go to the rail. Two or more opinion pieces get a row of their own. The river is built in whole rows of
three, each with three pictures or with none, so that it looks set whatever came in; the rest is listed in the rail,
which is kept about as long as the river beside it.
"""

from dataclasses import dataclass, field
from datetime import timedelta

FRESH = timedelta(hours=36)
SECONDS, COMPANIONS, ROW, ROWS, VOICES, LISTED = 3, 3, 3, 4, 4, 12
MAJOR, BRIEF = 3, 5
TAKEN = 24


@dataclass(frozen=True)
class Row:
    stories: list
    pictured: bool


@dataclass(frozen=True)
class Front:
    lead: object = None
    companions: list = field(default_factory=list)
    seconds: list = field(default_factory=list)
    river: list = field(default_factory=list)
    voices: list = field(default_factory=list)
    briefs: list = field(default_factory=list)
    latest: list = field(default_factory=list)


def arrange(editions, *, now):
    """The front as it stands at `now`, from the newest editions, newest first."""
    rest = list(editions)
    lead = lead_of(rest, now=now)
    rest = _without(rest, [lead])
    briefs = [edition for edition in rest if edition.weight == BRIEF]
    rest = _without(rest, briefs)
    seconds = _seconds(rest)
    rest = _without(rest, seconds)
    companions = _companions(lead, rest)
    rest = _without(rest, companions)
    voices = _voices(rest)
    rest = _without(rest, voices)
    river = _rows(rest, limit=_height(len(rest), len(briefs)))
    latest = _without(rest, [edition for row in river for edition in row.stories])
    return Front(lead, companions, seconds, river, voices, briefs[:LISTED], latest[: max(0, LISTED - len(briefs))])


def lead_of(editions, *, now):
    """The story that leads, of editions newest first; None if there are none."""
    if not editions:
        return None
    able = [e for e in editions if e.kind != "sponsored" and e.weight != BRIEF] or editions
    fresh = [edition for edition in able if now - edition.published_at <= FRESH]
    return min(fresh, key=lambda edition: edition.weight) if fresh else able[0]


def _seconds(editions):
    """Up to three: the major ones first, then the newest."""
    able = [edition for edition in editions if edition.kind != "sponsored"]
    return sorted(able, key=lambda edition: edition.weight > MAJOR)[:SECONDS]


def _companions(lead, editions):
    """Up to three on the lead's subject: the same kicker, or two tags in common. One alone would be a stray line."""
    close = [edition for edition in editions if _same_subject(lead, edition)][:COMPANIONS]
    return close if len(close) > 1 else []


def _same_subject(one, other):
    shared = {tag["slug"] for tag in one.tags} & {tag["slug"] for tag in other.tags}
    return len(shared) > 1 or (one.kicker != "" and one.kicker == other.kicker)


def _voices(editions):
    voices = [edition for edition in editions if edition.kind == "opinion"][:VOICES]
    return voices if len(voices) > 1 else []


def _height(stories, briefs):
    """How many rows stand best beside their rail. All, where whole rows leave nothing to list."""
    whole = min(ROWS, stories // ROW)
    if not whole or (stories == whole * ROW and not briefs):
        return whole
    return min(range(1, whole + 1), key=lambda rows: abs(_rail(stories - rows * ROW, briefs) - rows))


def _rail(latest, briefs):
    """The height of a rail in rows of the river: a line, and a heading, are each about a third of one."""
    return 0.3 * (latest + briefs + bool(latest) + bool(briefs))


def _rows(editions, *, limit):
    """Whole rows of three, the newest story deciding whether its row has pictures; a mixed row shows none."""
    left, rows = list(editions), []
    while len(left) >= ROW and len(rows) < limit:
        alike = [edition for edition in left if bool(edition.picture) == bool(left[0].picture)][:ROW]
        stories = alike if len(alike) == ROW else left[:ROW]
        rows.append(Row(stories, pictured=all(edition.picture for edition in stories)))
        left = _without(left, stories)
    return rows


def _without(editions, taken):
    return [edition for edition in editions if not any(edition is other for other in taken)]
