"""The groups are what the code says they are."""

import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command

from articles import grouping
from articles.permissions import GROUPS

pytestmark = pytest.mark.django_db


def codenames(name):
    return set(Group.objects.get(name=name).permissions.values_list("codename", flat=True))


def test_every_group_gets_what_the_code_says():
    grouping.make_groups()

    wanted = {name: {code.rpartition(".")[2] for code in codes} for name, codes in GROUPS.items()}
    assert {name: codenames(name) for name in GROUPS} == wanted


def test_a_second_time_nothing_changes():
    grouping.make_groups()

    assert grouping.make_groups() == []


def test_a_permission_given_by_hand_is_taken_back(capsys):
    grouping.make_groups()
    reporters = Group.objects.get(name="Reporters")
    reporters.permissions.set(Group.objects.get(name="Editors").permissions.all())

    call_command("create_groups")

    assert "publish_article" not in codenames("Reporters")
    assert capsys.readouterr().out == "Groups set: Reporters.\n"


def test_other_groups_are_left_alone():
    Group.objects.create(name="Photographers")

    grouping.make_groups()

    assert Group.objects.filter(name="Photographers").exists()
