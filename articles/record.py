"""The only writer of the record: one row for every act on a story."""

from django.utils import timezone

from articles.models import Transition

COMMAND_LINE, IMPORT = "command line", "import"
_NAME, _NOTE = 150, 500


def name_of(user, without=COMMAND_LINE):
    """What somebody is called in the record; `without` an account it was a command or an import."""
    return (user.get_full_name() or user.get_username())[:_NAME] if user else without


def entry(article, action, *, by, at=None, before="", after="", note="", edition=None, waived=None):
    """An unsaved row, for those who write many at once."""
    without = IMPORT if action == Transition.Action.IMPORTED else COMMAND_LINE
    return Transition(
        article=article,
        edition=edition,
        action=action,
        before=before,
        after=after,
        note=note.strip()[:_NOTE],
        waived=waived or {},
        at=at or timezone.now(),
        by=by,
        by_name=name_of(by, without),
    )


def keep(article, action, **told):
    """Write a row; `told` as in `entry`. A stage that is not told is where the story stands."""
    stages = {"before": article.stage, "after": article.stage}
    row = entry(article, action, **(stages | told))
    row.save(force_insert=True)
    return row
