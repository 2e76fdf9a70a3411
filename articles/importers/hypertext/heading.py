"""Which heading of a page is the headline of its story, and the byline below it.

A `<title>` is written for a browser's tab: it names the site mostly, and sometimes nothing else.
"""

import re
from urllib.parse import urlsplit

from articles.importers import bodies
from articles.importers.plaintext import bylines
from articles.importers.plaintext.heading import LONGEST, key

from .spans import VOID, Span, line

_LEVELS = ("h1", "h2", "h3")
_ABOVE = 200  # characters of paragraphs above a headline: below more of them a heading is one within the text
_BELOW = 2  # lines below a headline, of which one may be the byline
_NEAR = 200  # events
_SEPARATOR = re.compile(r"\s*(?:::|[|–—·•:-])\s*")
_SET_OFF = re.compile(r"\s+(?:::|[|–—·•-])\s")
_LONGEST_NAME = 100


def headline_in(events, spans, chosen, gone, told, *, is_body):
    """The Span of the heading that is the headline, or None. `gone` are the places that belong to the page.

    What the page says its headline is stays, unless it is this heading with the site's name behind. Where only the
    body was `chosen` (`is_body`), the headline stands above it; a heading outside of an article is the site's rather.
    """
    headings = [span for span in spans if span.event.tag in _LEVELS and 0 < span.text <= LONGEST]
    headings = sorted((one for one in headings if one.start not in gone), key=lambda one: (one.event.tag, one.start))
    inside, begun = [one for one in headings if chosen.holds(one)], _begins(spans, chosen, gone)
    outside = [one for one in headings if not chosen.holds(one)]
    called = told.get("headline") or told.get("title", "")
    held = _held(events, [one for one in inside if one.end <= begun], called)
    above = held or _held(events, outside, called)
    if told.get("headline"):
        return above if above and _says_no_more(called, _line(events, above)) else None
    alone = _alone(events, inside, begun, chosen, told)
    return (above or alone) if is_body else (held or alone or above)


def _held(events, headings, called):
    return next((one for one in headings if _holds(called, _line(events, one))), None)


def _line(events, span):
    return line(events[span.start : span.end])


def _begins(spans, chosen, gone):
    """The place where the text of the story has begun for certain."""
    above = 0
    for span in sorted(spans, key=lambda span: span.start):
        if span.event.tag == "p" and chosen.holds(span) and span.start not in gone:
            above += span.text
            if above > _ABOVE:
                return span.start
    return chosen.end


def _alone(events, inside, begun, chosen, told):
    """The one h1 of the story, if it is not the name of the site."""
    found = [one for one in inside if one.event.tag == "h1"]
    if len(found) != 1 or found[0].end > begun:
        return None
    text, names, title = _line(events, found[0]), _names(told), key(told.get("title", ""))
    # On a page that says neither where its story is nor whose it is, what its title ends with is the site.
    behind = chosen.event is None and not names and key(text) != title and title.endswith(key(text))
    return None if behind or _name(text) in names else found[0]


def _holds(called, text):
    """Whether these words are most of what a page is called, at one end of it."""
    whole, own = key(called), key(text)
    return bool(own) and 2 * len(own) >= len(whole) and (whole.startswith(own) or whole.endswith(own))


def _says_no_more(called, text):
    return key(called) == key(text) or bool(called.startswith(text) and _SET_OFF.match(called, len(text)))


def _names(told):
    """What the site is called, as keys: by itself, and by its host (the-ledger.example)."""
    host = urlsplit(told.get("url", "")).hostname or ""
    names = [told.get("site", ""), *(label for label in host.split(".")[:-1] if label != "www")]
    return {_name(name) for name in names} - {""}


def _name(text):
    return key(text).removeprefix("the")


def without_site(title, told):
    """A title without the name of the site behind a dash or a bar, where the page says that name."""
    names = _names(told)
    for found in _SEPARATOR.finditer(title, max(len(title) - _LONGEST_NAME, 1)):
        if _name(title[found.end() :]) in names:
            return title[: found.start()]
    return title


def byline_below(events, span):
    """(the Byline in the first lines below a headline, where it stands as a Span); (None, None) without one."""
    lines, begins = 0, span.end
    for place in range(span.end, min(span.end + _NEAR, len(events))):
        event = events[place]
        if event.kind == "text" or event.tag not in {*bodies.BLOCKS, "br"}:
            continue
        if (said := line(events[begins:place])) and (found := bylines.byline(said)):
            return found, Span(None, begins, place)
        lines += bool(said)
        if lines == _BELOW:
            break
        begins = place + 1
    return None, None


def taken_out(events, span):
    """The spans to leave away so that the words of `span` are gone, and its pictures stay."""
    inside = events[span.start : span.end]
    kinds = [event.kind for event in inside if event.tag not in VOID]
    if kinds.count("start") == kinds.count("end") and not any(event.tag == "img" for event in inside):
        return [span]
    return [Span(None, place, place + 1) for place in range(span.start, span.end) if events[place].kind == "text"]
