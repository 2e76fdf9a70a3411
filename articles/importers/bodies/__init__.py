"""HTML of any origin becomes a body of the house: its blocks, its pictures by number, and nothing dropped unsaid.

    set_body(record, html)              record.body_html, record.pictures, record.findings, record.removed
    inline(html) · plain(html)          a caption or a headline: with its marks, or as words

Pictures stand in the body as `<figure><img src="incoming:N" alt="…"><figcaption>…</figcaption></figure>`, N being the
place in `record.pictures`; several in one figure are a `<figure class="gallery">`. Players and frames become
`<figure class="embed"><a href="…">…</a></figure>`. Every other word of the source is in the body or in `removed`.
"""

from articles.importers.record import Unreadable
from articles.text import markup
from articles.text.prose import plain_text

from .inline import unescaped
from .reading import BLOCKS, read
from .shortcodes import flag_shortcodes
from .writing import Writer

__all__ = ["BLOCKS", "inline", "plain", "read", "set_body", "set_body_from", "unescaped"]


def set_body(record, html, *, base=""):
    """Write `html` as the body of `record`. `base` is the address its relative links are read against.

    Raises Unreadable for a body that no desk could work on (`markup.LONGEST`).
    """
    set_body_from(record, read(html, record), base=base)


def set_body_from(record, events, *, base=""):
    """The same of events that were read already, so that a part of a page can be taken."""
    writer = Writer(record, base)
    for event in events:
        writer.hear(event)
        _refuse_endless(writer.length, markup.LONGEST * 2)  # before it costs time to clean it
    parts = writer.finish()
    flag_shortcodes(record, writer.words)
    record.body_html = "".join(part.html if part.is_figure else markup.sanitise(part.html) for part in parts)
    _refuse_endless(len(record.body_html), markup.LONGEST)


def _refuse_endless(length, most):
    if length > most:
        message = f"its text has {length:,} characters; a body has at most {markup.LONGEST:,}. Split it"
        raise Unreadable(message, code="body-too-long")


def inline(html):
    """One line of `html` with its marks (strong, em, links), for a caption; safe."""
    return " ".join(markup.sanitise(f"<p>{html}</p>").replace("</p><p>", " ").removeprefix("<p>")[:-4].split())


def plain(html):
    """The words of `html` on one line, with its entities read once: a headline, a standfirst, a name."""
    return " ".join(plain_text(markup.sanitise(html)).split())
