"""The text between the blocks: the paragraph in the making, the marks that stand open, the kind of block it will be."""

from .inline import BREAK, collapsed, is_blank, joined, paragraphs, unescaped

_NARROW = frozenset({"li", "td", "th"})  # no place for a heading


class Flow:
    """Collects text and writes each paragraph on `page` when it ends. `length` counts the text so far."""

    def __init__(self, page):
        self._page = page
        self._runs, self._marks, self._kinds = [], [], []
        self._words, self.length = [], 0

    @property
    def is_between(self):
        """Whether no paragraph is in the making."""
        return is_blank(self._runs)

    @property
    def words(self):
        """All text that was written, as it was read."""
        return unescaped("".join(self._words))

    def say(self, text):
        text = text if self._kinds[-1:] == ["pre"] else collapsed(text)
        self._run(text)
        self._words.append(text)
        self.length += len(text)

    def break_line(self):
        self._run(BREAK)

    def _run(self, text):
        self._runs.append((tuple(dict.fromkeys(self._marks)), text))

    def mark(self, opening):
        """Stand `opening`, a tag, around what follows; returns what ends it."""
        self._marks.append(opening)
        return self._marks.pop

    def begin(self, kind):
        """What follows is a block of this kind; in an item or a cell it is a strong line. Returns what ends it."""
        self.flush()
        narrow = kind not in ("pre", "caption") and not _NARROW.isdisjoint(self._page.open)
        self._kinds.append("p" if narrow else kind)
        self._marks += ["<strong>"] if narrow else []
        return lambda: self._end(narrow)

    def _end(self, narrow):
        self.flush()
        self._kinds.pop()
        if narrow:
            self._marks.pop()

    def flush(self):
        """Write the paragraph that stands open, if any."""
        runs, self._runs = self._runs, []
        kind = self._kinds[-1] if self._kinds else "p"
        whole = [] if is_blank(runs) else [runs]
        for part in whole if kind == "pre" else paragraphs(runs):
            self._page.put(kind, joined(_fitting(part, kind), preformatted=kind == "pre"))
        self._page.release()


def _fitting(runs, kind):
    """Runs as their block takes them: no line break in a heading, no code within code."""
    if kind == "pre":
        return [(tuple(mark for mark in marks if mark != "<code>"), text) for marks, text in runs]
    return runs if kind == "p" else [(marks, " " if text == BREAK else text) for marks, text in runs]
