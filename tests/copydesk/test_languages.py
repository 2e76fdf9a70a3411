"""A good story in any language has no findings."""

import pytest

from .stories import codes, make_story

GOOD = {
    "fr": (
        "Le conseil ferme le vieux pont",
        "<p>Le conseil municipal a voté le 3 mai la fermeture du pont : les travaux dureront un an !</p>"
        "<p>« Nous nous attendions à cela depuis longtemps », a déclaré Ada Lind. Qui paiera ? La ville ; elle.</p>",
    ),
    "ar": (
        "المجلس يغلق الجسر القديم أمام السيارات",
        "<p>صوّت المجلس في الثالث من مايو على إغلاق الجسر القديم أمام السيارات لمدة عام كامل، بحسب بيان.</p>"
        '<p>وقالت رئيسة اللجنة: «لقد انتظرنا هذا طويلا»، وأضافت أن "العمل سيبدأ قريبا"، فهل يكفي الوقت؟</p>',
    ),
    "ja": (
        "市議会、古い橋を車両通行止めに",
        "<p>市議会は５月３日、古い橋を一年間、車両通行止めにすることを決めた。アーチの修理のためである。</p>"
        "<p>委員長は「長い間、待っていた」と述べた。工事は来月始まる予定だ。「『橋』は街の顔だ」とも語った。</p>",
    ),
    "de": (
        "Rat sperrt die alte Brücke",
        "<p>Der Rat hat am 3. Mai beschlossen, die alte Brücke ein Jahr lang für Autos zu sperren.</p>"
        "<p>„Darauf haben wir lange gewartet“, sagte Ada Lind. Wenn sie sie sehe, freue sie sich.</p>",
    ),
}


@pytest.mark.parametrize("language", GOOD)
def test_a_good_story_has_no_findings_in(language):
    headline, body = GOOD[language]

    assert codes(make_story(headline=headline, body=body, language=language)) == []


@pytest.mark.parametrize("language", ["ar", "ja"])
def test_a_good_story_wrongly_marked_as_english_has_no_findings_in(language):
    headline, body = GOOD[language]

    assert codes(make_story(headline=headline, body=body, language="en")) == []
