"""The elements of a page: where each begins and ends, how much text is in it, and the words of a stretch of events."""

from dataclasses import dataclass

from articles.importers import bodies

VOID = frozenset({"br", "hr", "img", "embed", "source", "param", "iframe"})


@dataclass
class Span:
    """An element: where its events begin and end, and how much text is in it."""

    event: object
    start: int
    end: int = 0
    text: int = 0

    def holds(self, other):
        return self.start <= other.start and other.end <= self.end


def spans_of(events):
    """Every element that may matter, innermost first."""
    opened, spans, text = [], [], 0
    for place, event in enumerate(events):
        text += length(event)
        if event.kind == "start" and event.tag not in VOID:
            opened.append(Span(event, place, text=-text))
        elif event.kind == "end" and opened:
            span = opened.pop()
            span.end, span.text = place + 1, span.text + text
            spans.append(span)
    return spans


def length(event):
    return len(event.text.strip()) if event.kind == "text" else 0


def words(events):
    """The words of a stretch of a page, a line for each block."""
    pieces = []
    for event in events:
        if event.kind == "text":
            pieces.append(bodies.unescaped(event.text))
        elif event.tag in bodies.BLOCKS:
            pieces.append("\n")
    lines = (" ".join(line.split()) for line in "".join(pieces).split("\n"))
    return "\n".join(filter(None, lines))


def line(events):
    return " ".join(words(events).split())
