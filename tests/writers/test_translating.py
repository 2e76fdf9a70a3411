"""Stories that are one story in several languages: who may be linked with whom."""

import pytest

from articles import editing
from tests.factories import make_article

pytestmark = pytest.mark.django_db


def save(article, **fields):
    article.refresh_from_db()
    return editing.save(article, fields, by=None, base_version=article.version)


def refusal(article, **fields):
    with pytest.raises(editing.Refused) as refused:
        save(article, **fields)
    return refused.value.code


def test_whoever_chooses_a_translation_means_its_original():
    original = make_article()
    french = make_article(language="fr", translation_of=original)
    spanish = make_article(language="es")

    save(spanish, translation_of=french)

    spanish.refresh_from_db()
    assert spanish.translation_of == original
    assert spanish.revisions.first().data["translation_of"] == original.pk


def test_a_new_story_can_begin_as_a_translation_of_a_translation():
    original = make_article()
    french = make_article(language="fr", translation_of=original)

    assert make_article(language="es", translation_of=french).translation_of == original


def test_a_story_is_no_translation_of_itself():
    story = make_article()

    assert refusal(story, translation_of=story) == "translation-itself"


def test_an_original_is_no_translation_of_its_translation():
    original = make_article()
    french = make_article(language="fr", translation_of=original)

    assert refusal(original, translation_of=french) == "translation-already"


def test_an_original_with_translations_does_not_become_one():
    original = make_article()
    make_article(language="fr", translation_of=original)

    assert refusal(original, translation_of=make_article(language="es")) == "translation-original"


@pytest.mark.parametrize("language", ["en", "EN", "fr"])
def test_there_is_one_story_a_language(language):
    original = make_article()
    make_article(language="fr", translation_of=original)

    assert refusal(make_article(language=language), translation_of=original) == "translation-language"


def test_a_story_without_a_language_is_in_the_papers(settings):
    settings.LANGUAGE_CODE = "fr"
    original = make_article(language="")

    assert refusal(make_article(language="fr"), translation_of=original) == "translation-language"


@pytest.mark.parametrize("which", ["original", "translation"])
def test_a_language_is_not_changed_to_one_that_the_family_has(which):
    original = make_article()
    french = make_article(language="fr", translation_of=original)
    changed, taken = {"original": (original, "fr"), "translation": (french, "en")}[which]

    assert refusal(changed, language=taken) == "translation-language"


def test_a_link_can_be_taken_back():
    french = make_article(language="fr", translation_of=make_article())

    save(french, translation_of=None)

    french.refresh_from_db()
    assert french.translation_of is None
