"""Choosing on the story's form which story it is a translation of."""

import pytest
from django.urls import reverse

from articles.models import Article, DeskMember
from tests.desk.forms import change_url, opened
from tests.factories import make_article, make_section

pytestmark = pytest.mark.django_db
SUGGESTED = {"app_label": "articles", "model_name": "article", "field_name": "translation_of"}


def errors_of(response):
    return response.context["adminform"].form.errors.get("translation_of", [])


def narrowed(login, *sections):
    """An editor who works in these sections alone."""
    client = login("Editors")
    DeskMember.objects.create(user=client.user).sections.set(sections)
    return client


def sent(client, article, **typed):
    return client.post(change_url(article), opened(client, article) | typed | {"_continue": "1"})


def test_a_story_is_linked_with_its_original(editor):
    original, french = make_article(), make_article(language="fr")

    sent(editor, french, translation_of=original.pk)

    french.refresh_from_db()
    assert (french.translation_of, french.version) == (original, 2)


def test_the_form_of_either_leads_to_the_other(editor):
    original = make_article(headline="The ferry is free")
    french = make_article(headline="Le bac est gratuit", language="fr", translation_of=original)

    html = {story: editor.get(change_url(story)).content.decode() for story in (original, french)}

    assert f'<a href="{change_url(french)}">Le bac est gratuit (fr)</a>' in html[original]
    assert f'<a href="{change_url(original)}">The ferry is free (en)</a>' in html[french]


def test_what_does_not_fit_is_said_beside_the_field_and_nothing_is_saved(editor):
    original, second = make_article(), make_article()

    response = sent(editor, second, translation_of=original.pk)

    assert "in the same language (en)" in str(errors_of(response))
    assert Article.objects.get(pk=second.pk).version == 1


def test_the_link_is_part_of_what_is_compared(editor):
    original, french = make_article(), make_article(language="fr")
    sent(editor, french, translation_of=original.pk)

    html = editor.get(reverse("admin:articles_article_compare", args=[french.pk])).content.decode()

    assert "Translation of" in html
    assert f"story {original.pk} (en)" in html


def test_only_stories_that_somebody_may_see_are_suggested(login):
    sport, news = make_section("Sport"), make_section("News")
    make_article(headline="The swimmers win", section=sport)
    make_article(headline="The swimmers lose", section=news)
    client = narrowed(login, news)

    found = client.get(reverse("admin:autocomplete"), {**SUGGESTED, "term": "swimmers"}).json()["results"]

    assert [row["text"] for row in found] == ["The swimmers lose"]


def test_a_story_that_somebody_may_not_see_cannot_be_chosen(login):
    sport, news = make_section("Sport"), make_section("News")
    hidden, french = make_article(section=sport), make_article(section=news, language="fr")
    client = narrowed(login, news)

    response = sent(client, french, translation_of=hidden.pk)

    assert errors_of(response)
    assert Article.objects.get(pk=french.pk).translation_of is None


def test_who_may_not_see_the_original_saves_all_the_same_and_is_not_told_what_it_says(login):
    sport, news = make_section("Sport"), make_section("News")
    hidden = make_article(headline="The swimmers win", section=sport)
    french = make_article(section=news, language="fr", translation_of=hidden)
    client = narrowed(login, news)

    html = client.get(change_url(french)).content.decode()
    sent(client, french, kicker="Sport")

    assert "The swimmers win" not in html
    assert "A story in en" in html
    assert Article.objects.get(pk=french.pk).kicker == "Sport"
