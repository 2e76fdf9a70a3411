"""In which order stories come."""

from datetime import timedelta

import pytest

from articles.search.ranking import Candidate, ranked
from articles.text.questions import read
from tests.factories import make_edition

from .asking import found

BODY = "<p>The council met on Tuesday.</p>"


def candidate(key=1, *, days=100.0, head="", lead="", body="council met"):
    return Candidate(key, key, days, *(f" {text} " for text in (head, lead, body)))


def order(typed, *candidates):
    return [each.key for each in ranked(candidates, read(typed, "en").wanted)]


def test_the_headline_counts_more_than_the_standfirst_and_that_more_than_the_text():
    text, standfirst = candidate(1, body="zebra"), candidate(2, lead="zebra")

    assert order("zebra", text, standfirst, candidate(3, head="zebra")) == [3, 2, 1]


def test_a_text_that_speaks_of_nothing_else_does_not_pass_a_headline():
    assert order("zebra", candidate(1, body="zebra " * 300), candidate(2, head="zebra")) == [2, 1]


def test_of_two_that_answer_alike_the_fresher_comes_first():
    assert order("zebra", candidate(1, head="zebra", days=3000), candidate(2, head="zebra", days=1)) == [2, 1]


def test_an_old_headline_passes_a_fresh_mention():
    assert order("zebra", candidate(1, body="zebra", days=0), candidate(2, head="zebra", days=5000)) == [2, 1]


def test_more_often_in_the_text_is_more():
    assert order("zebra", candidate(1, body="a zebra b c d"), candidate(2, body="a zebra b zebra d")) == [2, 1]


def test_words_that_stand_together_pass_words_that_do_not():
    apart, together = candidate(1, body="port of the merrow"), candidate(2, body="of the port merrow")

    assert order("port merrow", apart, together) == [2, 1]


def test_where_a_story_need_not_have_all_words_the_telling_one_decides():
    frequent = [candidate(1, head="council"), candidate(99, head="zebra", days=900)]

    assert ranked(frequent, read("council zebra", "en").wanted, [0.1, 3.0])[0].key == 99


@pytest.mark.django_db
def test_an_old_headline_is_found_behind_more_mentions_than_are_put_in_order(monkeypatch):
    monkeypatch.setattr("articles.search.finding.POOL", 3)
    make_edition(headline="Zebra", body=BODY, ago=timedelta(days=4000))
    for number in range(6):
        make_edition(headline=f"Council {number}", body="<p>A zebra was mentioned.</p>", ago=timedelta(days=number))

    assert found("zebra")[0] == "Zebra"
    assert sorted(found("zebra")) == sorted({*found("zebra")}) == [*(f"Council {n}" for n in range(6)), "Zebra"]


@pytest.mark.django_db
def test_newest_first_is_the_order_of_first_publication():
    make_edition(headline="Zebra", body=BODY, ago=timedelta(days=3))
    make_edition(headline="About zebras", body=BODY, ago=timedelta(days=1))
    make_edition(headline="Once more", body="<p>Zebra.</p>", ago=timedelta(days=2))

    assert found("zebra", newest=True) == ["About zebras", "Once more", "Zebra"]
