"""The table of contents of a long text: its headings with an anchor each, from four of them on."""

import re
from collections import Counter

from .slugs import slug_of

ENOUGH = 4
_HEADING = re.compile(r"<h2>(.*?)</h2>", re.DOTALL)
_TAG = re.compile(r"<[^>]+>")
_SPACE = re.compile(r"\s+")


def contents(html):
    """[(anchor, title as HTML without tags)] of a sanitised body, in order; empty if it has fewer than ENOUGH headings.

    An anchor is made of the heading's own words, so it stays when another heading is added before it.
    """
    titles = [_SPACE.sub(" ", _TAG.sub(" ", inner)).strip() for inner in _HEADING.findall(html)]
    if len(titles) < ENOUGH:
        return []
    met = Counter()
    return [(_anchor(title, met), title) for title in titles]


def anchored(html):
    """The same body with an id on each heading that `contents` names; one with few headings is as it was."""
    anchors = iter(contents(html))
    return _HEADING.sub(lambda found: _with_id(found, next(anchors, None)), html)


def _anchor(title, met):
    """No other id on a page begins with `part-`."""
    slug = slug_of(title, "heading")
    met[slug] += 1
    return f"part-{slug}" if met[slug] == 1 else f"part-{slug}-{met[slug]}"


def _with_id(found, entry):
    return f'<h2 id="{entry[0]}">{found[1]}</h2>' if entry else found[0]
