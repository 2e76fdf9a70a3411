"""Finds the story in a page: where the page says it stands, else all of it but its menus and footers.

When what would be left is little, everything is kept: a reader at the desk can cut, but not guess what is missing.
"""

from dataclasses import dataclass, field

from articles.importers import bodies

_VOID = frozenset({"br", "hr", "img", "embed", "source", "param", "iframe"})
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
class Span:
    """An element: where its events begin and end, and how much text is in it."""

    event: object
    start: int
    end: int = 0
    text: int = 0


@dataclass
class Region:
    """The events of the story, what the page says of it in its text, and the words that were set aside."""

    events: list
    told: dict = field(default_factory=dict)
    aside: str = ""


def story_of(events):
    """The Region of a page's events."""
    spans = _spans(events)
    whole = Span(None, 0, len(events), sum(_length(event) for event in events))
    chosen = _said(spans) or whole
    left_out = _furniture(spans, chosen, whole)
    told, taken = _told(events, spans, chosen)
    kept = _without(events, chosen, [*left_out, *taken])
    gone = [(0, chosen.start), (chosen.end, len(events)), *((one.start, one.end) for one in left_out)]
    words = (_words(events[start:end]) for start, end in gone)
    return Region(kept, told, "\n".join(filter(None, words)))


def _length(event):
    return len(event.text.strip()) if event.kind == "text" else 0


def _spans(events):
    """Every element that may matter, innermost first."""
    opened, spans, text = [], [], 0
    for place, event in enumerate(events):
        text += _length(event)
        if event.kind == "start" and event.tag not in _VOID:
            opened.append(Span(event, place, text=-text))
        elif event.kind == "end" and opened:
            span = opened.pop()
            span.end, span.text = place + 1, span.text + text
            spans.append(span)
    return spans


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
        text = " ".join(_words(events[span.start : span.end]).split())
        value = span.event.attributes.get("datetime", "").strip() or text
        if not value:
            continue
        told[field_] = [value] if field_ == "authors" else value
        if chosen.start <= span.start and span.end <= chosen.end and field_ in ("headline", "description"):
            taken.append(span)
    return told, taken


def _without(events, chosen, left_out):
    skipped = {place for span in left_out for place in range(span.start, span.end)}
    return [events[place] for place in range(chosen.start, chosen.end) if place not in skipped]


def _words(events):
    """The words of a stretch of a page, a line for each block."""
    pieces = []
    for event in events:
        if event.kind == "text":
            pieces.append(bodies.unescaped(event.text))
        elif event.tag in bodies.BLOCKS:
            pieces.append("\n")
    lines = (" ".join(line.split()) for line in "".join(pieces).split("\n"))
    return "\n".join(filter(None, lines))
