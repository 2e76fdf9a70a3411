"""Rules about what stands around the text."""

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
