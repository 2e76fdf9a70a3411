"""Accounts: nobody raises themselves, gives what they do not have, or touches somebody above them."""

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Group, Permission, User
from django.urls import reverse

from articles.models import DeskMember
from tests.factories import make_group, make_section, make_user

from .forms import fields

LIST = "/admin/auth/user/"


@pytest.fixture
def managing(login):
    return login("Managing editors")


@pytest.fixture
def owners(db):
    """A group that may do what no managing editor may."""
    group = Group.objects.create(name="Owners")
    group.permissions.set(Permission.objects.filter(codename="delete_user"))
    return group


def url(user, name="change"):
    return reverse(f"admin:auth_user_{name}", args=[user.pk])


def send(client, user, **typed):
    """The account's form as it stands, with what was typed or forged over it."""
    kept = fields(client.get(url(user)), "user_form")
    sent = {name: value for name, value in {**kept, **typed}.items() if value is not None}
    return client.post(url(user), sent)


def narrowed(user, *names):
    DeskMember.objects.create(user=user).sections.set([make_section(name) for name in names])
    return user


def works_in(user):
    return set(DeskMember.objects.filter(user=user).values_list("sections__name", flat=True))


# oneself


def test_nobody_makes_themselves_a_superuser(managing):
    send(managing, managing.user, is_superuser="on", first_name="Kee")

    managing.user.refresh_from_db()
    assert (managing.user.is_superuser, managing.user.first_name) == (False, "Kee")


def test_nobody_changes_their_own_groups(managing):
    send(managing, managing.user, groups=[make_group("Reporters").pk])

    assert [group.name for group in managing.user.groups.all()] == ["Managing editors"]


def test_nobody_widens_their_own_sections(managing):
    member = narrowed(managing.user, "News").desk_member
    forged = {"desk_member-TOTAL_FORMS": "1", "desk_member-INITIAL_FORMS": "1", "desk_member-0-id": member.pk}

    send(managing, managing.user, **forged, **{"desk_member-0-user": managing.user.pk, "desk_member-0-sections": []})

    assert works_in(managing.user) == {"News"}


# others


def test_nobody_makes_another_a_superuser(managing):
    other = make_user("Reporters")

    send(managing, other, is_superuser="on", first_name="Oth")

    other.refresh_from_db()
    assert (other.is_superuser, other.first_name) == (False, "Oth")


def test_nobody_gives_a_group_that_may_do_more(managing, owners):
    other = make_user("Reporters")

    send(managing, other, groups=[owners.pk])

    assert [group.name for group in other.groups.all()] == ["Reporters"]


def test_a_group_within_ones_own_can_be_given(managing):
    other = make_user("Reporters")

    send(managing, other, groups=[make_group("Managing editors").pk])

    assert [group.name for group in other.groups.all()] == ["Managing editors"]


@pytest.mark.parametrize("name", ["change", "password_change", "history", "delete"])
def test_somebody_above_is_out_of_reach(name, managing, owners):
    boss = User.objects.create_superuser("boss", password="password")
    owner = make_user()
    owner.groups.add(owners)

    for user in (boss, owner):
        assert managing.get(url(user, name)).status_code == 403
        assert managing.post(url(user, name), {"password1": "x", "password2": "x", "post": "yes"}).status_code == 403
    assert User.objects.get(username="boss").check_password("password")


def test_a_disabled_account_that_may_do_more_is_not_taken_over(managing, owners):
    owner = make_user(is_active=False)
    owner.groups.add(owners)

    assert managing.get(url(owner)).status_code == 403
    assert managing.get(url(owner, "password_change")).status_code == 403


def test_the_list_shows_those_alone_who_may_not_do_more(managing, owners):
    make_user("Editors", username="within-reach")
    make_user(username="above").groups.add(owners)
    make_user(username="highest", is_superuser=True)

    html = managing.get(LIST).content.decode()

    assert "within-reach" in html
    assert "above" not in html
    assert "highest" not in html


def test_nobody_is_deleted_by_a_managing_editor(managing):
    other = make_user("Reporters")
    permission = Permission.objects.get(codename="delete_user")
    managing.user.user_permissions.add(permission)

    assert managing.post(url(other, "delete"), {"post": "yes"}).status_code == 403
    assert User.objects.filter(pk=other.pk).exists()


def test_a_change_to_an_account_is_logged(managing):
    other = make_user("Reporters")

    send(managing, other, is_active=None, groups=[make_group("Editors").pk])

    entry = LogEntry.objects.get(object_id=other.pk)
    assert entry.user == managing.user
    assert entry.get_change_message() == "Changed Active and Groups."


def test_groups_are_changed_by_superusers_only(managing):
    group = make_group("Editors")

    response = managing.post(reverse("admin:auth_group_change", args=[group.pk]), {"name": "Editors"})

    assert response.status_code == 403
    assert group.permissions.exists()


def test_a_superuser_does_all_of_it(login):
    client = login(None, is_superuser=True)
    other = narrowed(make_user("Reporters"), "News")

    send(client, other, **{"is_superuser": "on", "groups": [make_group("Editors").pk], "desk_member-0-sections": []})

    other.refresh_from_db()
    assert (other.is_superuser, other.groups.get().name, works_in(other)) == (True, "Editors", {None})


# sections


def test_an_account_is_narrowed_to_sections(managing):
    other, sport = make_user("Editors"), make_section("Sport")

    send(managing, other, **{"desk_member-0-sections": [sport.pk], "desk_member-0-time_zone": "Asia/Tokyo"})

    assert works_in(other) == {"Sport"}
    assert DeskMember.objects.get(user=other).time_zone == "Asia/Tokyo"


@pytest.mark.parametrize("given", [["Sport"], ["News", "Sport"], []])
def test_nobody_gives_sections_that_they_do_not_work_in(given, managing):
    narrowed(managing.user, "News", "Culture")
    other = narrowed(make_user("Reporters"), "News")

    send(managing, other, **{"desk_member-0-sections": [make_section(name).pk for name in given]})

    assert works_in(other) == {"News"}


def test_a_section_of_ones_own_can_be_given(managing):
    narrowed(managing.user, "News", "Culture")
    other = narrowed(make_user("Reporters"), "News")

    send(managing, other, **{"desk_member-0-sections": [make_section("Culture").pk]})

    assert works_in(other) == {"Culture"}


@pytest.mark.parametrize("sections", [[], ["Sport"], ["News", "Sport"]])
def test_who_works_in_more_sections_is_out_of_reach(sections, managing):
    narrowed(managing.user, "News")
    other = narrowed(make_user("Reporters"), *sections)

    assert managing.get(url(other)).status_code == 403


def test_a_new_account_works_where_its_maker_does(managing):
    narrowed(managing.user, "News")
    told = {"username": "newcomer", "usable_password": "true", "password1": "mGp-41-kestrel"}

    managing.post(reverse("admin:auth_user_add"), {**told, "password2": "mGp-41-kestrel"})

    assert works_in(User.objects.get(username="newcomer")) == {"News"}


# at once


def test_a_disabled_account_is_out_at_the_next_click(editor, managing):
    send(managing, editor.user, is_active=None)

    assert editor.get(reverse("admin:index")).status_code == 302


def test_a_role_taken_away_is_gone_at_the_next_click(editor, managing, article):
    publish = reverse("admin:articles_article_publish", args=[article.pk])
    before = editor.get(publish).status_code

    send(managing, editor.user, groups=[make_group("Reporters").pk])

    assert (before, editor.get(publish).status_code) == (200, 403)


# one's own page


def test_everybody_sets_their_own_zone(reporter):
    response = reporter.post(reverse("admin:account"), {"time_zone": "America/New_York"}, follow=True)

    assert "New York" in response.content.decode()
    assert DeskMember.objects.get(user=reporter.user).time_zone == "America/New_York"


def test_a_zone_that_is_none_is_refused(reporter):
    html = reporter.post(reverse("admin:account"), {"time_zone": "Port Merrow"}).content.decode()

    assert "Use a name such as Europe/London" in html
    assert not DeskMember.objects.exists()


def test_one_s_own_page_takes_nothing_but_the_zone(reporter):
    narrowed(reporter.user, "News")
    other = make_user("Reporters")

    forged = {"time_zone": "UTC", "sections": [make_section("Sport").pk], "user": other.pk, "is_superuser": "on"}
    reporter.post(reverse("admin:account"), forged)

    reporter.user.refresh_from_db()
    assert (works_in(reporter.user), reporter.user.is_superuser) == ({"News"}, False)
    assert not DeskMember.objects.filter(user=other).exists()
