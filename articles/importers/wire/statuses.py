"""Whether a wire lets a story go out. What is not said is usable; what nobody knows is held, and told."""

from articles.importers.record import Pubstatus

_WORDS = {
    "usable": Pubstatus.USABLE,
    "embargoed": Pubstatus.USABLE,  # until its time, which is in another field
    "withheld": Pubstatus.WITHHELD,
    "canceled": Pubstatus.CANCELED,
    "cancelled": Pubstatus.CANCELED,
    "killed": Pubstatus.CANCELED,
}


def set_status(record, word):
    word = (word or "").strip().lower().rpartition(":")[2]
    if not word:
        return
    if word not in _WORDS:
        record.extra["pubstatus"] = word
        record.note("status-unknown", f"The status “{word[:40]}” is not known here, so the story is held.")
    record.pubstatus = _WORDS.get(word, Pubstatus.WITHHELD)
    if record.pubstatus == Pubstatus.CANCELED:
        record.note("canceled", "The provider withdrew this story. It never goes out.")
