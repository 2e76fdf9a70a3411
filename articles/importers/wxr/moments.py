"""WordPress writes each time twice: in UTC, which drafts have as zeros, and on the clock of the site."""

from articles.importers.wire import trees
from articles.importers.wire.moments import moment

_ZEROS = "0000-00-00"


def moment_of(record, item, name, asked):
    """The time under `name`, aware; the UTC one where it says something."""
    there = trees.words(item, f"{name}_gmt")
    if there and not there.startswith(_ZEROS):
        return moment(record, name, f"{there}+00:00", asked)
    local = trees.words(item, name)
    return moment(record, name, local, asked) if local and not local.startswith(_ZEROS) else None


def embargo_of(record, status):
    """A post that was scheduled may not go out before its time."""
    return record.published_at if status == "future" else None
