"""Writes the body while the events come by: what is open stands on stacks, nothing recurses.

Whatever holds text outside a paragraph gets one; marks that cross blocks are opened again in each; a picture in a
paragraph, a list or a table comes after it.
"""

from .elements import Elements
from .flow import Flow
from .inline import unescaped
from .media import Media
from .page import Page
from .telling import Telling

_VOID = frozenset({"br", "hr", "img", "embed", "source", "param", "iframe"})


class Writer:
    """Hears the events of one body in order; `finish` gives its parts."""

    def __init__(self, record, base=""):
        self._record = record
        self._told, self._page = Telling(), Page()
        self._flow = Flow(self._page)
        written_on = {"page": self._page, "flow": self._flow, "told": self._told}
        self._media = Media(record, base, **written_on)
        self._elements = Elements(record, base, media=self._media, **written_on)
        self._closers = []
        self._hidden, self._hidden_text = 0, []

    @property
    def length(self):
        return self._flow.length

    @property
    def words(self):
        """All text that was written, as it was read."""
        return self._flow.words

    def hear(self, event):
        if event.kind == "text":
            self._text(event.text)
        elif event.kind == "comment":
            self._comment(event.text.strip())
        elif event.kind == "end":
            if self._closers:
                self._closers.pop()()
        elif event.tag in _VOID:
            self._void(event)
        else:
            self._closers.append(self._begin(event))

    def finish(self):
        while self._closers:
            self._closers.pop()()
        self._flow.flush()
        parts = self._page.finish()
        self._tell()
        return parts

    def _text(self, text):
        if self._hidden:
            self._hidden_text.append(unescaped(text))
        else:
            self._flow.say(text)

    def _comment(self, text):
        # WordPress writes its blocks as comments; they say how the words stand, and hold none.
        if text and not text.startswith(("wp:", "/wp:")):
            self._record.remove("comment", text)
            self._told["comment"] += 1

    def _void(self, event):
        if self._hidden:
            return
        if event.tag == "br":
            self._flow.break_line()
        elif event.tag == "hr":
            self._flow.flush()
            self._page.rule()
        elif event.tag == "img":
            self._media.image(event)
        elif event.tag in ("iframe", "embed"):
            self._media.frame(event)
        elif event.tag == "source" and event.attributes.get("src"):
            self._media.embed(event.attributes)

    def _begin(self, event):
        """Open an element; returns what closes it."""
        if self._hidden or event.hides:
            self._hidden += 1
            return self._unhide
        return self._elements.begin(event)

    def _unhide(self):
        self._hidden -= 1

    def _tell(self):
        self._record.remove("tooltip", "\n".join(self._elements.tooltips))
        self._record.remove("hidden", " ".join(self._hidden_text))
        self._told["hidden"] = int(bool("".join(self._hidden_text).strip()))
        self._told.tell(self._record)
