"""Finds the story in a page: where the page says it stands, else all of it but its menus and footers.

When what would be left is little, everything is kept: a reader at the desk can cut, but not guess what is missing.
"""

from dataclasses import dataclass, field

from articles.importers.plaintext.bylines import Byline

from . import heading
from .spans import Span, length, line, spans_of, words

_FURNITURE = frozenset({"nav", "aside", "footer", "menu", "dialog"})
_ROLES = frozenset({"navigation", "banner", "contentinfo", "complementary", "search", "dialog"})
_LEAST = 250  # characters of a story, for a page to be believed about where it stands
_SHARE = 0.6  # of the visible text; where less would be kept, everything is
_FIELDS = {  # microformats and schema.org: class or itemprop -> field
    "p-name": "headline",
    "p-summary": "description",
    "p-author": "authors",
    "dt-published": "published_at",
    "dt-updated": "updated_at",
    "headline": "headline",
    "author": "authors",
    "datePublished": "published_at",
    "dateModified": "updated_at",
}


@dataclass
class Region:
    """The events of the story, what the page says of it in its text, its byline, and the words that were set aside."""

    events: list
    told: dict = field(default_factory=dict)
    byline: Byline | None = None
    aside: str = ""


def story_of(events, head):
    """The Region of a page's events; `head` is what the page says of itself."""
    spans = spans_of(events)
    whole = Span(None, 0, len(events), sum(length(event) for event in events))
    chosen = _said(spans) or whole
    left_out = _furniture(spans, chosen, whole)
    told, taken = _told(events, spans, chosen)
    byline = None
    if "headline" not in told:
        byline = _take_headline(events, spans, chosen, left_out, head, told, taken)
    kept = _without(events, chosen, [*left_out, *taken])
    gone = [(0, chosen.start), (chosen.end, len(events)), *((one.start, one.end) for one in left_out)]
    aside = (words(events[start:end]) for start, end in gone)
    return Region(kept, told, byline, "\n".join(filter(None, aside)))


def _said(spans):
    """Where the page says that its story stands: the longest of the most telling kind, if it is long enough."""
    for tells in (_is_body, _is_article, _is_main):
        found = [span for span in spans if tells(span.event) and span.text >= _LEAST]
        # Several articles are a list of stories, and none of them is the page's.
        longest = max(found, key=lambda span: span.text, default=None)
        if longest and (tells is not _is_article or longest.text >= _SHARE * sum(span.text for span in found)):
            return longest
    return None


def _is_body(event):
    return event.attributes.get("itemprop") == "articleBody" or bool({"e-content", "entry-content"} & {*event.classes})


def _is_article(event):
    return event.tag == "article" or "h-entry" in event.classes


def _is_main(event):
    return event.tag == "main" or event.attributes.get("role") == "main"


def _furniture(spans, chosen, whole):
    """What in `chosen` belongs to the page and not to the story."""
    inside = [span for span in spans if (chosen.start < span.start and span.end < chosen.end) or chosen is whole]
    found = [span for span in inside if _is_furniture(span.event, alone=chosen is whole)]
    found = _outermost(found)
    if chosen is not whole:
        return found
    return found if whole.text - sum(span.text for span in found) >= _SHARE * whole.text else []


def _is_furniture(event, *, alone):
    """A footer or an aside within an article is the story's; in a page without one it is the page's."""
    if event.tag == "nav" or event.attributes.get("role") in _ROLES:
        return True
    return alone and (event.tag in _FURNITURE or (event.tag == "header" and "masthead" in event.classes))


def _outermost(spans):
    kept = []
    for span in sorted(spans, key=lambda span: span.start):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return kept


def _told(events, spans, chosen):
    """(fields, the spans they were read from that stand in the story): headline, authors, times."""
    told, taken = {}, []
    for span in sorted(spans, key=lambda span: span.start):
        names = {*span.event.classes, span.event.attributes.get("itemprop", "")} & _FIELDS.keys()
        field_ = _FIELDS[min(names)] if names else ""
        if not field_ or field_ in told or span.text > 1000:
            continue
        text = line(events[span.start : span.end])
        value = span.event.attributes.get("datetime", "").strip() or text
        if not value:
            continue
        told[field_] = [value] if field_ == "authors" else value
        if chosen.start <= span.start and span.end <= chosen.end and field_ in ("headline", "description"):
            taken.append(span)
    return told, taken


def _take_headline(events, spans, chosen, left_out, head, told, taken):
    """Take the headline out of the headings, and the byline below it, which is returned."""
    is_body = chosen.event is not None and _is_body(chosen.event)
    found = heading.headline_in(events, spans, chosen, _places(left_out), head, is_body=is_body)
    if not found:
        return None
    told["headline"] = line(events[found.start : found.end])
    byline, stands = heading.byline_below(events, found)
    for span in filter(None, (found, stands)):
        taken += heading.taken_out(events, span)
    return byline


def _places(spans):
    return {place for span in spans for place in range(span.start, span.end)}


def _without(events, chosen, left_out):
    skipped = _places(left_out)
    return [events[place] for place in range(chosen.start, chosen.end) if place not in skipped]
