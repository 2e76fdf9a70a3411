"""Old addresses at the desk: seen where a story shows, added and taken away by whoever may publish it."""

import pytest
from django.urls import reverse
from django.utils import timezone

from articles import old_addresses, places
from articles.models import DeskMember, Transition
from tests.factories import make_article, make_edition, make_section

OLD = "/2012/01/07/the-old-name/"


def page(article, name="old_addresses", *more):
    return reverse(f"admin:articles_article_{name}", args=[article.pk, *more])


@pytest.mark.parametrize("typed", [OLD, f"https://old.example{OLD}?utm_source=x"])
def test_an_editor_leads_an_old_address_to_a_story_and_the_record_says_so(editor, client, typed):
    edition = make_edition()

    answer = editor.post(page(edition.article), {"address": typed}, follow=True)

    assert OLD in answer.content.decode()
    assert client.get(OLD)["Location"] == edition.path
    assert Transition.objects.get(action="redirected").note == f"{OLD} leads here."


def test_an_editor_takes_an_old_address_away(editor, client):
    edition = make_edition()
    old_addresses.add(edition.article, OLD, by=None)

    editor.post(page(edition.article, "old_address", edition.article.old_addresses.get().pk))

    assert client.get(OLD).status_code == 404
    assert not edition.article.old_addresses.exists()


def test_an_address_of_another_story_is_refused_by_its_name(editor, article):
    old_addresses.add(make_article(headline="The other story"), OLD, by=None)

    html = editor.post(page(article), {"address": OLD}).content.decode()

    assert "leads to “The other story” already" in html
    assert not article.old_addresses.exists()


def test_of_a_story_that_somebody_may_not_see_no_headline_is_told(editor, article):
    hidden = make_article(headline="The other story")
    old_addresses.add(hidden, OLD, by=None)
    mine = make_section("Sport")
    DeskMember.objects.create(user=editor.user).sections.add(mine)
    type(article).objects.filter(pk=article.pk).update(section=mine)

    html = editor.post(page(article), {"address": OLD}).content.decode()

    assert "leads to another story already" in html
    assert "The other story" not in html


@pytest.mark.parametrize("typed", ["", "/", "/search/", "javascript:alert(1)", f"/{'x' * 300}"])
def test_what_is_no_old_address_is_refused_beside_the_field(editor, article, typed):
    answer = editor.post(page(article), {"address": typed})

    assert "errorlist" in answer.content.decode()
    assert not article.old_addresses.exists()


def test_an_old_address_is_told_among_the_places_of_the_story(db):
    edition = make_edition()
    old_addresses.add(edition.article, "/海/?id=4", by=None)

    (place,) = [place for place in places.find(edition, timezone.now()) if place.kind == "redirect"]

    assert place.path == "/%E6%B5%B7/?id=4"


def test_where_a_story_will_be_found_says_so_of_its_old_addresses(editor, article):
    old_addresses.add(article, OLD, by=None)

    html = editor.get(page(article, "where")).content.decode()

    assert OLD in html
    assert "will lead to it once readers have it" in html


def test_nobody_writes_redirects_past_their_stories(login):
    boss = login(None, is_superuser=True)

    assert boss.get("/admin/redirects/redirect/").status_code == 404
    assert boss.get("/admin/sites/site/").status_code == 404


def test_a_source_is_called_our_old_site_with_its_host(login):
    from articles.models import Source

    source, manager = Source.objects.create(slug="wire", name="Wire"), login("Managing editors")
    url = reverse("admin:articles_source_change", args=[source.pk])

    html = manager.post(url, {"name": "Wire", "old_site": "wire.example"}).content.decode()

    assert "Write it with its host" in html
