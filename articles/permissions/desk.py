"""What hangs on stories, and the rest of the desk."""

from .reach import has
from .stories import may_edit, may_see


def may_see_original(user, record=None):
    """Download the bytes that an import brought in."""
    return has(user, "view_importrecord") and _of_story(user, record, may_see)


def may_decide(user, record=None):
    """Take newer imported text over an edited story, or keep ours."""
    return has(user, "view_importrecord") and may_edit(user) and _of_story(user, record, may_edit)


def _of_story(user, record, predicate):
    return record is None or record.article is None or predicate(user, record.article)


def may_use_tags(user, tag=None):
    return has(user, "view_tag")


def may_make_tags(user):
    """Write a tag that is not there yet on a story."""
    return has(user, "add_tag")


def may_see_picture(user, image=None):
    return has(user, "view_image") or has(user, "change_image")


def may_add_picture(user):
    return has(user, "add_image")


def may_see_record(user):
    """The record of the whole desk."""
    return has(user, "view_transition")


def may_see_withdrawals(user):
    """Read why a story was killed, and why it came back; who may see the story sees that it was."""
    return has(user, "view_withdrawal")
