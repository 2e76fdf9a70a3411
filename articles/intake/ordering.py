"""Which of two texts of one story is the newer: the order in which files come in never matters. Pure."""

from datetime import datetime


def is_older(record, *, than_version, than_sent):
    """Whether a Record is no newer than the newest that was seen: by version where both are numbers (10 after 9), else
    by the time it was sent. What tells neither is newer, as a file is that has changed.
    """
    return is_no_newer(record.external_version, sent_at(record), than_version=than_version, than_sent=than_sent)


def is_no_newer(version, sent, *, than_version, than_sent):
    """As `is_older`, of a version and a time of sending."""
    if version.isdecimal() and than_version.isdecimal():
        return int(version) <= int(than_version)
    return sent is not None and than_sent is not None and sent <= than_sent


def sent_at(record) -> datetime | None:
    return record.updated_at or record.published_at or record.first_created
