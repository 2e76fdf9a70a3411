"""What must hold of a page as it is said: each rule takes everything that is said and yields what is wrong."""

import re
from collections import Counter, defaultdict
from itertools import pairwise

from .said import LANDMARKS, NAMED

ONCE = ("main", "banner", "contentinfo")
SLACK = 6  # pixels: lines of one row are not all of one height
SEEN = 2  # what is said but not shown is a pixel wide
DIGITS = re.compile(r"\b\d{1,4}[./-]\d{1,2}[./-]\d{1,4}\b")


def landmarks(said):
    """One main, banner, contentinfo and h1; where there are several of a kind, each has a name of its own."""
    found = defaultdict(list)
    for one in said:
        if one.role in LANDMARKS:
            found[one.role].append(one.name)
    yield from (f"{len(found[role])} of {role}" for role in ONCE if len(found[role]) != 1)
    for role, names in found.items():
        twice = [name for name, times in Counter(names).items() if times > 1 and (name or role != "form")]
        yield from (f"{role} twice as {name!r}" for name in twice)
        if role in ("navigation", "region", "complementary") and "" in names:
            yield f"{role} without a name"


def headings(said):
    """One of the first level, and none that is more than one deeper than the one before."""
    levels = [(one.told.get("level", 0), one.name) for one in said if one.role == "heading"]
    if [level for level, _ in levels].count(1) != 1:
        yield f"headings of the first level: {[name for level, name in levels if level == 1]}"
    for (above, _), (below, name) in pairwise(levels):
        if below > above + 1:
            yield f"level {above} to {below} at {name!r}"


def names(said):
    yield from (f"{one.role} without a name in {one.within}" for one in said if one.role in NAMED and not one.name)


def twins(said):
    """Links of one name lead to one place, unless what stands round them tells them apart."""
    around, places = _around(said), defaultdict(set)
    for one in said:
        if one.role == "link":
            places[one.within, one.name, around[one.block]].add(one.told.get("url"))
    for (within, name, _), urls in places.items():
        if len(urls) > 1:
            yield f"{name!r} in {within[-1:]} leads to {len(urls)} places"


def repeats(said):
    """No link is followed by another one to the same place: a picture and its headline are one."""
    links = [one for one in said if one.role == "link"]
    for one, other in pairwise(links):
        if one.told.get("url") == other.told.get("url") and one.within == other.within:
            yield f"{one.name!r} and {other.name!r} both lead to {one.told.get('url')}"


def skip_link(said):
    first = next((one for one in said if one.told.get("focusable") and one.role != "RootWebArea"), None)
    if not (first and first.role == "link" and first.told.get("url", "").endswith("#main")):
        yield f"the first stop is {first and first.name!r}"


def order(said):
    """Nothing is said before what stands above it in the same column."""
    shown = [one for one in said if _is_shown(one)]
    for index, one in enumerate(shown):
        for later in shown[index + 1 :]:
            if later.box[3] <= one.box[1] + SLACK and _overlap(one, later):
                yield f"{one.name[:40]!r} is said before {later.name[:40]!r}, which stands above it"


def dates(said):
    """No date that is read out as digits."""
    yield from (f"{one.name[:60]!r}" for one in said if one.is_words and DIGITS.search(one.name))


RULES = (landmarks, headings, names, twins, repeats, skip_link, order, dates)


def _around(said):
    """{block: everything that is said in it}."""
    around = defaultdict(str)
    for one in said:
        around[one.block] += f" {one.name}"
    return around


def _is_shown(one):
    if not one.box or one.box[1] < 0 or not (one.is_words or one.role in ("link", "image", "button")):
        return False
    return one.box[2] - one.box[0] > SEEN and one.box[3] - one.box[1] > SEEN


def _overlap(one, other):
    """Whether the two share most of the narrower one's width: they stand in one column."""
    shared = min(one.box[2], other.box[2]) - max(one.box[0], other.box[0])
    return shared > 0.6 * min(one.box[2] - one.box[0], other.box[2] - other.box[0])
