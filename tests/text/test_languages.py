"""Language and direction."""

import pytest

from articles.text.languages import direction_of, language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The harbour will close for repairs on Monday, the council said in a statement to the press.", "en"),
        ("Le port sera fermé lundi pour des travaux, a déclaré la mairie dans un communiqué à la presse.", "fr"),
        ("Der Hafen wird am Montag wegen Bauarbeiten geschlossen, teilte die Stadtverwaltung der Presse mit.", "de"),
        ("Правительство готовит новый закон о печати, заявил премьер в среду на встрече с журналистами.", "ru"),
        ("港は月曜日に閉鎖される", "ja"),
        ("항구는 월요일에 폐쇄된다", "ko"),
        ("قال المتحدث باسم المجلس البلدي إن الميناء سيغلق يوم الاثنين لإجراء إصلاحات عاجلة.", "ar"),
    ],
)
def test_a_language_is_told_by_its_script_or_its_letters(text, language):
    assert language_of(text, "xx") == language


def test_a_text_too_short_to_tell_keeps_the_default():
    assert language_of("Harbour", "nl") == "nl"


@pytest.mark.parametrize(
    ("language", "direction"), [("ar", "rtl"), ("he-IL", "rtl"), ("fa", "rtl"), ("en", "ltr"), ("", "ltr")]
)
def test_a_language_has_its_direction(language, direction):
    assert direction_of(language) == direction
