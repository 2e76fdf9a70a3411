"""What a page says in whose words: the story's, and ours around it."""

import re
from datetime import UTC, datetime

import polib
import pytest
from django.utils import translation

from articles import checks
from articles.text import calendar
from tests import catalogues
from tests.factories import make_edition, make_image

pytestmark = pytest.mark.once
FIRST = datetime(2026, 11, 1, 9, 30, tzinfo=UTC)


def words(text):
    """What has to be the same in a translation: the names of what is filled in, and marks of HTML."""
    return sorted(re.findall(r"%\(\w+\)s|</?\w+[^>]*>", text))


def entries(language):
    return {(e.msgctxt or "", e.msgid, e.msgid_plural): e for e in polib.pofile(str(catalogues.place(language, "po")))}


def test_there_are_words_in_french_spanish_and_arabic():
    assert {"fr", "es", "ar"} <= set(catalogues.languages())


@pytest.mark.parametrize("language", catalogues.languages())
def test_a_catalogue_has_every_public_string_and_no_other(language):
    there, needed = entries(language), catalogues.public_strings()

    assert {key: str(needed[key]) for key in needed.keys() - there.keys()} == {}
    assert there.keys() - needed.keys() == set()


@pytest.mark.parametrize("language", catalogues.languages())
def test_every_string_of_a_catalogue_is_translated_and_looked_over(language):
    doubtful = [key for key, entry in entries(language).items() if entry.fuzzy or not entry.translated()]

    assert doubtful == []


@pytest.mark.parametrize("language", catalogues.languages())
def test_a_translation_fills_in_what_the_original_does(language):
    wrong = {
        key: told
        for key, entry in entries(language).items()
        for told in (entry.msgstr_plural.values() if entry.msgid_plural else [entry.msgstr])
        if not set(words(told)) <= set(words(entry.msgid)) or (not entry.msgid_plural and words(told) != words(key[1]))
    }

    assert wrong == {}


@pytest.mark.parametrize("language", catalogues.languages())
def test_the_compiled_catalogue_says_what_the_written_one_says(language):
    written, compiled = (
        {
            (e.msgctxt, e.msgid, e.msgid_plural): (e.msgstr, {int(n): told for n, told in e.msgstr_plural.items()})
            for e in read(str(catalogues.place(language, kind)))
        }
        for read, kind in ((polib.pofile, "po"), (polib.mofile, "mo"))
    )

    assert compiled == written, "Type: .venv/bin/python -m tests.catalogues"


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "1 November 2026, 09:30 UTC"),
        ("fr", "1er novembre 2026 à 09h30 UTC"),
        ("es", "1 de noviembre de 2026, 09:30 UTC"),
        ("ar", "1 نوفمبر 2026، 09:30 UTC"),
    ],
)
def test_a_moment_is_written_as_its_language_writes_it(language, said):
    with translation.override(language):
        pattern = translation.pgettext("date with time and zone", "j F Y, H:i T")

        assert calendar.written(FIRST, pattern) == said


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("language", "published"), [("fr", "Publié le"), ("es", "Publicado el"), ("ar", "نُشر في"), ("en-US", "Published")]
)
def test_a_story_speaks_of_itself_in_its_own_language(client, language, published):
    html = client.get(make_edition(language=language).path).content.decode()

    assert f'<html lang="{language}"' in html
    assert published in html
    assert '<main id="main" tabindex="-1">' in html


@pytest.mark.django_db
def test_where_we_have_no_words_in_a_storys_language_ours_are_marked_and_so_is_the_story(client, settings):
    settings.LANGUAGE_CODE = "fr"
    edition = make_edition(
        headline="Hafen kauft seine Fähre zurück", language="de", lead=make_image(caption="Die Fähre")
    )

    html = client.get(edition.path).content.decode()

    assert '<html lang="de"' in html
    assert '<main id="main" tabindex="-1" lang="fr">' in html
    assert '<h1 lang="de" dir="ltr">Hafen kauft' in html
    assert '<div class="body" lang="de" dir="ltr">' in html
    assert '<span lang="de" dir="ltr">Die Fähre</span>' in html
    assert "Publié le" in html


@pytest.mark.django_db
def test_the_masthead_keeps_its_direction_over_a_story_that_runs_the_other_way(client):
    html = client.get(make_edition(language="ar").path).content.decode()

    assert '<html lang="ar" dir="rtl">' in html
    assert 'class="masthead page" lang="en-gb" dir="ltr"' in html
    assert 'class="foot page" lang="en-gb" dir="ltr"' in html


@pytest.mark.django_db
@pytest.mark.parametrize(("language", "latest"), [("fr", "Rubriques"), ("es", "Secciones"), ("ar", "الأقسام")])
def test_the_whole_paper_can_speak_another_language(client, settings, language, latest):
    settings.LANGUAGE_CODE = language
    make_edition(language=language)

    html = client.get("/").content.decode()

    assert f'<html lang="{language}"' in html
    assert f'<nav aria-label="{latest}">' in html


def test_a_paper_in_a_language_without_words_is_told_so(settings):
    settings.LANGUAGE_CODE = "de"

    assert [warning.id for warning in checks.the_papers_language_has_words(None)] == ["newsroom.W004"]


@pytest.mark.django_db
def test_the_date_of_a_card_stands_on_the_side_of_its_headline(client, settings):
    settings.LANGUAGE_CODE = "ar"
    make_edition(language="en")

    html = client.get("/").content.decode()

    assert re.search(r'<p class="card-m" dir="ltr"><bdi><time', html)
