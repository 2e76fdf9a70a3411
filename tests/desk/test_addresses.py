"""Sections, tags and authors: what published stories link to keeps its address and is not thrown away."""

import pytest
from django.urls import reverse

from articles import tagging
from articles.models import Tag
from tests.desk.forms import fields
from tests.factories import make_article, make_author, make_edition, make_section


@pytest.fixture
def managing(login):
    return login("Managing editors")


def url(obj, page="change"):
    return reverse(f"admin:articles_{obj._meta.model_name}_{page}", args=[obj.pk])


def used(edition):
    return {"section": edition.section, "tag": edition.article.tags.get(), "author": make_author()}


def moved(client, obj):
    """The slug after somebody typed another."""
    form = fields(client.get(url(obj)), f"{obj._meta.model_name}_form")
    client.post(url(obj), form | {"slug": "elsewhere"})
    obj.refresh_from_db()
    return obj.slug


@pytest.mark.parametrize("model", ["section", "tag", "author"])
def test_an_address_that_readers_have_stays(model, managing):
    obj = used(make_edition(tags=["Ferries"]))[model]
    slug = obj.slug

    assert moved(managing, obj) == slug


@pytest.mark.parametrize("model", ["section", "tag", "author"])
def test_why_an_address_stays_is_said(model, managing):
    obj = used(make_edition(tags=["Ferries"]))[model]

    assert "Published stories link to this address" in managing.get(url(obj)).content.decode()


def test_an_address_that_no_reader_has_can_be_changed(managing):
    make_article(tags=["Ferries"])

    assert moved(managing, Tag.objects.get()) == "elsewhere"


@pytest.mark.parametrize("model", ["section", "tag", "author"])
def test_what_published_stories_link_to_is_not_deleted(model, managing):
    obj = used(make_edition(tags=["Ferries"]))[model]

    managing.post(url(obj, "delete"), {"post": "yes"})

    assert type(obj).objects.filter(pk=obj.pk).exists()


def test_a_tag_in_use_says_why_it_is_not_deleted(managing):
    make_edition(tags=["Ferries"])

    html = managing.get(url(Tag.objects.get(), "delete")).content.decode()

    assert "published stories with “Ferries”, which link to its page" in html


def test_tags_in_use_are_not_deleted_from_the_list(managing):
    make_edition(tags=["Ferries"])
    tag = Tag.objects.get()

    chosen = {"action": "delete_selected", "_selected_action": [tag.pk], "post": "yes"}
    managing.post(reverse("admin:articles_tag_changelist"), chosen)

    assert Tag.objects.exists()


def test_a_section_without_stories_is_deleted(managing):
    section = make_section("Weather")

    managing.post(url(section, "delete"), {"post": "yes"})

    assert not type(section).objects.filter(pk=section.pk).exists()


def typed(**told):
    return {"name": "Ships", "slug": "", "other_names": "", "description": "", "topic": "", **told}


def test_a_tag_does_not_take_the_address_of_another_ones_other_name(managing):
    tagging.save_tag(Tag(name="Ferries"), aliases=["Boats"])

    response = managing.post(reverse("admin:articles_tag_add"), typed(slug="boats"))

    assert response.context["adminform"].form.has_error("slug", "slug-taken")


def test_an_address_left_empty_is_one_that_no_other_name_has(managing):
    tagging.save_tag(Tag(name="Ferries"), aliases=["Ships!"])

    managing.post(reverse("admin:articles_tag_add"), typed(name="Ships"))

    assert Tag.objects.get(name="Ships").slug == "ships-2"


def test_a_name_taken_while_the_form_was_read_is_refused_beside_the_field(managing, monkeypatch):
    tagging.resolve(["Ships"])
    known, answers = tagging.known, [{}]
    monkeypatch.setattr(tagging, "known", lambda names: answers.pop() if answers else known(names))

    response = managing.post(reverse("admin:articles_tag_add"), typed(slug="other", name="SHIPS"))

    assert response.context["adminform"].form.has_error("name")
