"""Who may do what: every interface asks here, before anything else. Predicates read, they never write.

A predicate given no story answers for the page as such: whether there can be any story that this person may do it to.
"""

from .desk import (
    may_add_picture,
    may_decide,
    may_make_tags,
    may_see_original,
    may_see_picture,
    may_see_record,
    may_see_withdrawals,
    may_use_tags,
)
from .people import accounts_managed_by, grantable, may_manage_user, may_name_account, may_raise
from .reach import has, in_sections, is_own, may_file_under, section_ids
from .reports import may_handle_report, may_see_reports, reports_seen_by
from .roles import GROUPS
from .stories import (
    locked_fields,
    may_assign,
    may_begin,
    may_bin,
    may_correct,
    may_edit,
    may_edit_any,
    may_kill,
    may_move,
    may_publish,
    may_revive,
    may_see,
    may_share,
    may_withdraw,
    moves,
    stories_seen_by,
)

__all__ = [
    "GROUPS",
    "accounts_managed_by",
    "grantable",
    "has",
    "in_sections",
    "is_own",
    "locked_fields",
    "may_add_picture",
    "may_assign",
    "may_begin",
    "may_bin",
    "may_correct",
    "may_decide",
    "may_edit",
    "may_edit_any",
    "may_file_under",
    "may_handle_report",
    "may_kill",
    "may_make_tags",
    "may_manage_user",
    "may_move",
    "may_name_account",
    "may_publish",
    "may_raise",
    "may_revive",
    "may_see",
    "may_see_original",
    "may_see_picture",
    "may_see_record",
    "may_see_reports",
    "may_see_withdrawals",
    "may_share",
    "may_use_tags",
    "may_withdraw",
    "moves",
    "reports_seen_by",
    "section_ids",
    "stories_seen_by",
]
