"""Rules about what stands around the text."""

from datetime import date

import pytest

from articles.copydesk import Picture

from .stories import codes, make_story


@pytest.mark.parametrize("kind", ["news", "analysis", "opinion", "review"])
def test_a_standfirst_is_missed_in(kind):
    assert codes(make_story(standfirst="", kind=kind)) == ["no-standfirst"]


@pytest.mark.parametrize("kind", ["background", "satire", "sponsored"])
def test_a_standfirst_is_not_missed_in(kind):
    assert codes(make_story(standfirst="", kind=kind)) == []


def test_a_byline_is_missed():
    assert codes(make_story(bylines=("",))) == ["no-byline"]


def test_a_section_is_missed():
    assert codes(make_story(section="")) == ["no-section"]


def test_a_lead_picture_without_description_is_remarked_on():
    assert codes(make_story(lead=Picture(credit="Ada Lind"))) == ["no-alt"]


def test_a_decorative_picture_needs_no_description():
    assert codes(make_story(lead=Picture(credit="Ada Lind", decorative=True))) == []


def test_a_lead_picture_without_credit_is_remarked_on():
    assert codes(make_story(lead=Picture(alt="The bridge at dawn"))) == ["no-credit"]


def test_a_story_without_picture_has_no_picture_to_remark_on():
    assert codes(make_story(lead=None)) == []


LEAD = {"alt": "The bridge at dawn", "credit": "Ada Lind"}


def test_pictures_in_the_text_are_asked_for_a_description_and_a_credit():
    pictures = (Picture(key=7, title="Quay"), Picture(key=7, title="Quay"), Picture(key=8, alt="A", credit="B"))

    assert codes(make_story(pictures=pictures)) == ["no-alt", "no-credit"]


def test_what_the_text_says_of_a_picture_is_read_too():
    assert "placeholder" in codes(make_story(descriptions=("A boat, TK",)))


@pytest.mark.parametrize(("last", "found"), [(date(2026, 3, 4), ["rights-ended"]), (date(2026, 3, 5), []), (None, [])])
@pytest.mark.parametrize("place", ["lead", "text"])
def test_a_picture_whose_rights_have_ended_stops_the_story(place, last, found):
    picture = Picture(title="Quay", expires_on=last, key=7, **LEAD)
    where = {"lead": picture} if place == "lead" else {"pictures": (picture,)}

    assert codes(make_story(today=date(2026, 3, 5), **where)) == found


def test_a_picture_that_is_not_in_the_library_stops_the_story():
    assert codes(make_story(pictures=(Picture(key=99, missing=True),))) == ["picture-missing"]
