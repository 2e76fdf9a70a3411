"""The accounts of an export in this newsroom: by name, those that are there stay as they are."""

from datetime import datetime

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group

_TAKEN = ("username", "first_name", "last_name", "email", "is_staff", "is_active")


def keep(rows):
    """Make the accounts that are missing and return {number in the export: number here}.

    A new account has no password, so nobody can log in with it before somebody sets one, and is no superuser.
    """
    users, numbers = get_user_model().objects, {}
    groups = {group.name: group for group in Group.objects.all()}
    for told in rows:
        user = users.filter(username=told["username"]).first()
        if user is None:
            fields = {name: told[name] for name in _TAKEN}
            user = users.create_user(**fields, date_joined=datetime.fromisoformat(told["date_joined"]))
            user.groups.set([groups[name] for name in told["groups"] if name in groups])
        numbers[told["id"]] = user.pk
    return numbers
