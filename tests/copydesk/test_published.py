"""False alarms on published texts: rates that may fall but not rise. Skipped where there are no corpora."""

import re
from collections import Counter
from functools import cache
from html import escape

import pytest

from articles.copydesk import RULES, read
from articles.text.findings import Level, errors
from tests.corpora import texts

from .stories import make_story

_LANGUAGES = {"wikinews-gum": "en", "us-gov-plaintext": "en", "wikinews-ja": "ja", "arabic-pud": "ar"}
# At most so many stories in a hundred. What is found in the English corpora are nearly all real slips.
MOST = {
    "wikinews-gum": {
        "headline-long": 7,
        "quotes-unpaired": 18,
        "quotes-mixed": 7,
        "doubled-word": 4,
        "relative-date": 4,
        "no-reply": 8,
    },
    "us-gov-plaintext": {
        "headline-long": 2,
        "headline-repeated": 0.5,
        "stray-paragraph": 4,
        "relative-date": 22,
        "quotes-unpaired": 2.5,
        "quotes-mixed": 12,
        "quote-without-speaker": 1.5,
        "doubled-word": 3.5,
        "space-before-punctuation": 1.5,
        "no-reply": 1.5,
    },
    "wikinews-ja": {"body-one-line": 0.5, "headline-repeated": 0.5, "quotes-unpaired": 3, "quotes-mixed": 4},
    "arabic-pud": {"headline-long": 40, "body-one-line": 21},  # its documents are sentences, not stories
}


@cache
def findings(corpus):
    """The findings of each story of a corpus."""
    return [read(_story(data.decode(), _LANGUAGES[corpus])) for _, data in texts(corpus)]


def _story(text, language):
    headline, *blocks = [" ".join(block.split()) for block in re.split(r"\n\s*\n", text.strip()) if block.strip()]
    body = "".join(f"<p>{escape(block, quote=False)}</p>" for block in blocks)
    return make_story(headline=headline, body=body, language=language)


@pytest.mark.parametrize("corpus", _LANGUAGES)
def test_published_stories_have_next_to_no_errors(corpus):
    stories = findings(corpus)

    assert sum(bool(errors(found)) for found in stories) <= len(stories) / 300


@pytest.mark.parametrize("corpus", _LANGUAGES)
def test_no_rule_speaks_more_often_than_it_did(corpus):
    stories = findings(corpus)
    remarks = Counter(code for found in stories for code in {finding.code for finding in found})

    rates = {code: 100 * count / len(stories) for code, count in remarks.items() if RULES[code].level != Level.ERROR}

    assert {code: rate for code, rate in rates.items() if rate > MOST[corpus].get(code, 0)} == {}
