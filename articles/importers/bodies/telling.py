"""What a body is told to have lost or changed on the way, counted by kind while it is written."""

from collections import Counter

from articles.text.findings import Level


class Telling(Counter):
    """{code: how many}; `tell` notes each that happened."""

    def tell(self, record):
        for code, count in self.items():
            if count:
                level, message = _MESSAGES[code]
                record.note(code, message.format(count), level=level)


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
