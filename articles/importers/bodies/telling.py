"""What a body is told to have lost or changed on the way, counted by kind while it is written."""

from collections import Counter

from articles.text.counted import counted
from articles.text.findings import Level


class Telling(Counter):
    """{code: how many}; `tell` notes each that happened."""

    def tell(self, record):
        for code, count in self.items():
            if count:
                level, one, many = _MESSAGES[code]
                record.note(code, counted(count, one, many), level=level)


_MESSAGES = {
    "comment": (
        Level.HINT,
        "{} comment in the HTML was taken out; it is kept with the import.",
        "{} comments in the HTML were taken out; they are kept with the import.",
    ),
    "embed": (
        Level.WARNING,
        "{} player or frame of another site came as a link; look whether the story needs it.",
        "{} players or frames of other sites came as links; look whether the story needs them.",
    ),
    "embed-lost": (
        Level.WARNING,
        "{} player or frame had no address that can be linked; it was taken out.",
        "{} players or frames had no address that can be linked; they were taken out.",
    ),
    # Not counted: this either happened or it did not.
    "hidden": (Level.HINT, *["Text that its page hides was taken out; it is kept with the import."] * 2),
    "link-lost": (
        Level.WARNING,
        "{} link leads nowhere that a reader can go; its words were kept.",
        "{} links lead nowhere that a reader can go; their words were kept.",
    ),
    "link-relative": (
        Level.WARNING,
        "{} link leads on only on the site it came from; complete or unlink it.",
        "{} links lead on only on the site they came from; complete or unlink them.",
    ),
}
