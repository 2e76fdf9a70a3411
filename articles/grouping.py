"""Puts the groups of `permissions.GROUPS` into the database: the only writer of groups and what they may do."""

from django.contrib.auth.models import Group, Permission
from django.db import transaction

from articles.permissions import GROUPS

APPS = ("articles", "auth")


@transaction.atomic
def make_groups():
    """Make every group that is missing and give each exactly what the code says; return the names of those changed."""
    return [name for name, codenames in GROUPS.items() if _make(name, codenames)]


def permissions_of(codenames):
    """The rows of permissions named "publish_article" (of this app) or "auth.add_user"."""
    rows = Permission.objects.filter(content_type__app_label__in=APPS).select_related("content_type")
    known = {f"{row.content_type.app_label}.{row.codename}": row for row in rows}
    return {known[name if "." in name else f"articles.{name}"] for name in codenames}


def _make(name, codenames):
    group, made = Group.objects.get_or_create(name=name)
    wanted = permissions_of(codenames)
    if set(group.permissions.all()) == wanted:
        return made
    group.permissions.set(wanted)
    return True
