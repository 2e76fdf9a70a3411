"""Pictures that come beside a text, with no place in it: one leads, the others stand at its end, and none vanishes."""

import re
from html import escape

from . import figures

_PLACED = re.compile(r'"incoming:(\d{1,6})"')


def stand_at_end(record):
    """Add a figure for each picture of `record` that neither leads nor stands in its body, and tell it."""
    placed = {int(number) for number in _PLACED.findall(record.body_html)}
    left = [n for n, picture in enumerate(record.pictures) if not picture.lead and n not in placed]
    record.body_html += "".join(_figure(number, record.pictures[number]) for number in left)
    if left:
        message = f"{len(left)} pictures came beside the text; they stand at its end. Put them where they belong."
        record.note("pictures-at-end", message, level="hint")


def _figure(number, picture):
    caption = f"<figcaption>{escape(picture.caption, quote=False)}</figcaption>" if picture.caption else ""
    return f"<figure>{figures.image(number, picture)}{caption}</figure>"
