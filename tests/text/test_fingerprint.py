"""The same words have the same fingerprint."""

import pytest

from articles.text.fingerprint import fingerprint


@pytest.mark.parametrize(
    ("headline", "body"),
    [
        ("HARBOUR TO CLOSE", "it's over."),
        ("Harbour to close", "It’s  over.\n"),
        ("Harbour\u00a0to close", "It's\nover."),
    ],
)
def test_case_quotes_and_spaces_make_no_difference(headline, body):
    assert fingerprint(headline, body) == fingerprint("Harbour to close", "It's over.")


def test_another_word_makes_a_difference():
    assert fingerprint("Harbour to close", "") != fingerprint("Harbour to open", "")
