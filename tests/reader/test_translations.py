"""A story in several languages: each page leads to the others that readers have, and gives away no other."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from articles import editing, proofs, publishing, translations
from articles.models import Edition
from tests.factories import WAIVED, make_article, make_edition

from .papers import hide, rewrite

pytestmark = pytest.mark.django_db
ENGLISH, FRENCH, ARABIC = "The ferry is free", "Le bac est gratuit", "العبّارة مجانية"


def translate(edition, headline=FRENCH, language="fr", *, at=None):
    """A live translation of a story, or one that opens `at`."""
    slug = f"{edition.slug}-{language}"
    article = make_article(headline=headline, slug=slug, language=language, translation_of=edition.article)
    return publishing.publish(article, by=None, at=at, waive=WAIVED)


def page(client, edition):
    return client.get(edition.path).content.decode()


def alternates(html):
    return dict(re.findall(r'<link rel="alternate" hreflang="([^"]+)" href="http://127.0.0.1:8000([^"]+)">', html))


def test_an_original_and_its_translation_lead_to_each_other(client):
    original = make_edition(headline=ENGLISH)
    translation = translate(original)

    assert f'<a href="{translation.path}" hreflang="fr" lang="fr" dir="ltr">Français</a>' in page(client, original)
    assert f'<a href="{original.path}" hreflang="en" lang="en" dir="ltr">English</a>' in page(client, translation)


def test_two_translations_lead_to_each_other(client):
    original = make_edition(headline=ENGLISH)
    french, arabic = translate(original), translate(original, ARABIC, "ar")

    assert f'<a href="{arabic.path}" hreflang="ar" lang="ar" dir="rtl">العربيّة</a>' in page(client, french)
    assert f'<a href="{french.path}"' in page(client, arabic)


def test_every_version_names_all_of_them_to_search_engines_and_the_papers_own_as_the_default(client):
    original = make_edition(headline=ENGLISH)
    french, arabic = translate(original), translate(original, ARABIC, "ar")
    told = {"en": original.path, "fr": french.path, "ar": arabic.path, "x-default": original.path}

    assert [alternates(page(client, edition)) for edition in (original, french, arabic)] == [told] * 3


def test_without_a_version_in_the_papers_language_the_original_is_the_default(client, settings):
    settings.LANGUAGE_CODE = "es"
    original = make_edition(headline=ENGLISH)
    french = translate(original)

    assert alternates(page(client, french))["x-default"] == original.path


def test_without_either_there_is_no_default(client, settings):
    settings.LANGUAGE_CODE = "es"
    original = make_edition(headline=ENGLISH)
    french = translate(original)
    translate(original, ARABIC, "ar")
    hide(original)

    assert alternates(page(client, french)).keys() == {"fr", "ar"}


def test_a_story_in_one_language_has_no_alternates(client):
    html = page(client, make_edition())

    assert alternates(html) == {}
    assert "Read this in" not in html


def test_a_translation_that_no_reader_has_is_not_given_away(client):
    original = make_edition(headline=ENGLISH)
    before = page(client, original)
    make_article(headline=FRENCH, slug="bac", language="fr", translation_of=original.article)
    translate(original, ARABIC, "ar", at=timezone.now() + timedelta(hours=1))

    assert page(client, original) == before


def test_a_link_made_on_the_desk_is_there_when_it_is_published(client):
    original, other = make_edition(headline=ENGLISH), make_edition(headline=FRENCH, language="fr")
    article = other.article
    editing.save(article, {"translation_of": original.article}, by=None, base_version=article.version)
    before = page(client, original)

    rewrite(other, kicker="The bac")

    assert "Français" not in before
    assert "Français" in page(client, original)


@pytest.mark.parametrize(
    "withdraw", [hide, lambda e: publishing.kill(e.article, by=None, notice="It was.", reason="x")]
)
def test_a_page_has_another_etag_when_its_translation_opens_and_when_it_is_withdrawn(client, withdraw):
    original = make_edition(headline=ENGLISH)
    without = client.get(original.path)["ETag"]
    translation = translate(original)
    answer = client.get(original.path)

    withdraw(translation)

    assert answer["ETag"] != without
    assert client.get(original.path)["ETag"] == without
    assert "Français" not in page(client, original)


def test_a_page_is_kept_no_longer_than_until_its_translation_opens(client):
    original = make_edition(headline=ENGLISH)
    translate(original, at=timezone.now() + timedelta(seconds=20))

    assert "max-age=60" not in client.get(original.path)["Cache-Control"]


def test_translations_cost_a_story_no_query(client, django_assert_num_queries):
    original = make_edition(headline=ENGLISH)
    translate(original)
    translate(original, ARABIC, "ar")

    with django_assert_num_queries(3):
        client.get(original.path)


def test_a_preview_shows_the_links_that_the_page_would_have():
    original = make_edition(headline=ENGLISH)
    draft = make_article(headline=FRENCH, slug="bac", language="fr", translation_of=original.article)

    shown = proofs.proof(draft, editing.snapshot(draft), pictures_at="/elsewhere/")

    assert [version.path for version in translations.of(shown)] == [original.path]


@pytest.mark.skipif(connection.vendor != "sqlite", reason="asks SQLite how it would look")
def test_translations_are_found_by_their_indexes():
    now = timezone.now()

    plan = Edition.objects.at(now).in_other_languages(now).filter(path="/x/").explain()

    assert "editions_by_original" in plan
    assert "editions_by_opening" not in plan
