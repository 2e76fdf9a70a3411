"""Whose account somebody may change, and what they may give."""

from django.contrib.auth.models import Permission, User
from django.db.models import Q

from articles.models import DeskMember, Section

from .reach import section_ids


def may_name_account(user):
    """Say whose account an author's is: it opens all the stories they stand on, so it is for who may open any."""
    return user.is_active and user.has_perm("auth.change_user") and not section_ids(user)


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
