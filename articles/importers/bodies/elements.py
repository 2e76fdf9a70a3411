"""What each element opens in a body: a mark, a block, a container, a figure. Each opener returns what closes it."""

from . import links
from .inline import unescaped
from .reading import BLOCKS

_MARKS = {"strong": "strong", "b": "strong", "em": "em", "i": "em", "code": "code", "kbd": "code", "samp": "code"}
_MARKS |= {"tt": "code", "cite": "em", "sub": "sub", "sup": "sup", "dt": "strong"}
_CONTAINERS = frozenset({"ul", "ol", "li", "blockquote", "table", "tr", "td", "th"})
_SAYS_WHO = frozenset({"cite", "footer"})  # in a quotation: whose it is
_PLAYERS = frozenset({"video", "audio", "object"})
_KINDS = {"h1": "h2", "h2": "h2", "h3": "h3", "h4": "h3", "h5": "h3", "h6": "h3", "pre": "pre"}
_KINDS["caption"] = "caption"
_CAPTIONS = frozenset({"wp-caption-text", "caption-text", "image-caption"})


def _nothing():
    pass


class Elements:
    """Opens the elements of one body on `page` and in `flow`, the text between the blocks."""

    def __init__(self, record, base, *, page, flow, media, told):
        self._record, self._base = record, base
        self._page, self._flow, self._media, self._told = page, flow, media, told
        self.tooltips = []

    def begin(self, event):
        """Open an element; returns what closes it."""
        self._keep_tooltip(event)
        opener = self._opener(event)
        if opener:
            return opener(event)
        if event.tag not in BLOCKS:
            return _nothing
        self._flow.flush()
        return self._flow.flush

    def _keep_tooltip(self, event):
        """A title shows under a mouse alone; what plays here is called by it."""
        if (title := event.attributes.get("title", "").strip()) and event.tag not in _PLAYERS:
            self.tooltips.append(title)

    def _opener(self, event):
        if event.tag == "figure" or "wp-caption" in event.classes:
            return self._figure
        if self._page.figures and (event.tag == "figcaption" or _CAPTIONS.intersection(event.classes)):
            return self._figcaption
        if event.tag in _CONTAINERS:
            return self._container
        if event.tag in _KINDS or self._says_who(event):
            return self._kind
        if event.tag in _PLAYERS:
            return self._media.player
        return self._mark if event.tag == "a" or event.tag in _MARKS else None

    def _says_who(self, event):
        """Whether an element names whose the quotation around it is: it stands on a line of its own."""
        return event.tag in _SAYS_WHO and self._page.inside == "blockquote" and self._flow.is_between

    def _kind(self, event):
        return self._flow.begin(_KINDS.get(event.tag, "footer"))

    def _mark(self, event):
        if event.tag == "dt":
            return self._definition()
        if mark := self._link(event) if event.tag == "a" else f"<{_MARKS[event.tag]}>":
            return self._flow.mark(mark)
        return _nothing

    def _link(self, event):
        return links.opening(self._record, event.attributes.get("href", ""), base=self._base, told=self._told)

    def _definition(self):
        self._flow.flush()
        unmark = self._flow.mark(f"<{_MARKS['dt']}>")
        return lambda: (self._flow.flush(), unmark())

    def _container(self, event):
        self._flow.flush()
        numbers = {name: event.attributes.get(name, "") for name in ("colspan", "rowspan", "start")}
        told = "".join(f' {name}="{value}"' for name, value in numbers.items() if value.isascii() and value.isdigit())
        after = self._page.enter(event.tag, told)
        return lambda: (self._flow.flush(), self._page.leave(event.tag, after))

    def _figure(self, event):
        self._flow.flush()
        self._page.open_figure()
        return self._leave_figure

    def _leave_figure(self):
        self._flow.flush()
        figure = self._page.close_figure()
        for number in figure.numbers if len(figure.numbers) == 1 else ():
            self._record.pictures[number].caption = _words(" ".join(figure.lines))

    def _figcaption(self, event):
        self._flow.flush()
        before = self._page.open_caption()
        return lambda: (self._flow.flush(), self._page.close_caption(before))


def _words(html):
    """A caption as words."""
    return " ".join(unescaped("".join(piece.partition(">")[2] for piece in f">{html}".split("<"))).split())
