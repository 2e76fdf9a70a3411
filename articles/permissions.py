"""Who may do what: every interface asks here, before anything else. Predicates read, they never write.

A predicate given no story answers for the page as such: whether there can be any story that this person may do it to.
"""

from django.contrib.auth.models import Permission, User
from django.db.models import Q

from articles import stages
from articles.models import Article, DeskMember, Section

# group -> permission codenames, of this app where no other is named; `create_groups` puts them into the database
REPORTER = [
    "add_article",
    "change_article",
    "view_article",
    "submit_article",
    "view_image",
    "add_image",
    "change_image",
    "view_tag",
]
COPY_EDITOR = [
    *REPORTER,
    "edit_any_article",
    "send_back_article",
    "ready_article",
    "spike_article",
    "share_preview",
    "view_section",
    "view_author",
    "view_source",
    "view_delivery",
    "view_importrecord",
    "view_transition",
    "view_correction",
]
EDITOR = [
    *COPY_EDITOR,
    "publish_article",
    "correct_article",
    "withdraw_article",
    "kill_article",
    "arrange_front",
    "view_withdrawal",
    "add_tag",
    "change_tag",
    "add_author",
    "change_author",
]
MANAGING_EDITOR = [
    *EDITOR,
    "revive_article",
    "delete_tag",
    "delete_author",
    "delete_image",
    "add_section",
    "change_section",
    "delete_section",
    "add_page",
    "change_page",
    "delete_page",
    "view_page",
    "change_source",
    "view_deskmember",
    "add_deskmember",
    "change_deskmember",
    "auth.view_user",
    "auth.add_user",
    "auth.change_user",
]
GROUPS = {
    "Reporters": REPORTER,
    "Copy editors": COPY_EDITOR,
    "Editors": EDITOR,
    "Managing editors": MANAGING_EDITOR,
}
Stage = Article.Stage
WRITERS_STAGES = (Stage.DRAFT, Stage.REVIEW)  # where a story is still with whoever writes it


def has(user, codename):
    return user.is_active and user.has_perm(f"articles.{codename}")


# stories


def may_see(user, article=None):
    """Read a story on the desk, its history and its versions, whatever its stage."""
    if not (has(user, "view_article") or has(user, "change_article")):
        return False
    if article is None or is_own(user, article):
        return True
    return in_sections(user, article) and (article.binned_at is None or has(user, "edit_any_article"))


def may_begin(user):
    """Begin a story of one's own."""
    return has(user, "add_article")


def may_edit(user, article=None):
    """Change a story's text and filing. Writers change their own until it is marked ready."""
    if not has(user, "change_article"):
        return False
    if article is None:
        return True
    if article.binned_at:
        return False
    return may_edit_any(user, article) or (is_own(user, article) and article.stage in WRITERS_STAGES)


def may_edit_any(user, article=None):
    return _any(user, article, "edit_any_article")


def may_move(user, article, move):
    """Make one of `stages.MOVES`."""
    if article.binned_at or article.stage not in move.before or not has(user, move.permission):
        return False
    if move.only_owners:
        return is_own(user, article)
    return may_edit_any(user, article) or (move.owners and is_own(user, article))


def moves(user, article):
    """The moves that this person may make with the story now; none with a killed one until it is brought back."""
    if article.stage == Stage.SPIKED and Article.objects.killed().filter(pk=article.pk).exists():
        return []
    return [move for move in stages.moves_from(article.stage) if may_move(user, article, move)]


def may_bin(user, article=None):
    """Put a draft into the bin, and take it out again."""
    if article is None:
        return has(user, "change_article")
    mine = is_own(user, article) and article.stage in WRITERS_STAGES
    return has(user, "change_article") and (may_edit_any(user, article) or mine)


def may_assign(user, article=None):
    """Say who has a story on their desk."""
    return has(user, "edit_any_article") and may_edit(user, article)


def may_publish(user, article=None):
    """Publish, schedule, cancel a schedule, set an end."""
    return _any(user, article, "publish_article")


def may_correct(user, article=None):
    return _any(user, article, "correct_article") and may_publish(user, article)


def may_withdraw(user, article=None):
    return _any(user, article, "withdraw_article")


def may_kill(user, article=None):
    return _any(user, article, "kill_article")


def may_revive(user, article=None):
    return _any(user, article, "revive_article")


def may_share(user, article=None):
    """Give somebody without an account a link to the unpublished story, and take it back."""
    return _any(user, article, "share_preview") and may_see(user, article)


def _any(user, article, codename):
    """For acts on everybody's stories: the permission, and the sections somebody works in."""
    return has(user, codename) and (article is None or in_sections(user, article))


def locked_fields(user, article=None):
    """Fields of a story that this person may read and not change, though they may edit the rest."""
    locked = set() if has(user, "arrange_front") else {"weight", "public_changes"}
    if article is not None and article.embargo_until and not has(user, "publish_article"):
        locked.add("embargo_until")
    return locked | (set() if has(user, "edit_any_article") else {"assignee"})


def is_own(user, article):
    """Whether somebody began the story, has it on their desk, or stands in its byline."""
    if user.pk in (article.created_by_id, article.assignee_id):
        return True
    if not hasattr(article, "_named"):
        article._named = set(article.bylines.values_list("author__user", flat=True))
    return user.pk in article._named


def section_ids(user):
    """The sections somebody works in; empty for all. Read once for a request's user."""
    if not hasattr(user, "_section_ids"):
        member = getattr(user, "desk_member", None)
        user._section_ids = frozenset(member.sections.values_list("pk", flat=True)) if member else frozenset()
    return user._section_ids


def in_sections(user, article):
    narrowed = section_ids(user)
    return not narrowed or article.section_id in narrowed


def stories_seen_by(user):
    """The stories that `may_see` holds for, as a condition on Article; ask `may_see` without a story first."""
    own = Q(created_by=user) | Q(assignee=user) | Q(bylines__author__user=user)
    narrowed = section_ids(user)
    others = Q(section__in=narrowed) if narrowed else Q()
    if not has(user, "edit_any_article"):
        others &= Q(binned_at=None)
    if not others:
        return Q()
    return Q(pk__in=Article.objects.filter(own).values("pk")) | others


def may_file_under(user, section):
    """Put a story into a section, as far as somebody works in some sections only. `section`: its slug, or empty."""
    narrowed = section_ids(user)
    return not narrowed or Section.objects.filter(slug=section, pk__in=narrowed).exists()


# what hangs on stories, and the rest of the desk


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


def may_name_account(user):
    """Say whose account an author's is: it opens all the stories they stand on, so it is for who may open any."""
    return user.is_active and user.has_perm("auth.change_user") and not section_ids(user)


def may_make_tags(user):
    """Write a tag that is not there yet on a story."""
    return has(user, "add_tag")


def may_see_picture(user, image=None):
    return has(user, "view_image") or has(user, "change_image")


def may_see_record(user):
    """The record of the whole desk."""
    return has(user, "view_transition")


def may_see_withdrawals(user):
    """Read why a story was killed, and why it came back; who may see the story sees that it was."""
    return has(user, "view_withdrawal")


def accounts_managed_by(user):
    """The accounts that may do no more than `user`, nor more again once they are active; a condition on User."""
    if user.is_superuser:
        return Q()
    beyond = Permission.objects.exclude(Q(group__user=user) | Q(user=user))
    below = Q(is_superuser=False) & ~Q(groups__permissions__in=beyond) & ~Q(user_permissions__in=beyond)
    return below & _within_sections(section_ids(user))


def _within_sections(narrowed):
    """Accounts that work in these sections and no others; all accounts if there are none."""
    if not narrowed:
        return Q()
    working = DeskMember.objects.filter(sections__in=narrowed)
    return Q(pk__in=working.values("user")) & ~Q(desk_member__sections__in=Section.objects.exclude(pk__in=narrowed))


def may_manage_user(user, other):
    """Change an account: nobody manages somebody who may do more than they may themselves."""
    return User.objects.filter(accounts_managed_by(user), pk=other.pk).exists()


def may_raise(user, other):
    """Change what an account may do, and in which sections: never one's own."""
    return user.is_superuser or (user.pk != other.pk and may_manage_user(user, other))


def grantable(user, groups):
    """Of `groups` those that give nothing which `user` does not have; permissions are prefetched by the caller."""
    if user.is_superuser:
        return list(groups)
    own = user.get_all_permissions()
    return [group for group in groups if _given_by(group) <= own]


def _given_by(group):
    return {f"{permission.content_type.app_label}.{permission.codename}" for permission in group.permissions.all()}
