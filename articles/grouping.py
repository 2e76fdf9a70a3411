"""Puts the groups of `permissions.GROUPS` into the database: the only writer of groups and what they may do."""

from django.contrib.auth.models import Group, Permission
from django.db import transaction

from articles.permissions import GROUPS


@transaction.atomic
def make_groups():
    """Make every group that is missing and give each exactly what the code says; return the names of those changed."""
    return [name for name, codenames in GROUPS.items() if _make(name, set(codenames))]


def _make(name, codenames):
    group, made = Group.objects.get_or_create(name=name)
    ours = {row.codename: row for row in Permission.objects.filter(content_type__app_label="articles")}
    wanted = {ours[codename] for codename in codenames}
    if set(group.permissions.all()) == wanted:
        return made
    group.permissions.set(wanted)
    return True
