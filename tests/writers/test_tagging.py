"""Tags: one per name, however it is spelled; aliases lead to their tag."""

import pytest

from articles import tagging
from articles.models import Tag

pytestmark = pytest.mark.django_db


def test_a_name_in_another_case_is_the_same_tag():
    tagging.resolve(["Skerrin ferry"])

    assert tagging.resolve(["SKERRIN  FERRY"]) == list(Tag.objects.all())


def test_an_alias_gives_its_tag():
    tagging.save_tag(Tag(name="Climate change"), aliases=["Global warming"])

    assert [tag.name for tag in tagging.resolve(["global warming"])] == ["Climate change"]


def test_two_names_with_one_slug_have_two_slugs():
    first, second = tagging.resolve(["Café", "Cafe!"])

    assert (first.slug, second.slug) == ("cafe", "cafe-2")


def test_a_name_that_another_tag_has_is_refused():
    tagging.save_tag(Tag(name="Climate change"), aliases=["Global warming"])

    with pytest.raises(tagging.Refused) as refused:
        tagging.save_tag(Tag(name="Global Warming"))

    assert refused.value.code == "name-taken"


@pytest.mark.parametrize("name", ["\ufdfa" * 10, "x" * 150])
def test_a_name_that_folds_or_runs_long_is_found_again(name):
    first = tagging.resolve([name])

    assert tagging.resolve([name]) == first


def test_replacing_the_aliases_lets_the_others_go():
    tag = tagging.save_tag(Tag(name="Ferry"), aliases=["Boat", "Ship"])

    tagging.save_tag(tag, aliases=["Ship", "Vessel"])

    assert sorted(tag.aliases.values_list("name", flat=True)) == ["Ship", "Vessel"]


def test_suggestions_find_a_tag_by_its_alias():
    tagging.save_tag(Tag(name="Climate change"), aliases=["Global warming"])

    assert tagging.suggest("glob") == [{"name": "Climate change", "alias": "Global warming"}]
