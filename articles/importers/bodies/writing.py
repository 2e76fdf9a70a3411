"""Writes the body while the events come by: what is open stands on stacks, nothing recurses.

Whatever holds text outside a paragraph gets one; marks that cross blocks are opened again in each; a picture in a
paragraph, a list or a table comes after it.
"""

from collections import Counter
from dataclasses import dataclass
from html import escape
from urllib.parse import urljoin, urlsplit

from articles.text.findings import Level

from . import embeds, figures
from .inline import BREAK, collapsed, is_blank, joined, paragraphs, unescaped
from .reading import BLOCKS

_VOID = frozenset({"br", "hr", "img", "embed", "source", "param", "iframe"})
_MARKS = {"strong": "strong", "b": "strong", "em": "em", "i": "em", "code": "code", "kbd": "code", "samp": "code"}
_MARKS |= {"tt": "code", "cite": "em", "sub": "sub", "sup": "sup", "dt": "strong"}
_CONTAINERS = frozenset({"ul", "ol", "li", "blockquote", "table", "tr", "td", "th"})
_SAYS_WHO = frozenset({"cite", "footer"})  # in a quotation: whose it is
_KINDS = {"h1": "h2", "h2": "h2", "h3": "h3", "h4": "h3", "h5": "h3", "h6": "h3", "pre": "pre"}
_NARROW = frozenset({"li", "td", "th"})  # no place for a heading
_CAPTIONS = frozenset({"wp-caption-text", "caption-text", "image-caption"})


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a body: HTML that is still to be sanitised, or a figure that was written here."""

    html: str
    is_figure: bool = False


def _nothing():
    pass


class Writer:
    """Hears the events of one body in order; `finish` gives its parts. `length` counts the text so far."""

    def __init__(self, record, base=""):
        self.record, self.base = record, base
        self._parts, self._html, self._waiting = [], [], []
        self._runs, self._marks, self._kinds = [], [], []
        self._open, self._closers, self._figures = [], [], []
        self._caption = None  # the figure whose caption is being read
        self._hidden, self._hidden_text = 0, []
        self._embedded, self._told = set(), Counter()
        self._words, self.length = [], 0

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
        self._flush()
        self._place("")
        self._tell()
        return self._parts

    def _text(self, text):
        if self._hidden:
            self._hidden_text.append(unescaped(text))
        else:
            text = text if self._kinds[-1:] == ["pre"] else collapsed(text)
            self._runs.append((tuple(dict.fromkeys(self._marks)), text))
            self._words.append(text)
            self.length += len(text)

    @property
    def words(self):
        """All text that was written, as it was read."""
        return unescaped("".join(self._words))

    def _comment(self, text):
        # WordPress writes its blocks as comments; they say how the words stand, and hold none.
        if text and not text.startswith(("wp:", "/wp:")):
            self.record.remove("comment", text)
            self._told["comment"] += 1

    def _begin(self, event):
        """Open an element; returns what closes it."""
        if self._hidden or event.hides:
            self._hidden += 1
            return self._unhide
        opener = self._opener(event)
        if opener:
            return opener(event)
        if event.tag not in BLOCKS:
            return _nothing
        self._flush()
        return self._flush

    def _opener(self, event):
        if event.tag == "figure" or "wp-caption" in event.classes:
            return self._figure
        if self._figures and (event.tag == "figcaption" or _CAPTIONS.intersection(event.classes)):
            return self._figcaption
        if event.tag in _CONTAINERS:
            return self._container
        if event.tag in _KINDS or self._says_who(event):
            return self._kind
        if event.tag in ("video", "audio", "object"):
            return self._player
        return self._mark if event.tag == "a" or event.tag in _MARKS else None

    def _says_who(self, event):
        """Whether an element names whose the quotation around it is: it stands on a line of its own."""
        return event.tag in _SAYS_WHO and self._open[-1:] == ["blockquote"] and is_blank(self._runs)

    def _unhide(self):
        self._hidden -= 1

    def _mark(self, event):
        if event.tag == "dt":
            self._flush()
        if mark := self._link(event) if event.tag == "a" else f"<{_MARKS[event.tag]}>":
            self._marks.append(mark)
            return self._leave_definition if event.tag == "dt" else self._marks.pop
        return _nothing

    def _leave_definition(self):
        self._flush()
        self._marks.pop()

    def _link(self, event):
        """The opening tag of a link that leads anywhere, else nothing: a name within the page is none."""
        href = event.attributes.get("href", "").strip()
        if not href or href.startswith("#"):
            return ""
        address = _absolute(href, self.base)
        scheme = _scheme(address)
        if scheme not in ("", "http", "https", "mailto", "tel") or "{{" in href or "{%" in href:
            self.record.remove("link", href[:2000])
            self._told["link-lost"] += 1
            return ""
        self._told["link-relative"] += not scheme
        return f'<a href="{escape(address)}">'

    def _container(self, event):
        self._flush()
        tag, last = event.tag, self._open[-1] if self._open else ""
        before, after = self._between(tag, last)
        number = {name: event.attributes.get(name, "") for name in ("colspan", "rowspan", "start")}
        told = "".join(f' {name}="{value}"' for name, value in number.items() if value.isascii() and value.isdigit())
        self._html += [*before, f"<{tag}{told}>{'<tbody>' * (tag == 'table')}"]
        self._open.append(tag)
        return lambda: self._leave(tag, after)

    def _between(self, tag, last):
        """What has to stand around `tag` in `last`: a list in a list belongs to the item before it."""
        if tag in ("ul", "ol") and last in ("ul", "ol"):
            if self._html and self._html[-1] == "</li>":
                self._html.pop()
                return [], ["</li>"]
            return ["<li>"], ["</li>"]
        return (["<ul>"], ["</ul>"]) if tag == "li" and last not in ("ul", "ol") else ([], [])

    def _leave(self, tag, after):
        self._flush()
        self._open.pop()
        self._html += [f"{'</tbody>' * (tag == 'table')}</{tag}>", *after]
        self._release()

    def _kind(self, event):
        self._flush()
        kind = _KINDS.get(event.tag, "footer")
        narrow = kind != "pre" and _NARROW.intersection(self._open)
        self._kinds.append("p" if narrow else kind)
        self._marks += ["<strong>"] if narrow else []
        return lambda: self._leave_kind(narrow)

    def _leave_kind(self, narrow):
        self._flush()
        self._kinds.pop()
        if narrow:
            self._marks.pop()

    def _flush(self):
        """Write the paragraph that stands open, if any."""
        runs, self._runs = self._runs, []
        kind = self._kinds[-1] if self._kinds else "p"
        whole = [] if is_blank(runs) else [runs]
        for part in whole if kind == "pre" else paragraphs(runs):
            self._put(kind, joined(_fitting(part, kind), preformatted=kind == "pre"))
        self._release()

    def _put(self, kind, inner):
        if self._caption is not None:
            self._caption.lines.append(inner)
            return
        block = f"<{kind}>{inner}</{kind}>"
        self._html.append(f"<li>{block}</li>" if self._open and self._open[-1] in ("ul", "ol") else block)

    def _release(self):
        """Write the figures that waited for the end of a paragraph, a list or a table."""
        if self._waiting and not self._open and not self._figures:
            waiting, self._waiting = self._waiting, []
            for figure in waiting:
                self._place(figure)

    def _stand(self, figure):
        """Place a figure here, or where the text around it ends."""
        if self._open or self._figures or not is_blank(self._runs):
            self._waiting.append(figure)
        else:
            self._place(figure)

    def _place(self, figure):
        if self._html:
            self._parts.append(Part("".join(self._html)))
            self._html = []
        if figure:
            self._parts.append(Part(figure, is_figure=True))

    def _figure(self, event):
        self._flush()
        self._figures.append(figures.Figure())
        return self._leave_figure

    def _leave_figure(self):
        self._flush()
        figure = self._figures.pop()
        html = figure.html()
        for number in figure.numbers if len(figure.numbers) == 1 else ():
            self.record.pictures[number].caption = _words(" ".join(figure.lines))
        if not html:
            for line in figure.lines:
                self._put("p", line)
        elif self._figures:
            self._figures[-1].pictures.append(html)
        else:
            self._stand(html)
        self._release()

    def _figcaption(self, event):
        self._flush()
        before, self._caption = self._caption, self._figures[-1]
        return lambda: self._leave_caption(before)

    def _leave_caption(self, before):
        self._flush()
        self._caption = before

    def _void(self, event):
        if self._hidden:
            return
        if event.tag == "br":
            self._runs.append((tuple(dict.fromkeys(self._marks)), BREAK))
        elif event.tag == "hr":
            self._flush()
            self._html += [] if self._open else ["<hr>"]
        elif event.tag == "img":
            self._image(event)
        elif event.tag in ("iframe", "embed"):
            self._embed(event.attributes)
            self.record.remove("frame-text", unescaped(event.text))
        elif event.tag == "source" and event.attributes.get("src"):
            self._embed(event.attributes)

    def _image(self, event):
        picture = figures.picture_of(event.attributes)
        if picture is None:
            self.record.remove("picture-unseen", event.attributes.get("src", "")[:2000])
            return
        if "emoji" in event.classes and picture.alt:
            self._text(escape(picture.alt, quote=False))
            return
        last = self.record.pictures[-1] if self.record.pictures else None
        if last and not last.lead and picture.data is None and last.href == picture.href:
            return  # once for the script, once for those without it
        self.record.pictures.append(picture)
        number = len(self.record.pictures) - 1
        html = figures.image(number, picture)
        if self._figures:
            self._figures[-1].pictures.append(html)
            self._figures[-1].numbers.append(number)
        else:
            self._stand(f"<figure>{html}</figure>")

    def _player(self, event):
        self._flush()
        if event.attributes.get("src") or event.attributes.get("data"):
            self._embed(event.attributes)
        return self._flush

    def _embed(self, attributes):
        """A link to what plays here, once for each address."""
        src = attributes.get("src") or attributes.get("data") or attributes.get("data-src") or ""
        address = embeds.address_of(src, self.base)
        if not address:
            self.record.remove("embed", src[:2000] or "(no address)")
            self._told["embed-lost"] += 1
        elif address not in self._embedded:
            self._embedded.add(address)
            self._told["embed"] += 1
            self._stand(embeds.card(address, attributes.get("title", "")))

    def _tell(self):
        self.record.remove("hidden", " ".join(self._hidden_text))
        self._told["hidden"] = int(bool("".join(self._hidden_text).strip()))
        for code, count in self._told.items():
            if count:
                level, message = _MESSAGES[code]
                self.record.note(code, message.format(count), level=level)


_MESSAGES = {
    "comment": (Level.HINT, "{} comments in the HTML were taken out; they are kept with the import."),
    "embed": (Level.WARNING, "{} players or frames of other sites came as links; look whether the story needs them."),
    "embed-lost": (Level.WARNING, "{} players or frames had no address that can be linked; they were taken out."),
    "hidden": (Level.HINT, "Text that its page hides was taken out; it is kept with the import."),
    "link-lost": (Level.WARNING, "{} links lead nowhere that a reader can go; their words were kept."),
    "link-relative": (
        Level.WARNING,
        "{} links lead on only on the site they came from; complete or unlink them.",
    ),
}


def _fitting(runs, kind):
    """Runs as their block takes them: no line break in a heading, no code within code."""
    if kind == "pre":
        return [(tuple(mark for mark in marks if mark != "<code>"), text) for marks, text in runs]
    return runs if kind == "p" else [(marks, " " if text == BREAK else text) for marks, text in runs]


def _absolute(href, base):
    href = f"https:{href}" if href.startswith("//") else href
    try:
        return urljoin(base, href) if base else href
    except ValueError:
        return href


def _scheme(address):
    try:
        return urlsplit(address).scheme.lower()
    except ValueError:
        return "unreadable"


def _words(html):
    """A caption as words."""
    return " ".join(unescaped("".join(piece.partition(">")[2] for piece in f">{html}".split("<"))).split())
