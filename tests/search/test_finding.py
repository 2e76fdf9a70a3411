"""What a question finds."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from tests.factories import make_author, make_edition, make_section

from .asking import ask, found

pytestmark = pytest.mark.django_db
BODY = "<p>The council met on Tuesday.</p>"


def test_a_story_is_found_by_a_word_of_its_headline_its_standfirst_and_its_text():
    make_edition(headline="Zebra at large", standfirst="A giraffe looks on", body="<p>An okapi was not seen.</p>")

    assert found("zebra") == found("giraffe") == found("okapi") == ["Zebra at large"]


def test_a_story_is_found_by_its_tags_authors_kicker_and_dateline():
    author = make_author("Jonah Quill")
    make_edition(headline="A", tags=["Lighthouses"], bylines=[(author, "")], kicker="Long read", dateline="Skerrin")

    assert found("lighthouse") == found("quill") == found("long read") == found("skerrin") == ["A"]


def test_all_the_words_must_be_there():
    make_edition(headline="Zebra at large", body=BODY)
    make_edition(headline="Zebra and giraffe", body=BODY)

    assert found("giraffe zebra") == ["Zebra and giraffe"]


def test_words_are_found_in_whatever_form_they_stand():
    make_edition(headline="Voting ends in three elections")

    assert found("vote election") == ["Voting ends in three elections"]


@pytest.mark.parametrize("typed", ["Élysée", "elysee", "ELYSÉE", "ÉLYSEE"])
def test_accents_and_capitals_make_no_difference(typed):
    make_edition(headline="Nights at the Élysée")

    assert found(typed) == ["Nights at the Élysée"]


@pytest.mark.parametrize("typed", ["東京都", "京都", "港", "新しい港", "北大西洋条約機構", "東京都 加盟"])
def test_any_run_of_japanese_is_found(typed):
    make_edition(headline="東京都の新しい港", body="<p>北大西洋条約機構に加盟した。</p>")

    assert found(typed) == ["東京都の新しい港"]


def test_signs_that_do_not_stand_together_are_not_found_as_one_word():
    make_edition(headline="東京の大都市", body=BODY)

    assert found("京都") == []


@pytest.mark.parametrize("typed", ["الانتخابات", "انتخابات", "تونس", "جَدِيدَة"])
def test_an_arabic_story_is_found_with_and_without_article_and_vowels(typed):
    make_edition(headline="انتخابات جديدة في تونس", language="ar")

    assert found(typed) == ["انتخابات جديدة في تونس"]


def test_a_korean_word_is_found_whatever_is_joined_to_it():
    make_edition(headline="서울에서 선거가 열린다", language="ko")

    assert found("선거") == ["서울에서 선거가 열린다"]


def test_a_phrase_is_found_as_it_stands():
    make_edition(headline="Port Merrow votes", body=BODY)
    make_edition(headline="Merrow Port votes", body=BODY)

    assert found('"port merrow"') == ["Port Merrow votes"]


def test_a_phrase_of_small_words_is_found():
    make_edition(headline="To be or not to be", body=BODY)
    make_edition(headline="Not to be", body=BODY)

    assert found('"to be or not to be"') == ["To be or not to be"]


def test_a_word_with_a_dash_must_not_be_there():
    make_edition(headline="Zebra at large", body=BODY)
    make_edition(headline="Zebra and giraffe", body=BODY)

    assert found("zebra -giraffe") == ["Zebra at large"]


def test_what_must_not_be_there_can_be_all_that_is_asked():
    make_edition(headline="Zebra at large", body=BODY)
    make_edition(headline="Giraffe", body=BODY)

    assert found("-giraffe") == ["Zebra at large"]


def test_a_word_of_three_is_left_out_when_no_story_has_all_three():
    make_edition(headline="Zebra and giraffe at large", body=BODY)

    findings = ask("zebra giraffe okapi")

    assert (len(findings.editions), findings.loose) == (1, True)


def test_two_words_of_four_are_enough_and_one_is_not():
    make_edition(headline="Zebra", body=BODY, ago=timedelta(minutes=5))
    make_edition(headline="Zebra and giraffe", body=BODY, ago=timedelta(days=900))

    assert found("zebra giraffe okapi gnu") == ["Zebra and giraffe"]


def test_a_word_that_no_story_has_finds_nothing():
    make_edition()

    findings = ask("zebra")

    assert (findings.editions, findings.loose) == ([], False)


def test_filters_narrow_what_is_found():
    sport, author = make_section("Sport"), make_author("Jonah Quill")
    one = make_edition(headline="Zebra one", section=sport, kind="opinion", tags=["Racing"], bylines=[(author, "")])
    make_edition(headline="Zebra two", tags=["Zoo"])
    tag = one.tag_rows.get().tag_id

    narrowed = [{"section": sport.pk}, {"kind": "opinion"}, {"tag": tag}, {"author": author.pk}]

    assert [found("zebra", **each) for each in narrowed] == [["Zebra one"]] * 4


def test_filters_alone_list_what_they_let_through_newest_first():
    sport = make_section("Sport")
    make_edition(headline="Older", section=sport, ago=timedelta(days=2))
    make_edition(headline="Newer", section=sport, ago=timedelta(days=1))
    make_edition(headline="Elsewhere")

    assert found("", section=sport.pk) == ["Newer", "Older"]


def test_the_first_and_the_last_day_belong_to_what_is_looked_through(settings):
    settings.TIME_ZONE = "Asia/Tokyo"
    with timezone.override("Asia/Tokyo"):
        for day in (1, 2, 3, 4):
            at = timezone.datetime(2020, 5, day, 0, 0, 30, tzinfo=timezone.get_current_timezone())
            make_edition(headline=f"Zebra on day {day}", at=at)
        days = found("zebra", since=date(2020, 5, 2), until=date(2020, 5, 3), newest=True)

    assert days == ["Zebra on day 3", "Zebra on day 2"]


def test_a_story_of_1874_is_found_among_those_of_its_time():
    make_edition(headline="Zebra", at=timezone.datetime(1874, 5, 1, tzinfo=timezone.get_current_timezone()))

    assert found("zebra", until=date(1900, 1, 1)) == ["Zebra"]
