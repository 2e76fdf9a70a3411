"""Where finished blocks go: one after the other, but a figure comes after the list, table or paragraph around it."""

from dataclasses import dataclass

from .figures import Figure

_LISTS = ("ul", "ol")


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a body: HTML that is still to be sanitised, or a figure that was written here."""

    html: str
    is_figure: bool = False


class Page:
    """The blocks written so far, with the containers (`open`) and the figures that stand open."""

    def __init__(self):
        self.open, self.figures = [], []
        self._caption = None  # the figure whose caption is being read
        self._parts, self._html, self._waiting = [], [], []

    @property
    def inside(self):
        """The innermost container."""
        return self.open[-1] if self.open else ""

    def finish(self):
        """All parts in their order."""
        self._place("")
        return self._parts

    def put(self, kind, inner):
        """Write a block of text, or a line of the caption that stands open."""
        if self._caption is not None:
            self._caption.lines.append(inner)
            return
        block = f"<{kind}>{inner}</{kind}>"
        if kind == "caption":
            block = f"</tbody>{block}<tbody>"  # the sanitiser puts it where it belongs
        self._html.append(f"<li>{block}</li>" if self.inside in _LISTS else block)

    def rule(self):
        self._html += [] if self.open else ["<hr>"]

    def enter(self, tag, numbers):
        """Open a container; returns what has to stand behind it."""
        before, after = self._between(tag)
        self._html += [*before, f"<{tag}{numbers}>{'<tbody>' * (tag == 'table')}"]
        self.open.append(tag)
        return after

    def leave(self, tag, after):
        self.open.pop()
        self._html += [f"{'</tbody>' * (tag == 'table')}</{tag}>", *after]
        if tag == "table" and self.figures:
            self.figures[-1].has_table = True
        self.release()

    def _between(self, tag):
        """What has to stand around `tag` where it is: a list in a list belongs to the item before it."""
        if tag in _LISTS and self.inside in _LISTS:
            if self._html and self._html[-1] == "</li>":
                self._html.pop()
                return [], ["</li>"]
            return ["<li>"], ["</li>"]
        return (["<ul>"], ["</ul>"]) if tag == "li" and self.inside not in _LISTS else ([], [])

    def open_figure(self):
        self.figures.append(Figure())

    def close_figure(self):
        """Place the figure; without a picture its lines are paragraphs, or a table's caption. Returns it."""
        figure = self.figures.pop()
        html = figure.html()
        if not html:
            self._put_lines(figure)
        elif self.figures:
            self.figures[-1].pictures.append(html)
        else:
            self.stand(html)
        self.release()
        return figure

    def _put_lines(self, figure):
        if figure.has_table and self._html and self._html[-1] == "</tbody></table>":
            self._html[-1:] = ["</tbody>", *(f"<caption>{line}</caption>" for line in figure.lines), "</table>"]
            return
        for line in figure.lines:
            self.put("p", line)

    def open_caption(self):
        """Lines go to the figure that stands open; returns what `close_caption` wants back."""
        before, self._caption = self._caption, self.figures[-1]
        return before

    def close_caption(self, before):
        self._caption = before

    def stand(self, figure, *, within_text=False):
        """Place a figure here, or where the text around it ends."""
        if self.open or self.figures or within_text:
            self._waiting.append(figure)
        else:
            self._place(figure)

    def release(self):
        """Write the figures that waited for the end of a paragraph, a list or a table."""
        if self._waiting and not self.open and not self.figures:
            waiting, self._waiting = self._waiting, []
            for figure in waiting:
                self._place(figure)

    def _place(self, figure):
        if self._html:
            self._parts.append(Part("".join(self._html)))
            self._html = []
        if figure:
            self._parts.append(Part(figure, is_figure=True))
