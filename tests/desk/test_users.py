"""Accounts: nobody raises themselves, gives what they do not have, or touches somebody above them."""

import pytest
from django.contrib.auth.models import Permission, User
from django.urls import reverse

from tests.factories import make_group, make_user


@pytest.fixture
def keeper(login):
    """An editor who looks after accounts."""
    client = login("Editors")
    codes = ["add_user", "change_user", "delete_user", "view_user", "change_group", "view_group"]
    client.user.user_permissions.set(Permission.objects.filter(content_type__app_label="auth", codename__in=codes))
    return client


def url(user, name="change"):
    return reverse(f"admin:auth_user_{name}", args=[user.pk])


def typed(user, **fields):
    kept = {"username": user.username, "first_name": "", "last_name": "", "email": ""}
    return {**kept, "is_active": "on", "is_staff": "on", "groups": [g.pk for g in user.groups.all()], **fields}


def test_nobody_makes_themselves_a_superuser(keeper):
    keeper.post(url(keeper.user), typed(keeper.user, is_superuser="on", first_name="Kee"))

    keeper.user.refresh_from_db()
    assert (keeper.user.is_superuser, keeper.user.first_name) == (False, "Kee")


def test_nobody_changes_their_own_groups(keeper):
    keeper.post(url(keeper.user), typed(keeper.user, groups=[make_group("Managing editors").pk]))

    assert [group.name for group in keeper.user.groups.all()] == ["Editors"]


def test_nobody_makes_another_a_superuser(keeper):
    other = make_user("Reporters")

    keeper.post(url(other), typed(other, is_superuser="on", first_name="Oth"))

    other.refresh_from_db()
    assert (other.is_superuser, other.first_name) == (False, "Oth")


def test_nobody_gives_a_group_that_may_do_more(keeper):
    other = make_user("Reporters")

    keeper.post(url(other), typed(other, groups=[make_group("Managing editors").pk]))

    assert [group.name for group in other.groups.all()] == ["Reporters"]


def test_a_group_within_ones_own_can_be_given(keeper):
    other = make_user("Reporters")

    keeper.post(url(other), typed(other, groups=[make_group("Editors").pk]))

    assert [group.name for group in other.groups.all()] == ["Editors"]


@pytest.mark.parametrize("name", ["change", "password_change", "delete"])
def test_somebody_above_is_out_of_reach(name, keeper):
    boss = User.objects.create_superuser("boss", password="password")
    managing = make_user("Managing editors")

    for user in (boss, managing):
        assert keeper.post(url(user, name), {"password1": "x", "password2": "x", "post": "yes"}).status_code == 403
    assert User.objects.get(username="boss").check_password("password")


def test_groups_are_changed_by_superusers_only(keeper):
    group = make_group("Editors")

    response = keeper.post(reverse("admin:auth_group_change", args=[group.pk]), {"name": "Editors", "permissions": []})

    assert response.status_code == 403
    assert group.permissions.exists()


def test_a_superuser_does_all_of_it(login):
    client = login(None, is_superuser=True)
    other = make_user("Reporters")

    client.post(url(other), typed(other, is_superuser="on", groups=[make_group("Managing editors").pk]))

    other.refresh_from_db()
    assert (other.is_superuser, other.groups.get().name) == (True, "Managing editors")


def test_a_disabled_account_is_out_at_the_next_click(editor):
    User.objects.filter(pk=editor.user.pk).update(is_active=False)

    assert editor.get(reverse("admin:index")).status_code == 302
