"""What a story is about, and how much two stories are alike."""

from datetime import UTC, datetime, timedelta

from articles.search.comparing import likeness, subject_of
from articles.search.telling import telling
from articles.search.usual import Usual

AT = datetime(2026, 3, 1, tzinfo=UTC)
KEYS = "k_news t_9 e_ s_1 m_ m_ferri m_maud m_slipway m_engin"


def subject(keys=KEYS, *, article=1, language="en", at=AT):
    return subject_of(article, language, at, "/2026/03/01/a/", keys)


def test_a_word_that_every_story_has_tells_less_than_one_that_none_has():
    usual = Usual([["council", "said"], ["council", "voted"], ["council", "ferri"]])

    assert telling([], [], ["council", "council", "slipway", "ferri"], usual) == ["slipway", "ferri", "council"]


def test_a_word_of_the_headline_tells_more_than_one_of_the_text_and_a_number_nothing():
    assert telling(["ferri", "2026"], ["quay"], ["slipway", "2026"], Usual()) == ["ferri", "quay", "slipway"]


def test_small_words_tell_nothing():
    assert telling(["the", "ferri"], [], ["the", "the"], Usual(), small=frozenset({"the"})) == ["ferri"]


def test_likeness_is_the_same_both_ways():
    other = subject("e_ s_1 m_ m_engin m_ferri m_quay", at=AT - timedelta(days=9))

    assert likeness(subject(), other) == likeness(other, subject()) > 0


def test_topics_and_days_that_are_shared_make_stories_more_alike():
    bare, long_ago = KEYS.replace("t_9 ", ""), AT - timedelta(days=900)

    plain = likeness(subject(), subject(bare, at=long_ago))

    assert likeness(subject(), subject(at=long_ago)) > plain
    assert likeness(subject(), subject(bare)) > plain


def test_topics_alone_make_no_likeness():
    assert likeness(subject("t_1 t_2 t_3 s_1 m_ m_ferri"), subject("t_1 t_2 t_3 s_1 m_ m_choir")) == 0


def test_stories_in_two_languages_are_not_alike():
    assert likeness(subject(), subject(language="fr")) == 0
    assert likeness(subject(), subject(language="en-GB")) > 0
