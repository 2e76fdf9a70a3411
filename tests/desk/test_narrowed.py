"""Accounts narrowed to sections: no side door leads out of them."""

import pytest
from django.urls import reverse
from django.utils import timezone

from articles import editing
from articles.models import Article, Author, Delivery, DeliveryItem, DeskMember, Section, Source
from tests.factories import make_article, make_author, make_section


@pytest.fixture
def sports_editor(login):
    client = login("Editors")
    DeskMember.objects.create(user=client.user).sections.add(make_section("Sport"))
    return client


def admin_url(thing, page):
    return reverse(f"admin:articles_{thing._meta.model_name}_{page}", args=[thing.pk])


def name_account(client, author):
    kept = {"name": author.name, "slug": author.slug, "role": "Sport"}
    client.post(admin_url(author, "change"), kept | {"user": client.user.pk})
    return Author.objects.get(pk=author.pk)


def test_nobody_makes_a_colleagues_stories_their_own_by_taking_their_name(sports_editor):
    author = name_account(sports_editor, make_author())

    assert (author.user, author.role) == (None, "Sport")


def test_who_manages_all_people_says_whose_account_an_authors_is(login):
    managing = login("Managing editors")

    assert name_account(managing, make_author()).user == managing.user


def test_a_section_that_somebody_works_in_is_not_deleted(sports_editor, login):
    section = Section.objects.get(slug="sport")

    response = login("Managing editors").post(admin_url(section, "delete"), {"post": "yes"})

    assert Section.objects.filter(pk=section.pk).exists()
    assert "accounts that work in “Sport”" in response.content.decode()


@pytest.mark.parametrize(("section", "told"), [("Sport", True), ("City", False)])
def test_a_delivery_tells_of_the_stories_that_somebody_may_see(section, told, sports_editor):
    source = Source.objects.create(slug="wire", name="The wire")
    delivery = Delivery.objects.create(source=source, started_at=timezone.now())
    article = make_article(headline="Keeper leaves", section=make_section(section))
    about = {"number": 1, "path": "keeper.txt", "external_id": "keeper", "outcome": "created"}
    DeliveryItem.objects.create(delivery=delivery, article=article, **about)

    html = sports_editor.get(admin_url(delivery, "change")).content.decode()

    assert ("Keeper leaves" in html, "keeper.txt" in html) == (told, told)


def test_restoring_moves_no_story_out_of_somebodys_sections(sports_editor):
    article = make_article(headline="Before", section=make_section("City"))
    editing.save(article, {"section": Section.objects.get(slug="sport"), "headline": "After"}, by=None, base_version=1)

    sports_editor.post(reverse("admin:articles_article_restore", args=[article.pk, 1]), {"base": "2"})

    restored = Article.objects.get()
    assert (restored.headline, restored.section.slug) == ("Before", "sport")
