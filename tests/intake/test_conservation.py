"""Every visible word of real files stands in what became of them; benchmarks/conservation.py reads them all."""

import pytest

from articles.importers import formats
from benchmarks import conservation
from tests.corpora import corpus_folder

SAMPLES = [
    ("text", "seed", "*.txt"),
    ("docx", "docx-fixtures", "**/*.docx"),
    ("nitf", "superdesk-core-fixtures", "**/*.xml"),
    ("newsml-g2", "superdesk-core-fixtures", "**/*.xml"),
    ("iptc7901", "superdesk-core-fixtures", "**/*.txt"),
    ("anpa", "superdesk-core-fixtures", "**/*.tst"),
    ("ninjs", "iptc-ninjs", "examples/**/*.json"),
]
MOST = 15  # files of each


@pytest.mark.parametrize(("form", "corpus", "pattern"), SAMPLES)
def test_the_words_of_a_sample_are_kept(form, corpus, pattern):
    told = map(conservation.lost, sorted(corpus_folder(corpus).glob(pattern))[:MOST])
    here = [one for one in told if one and one[0] == form]

    words, missing = sum(one[1] for one in here), sum(one[2].total() for one in here)
    assert words
    assert missing / words < 0.01
    assert not [why for one in here for why in one[3]]


def test_xml_of_a_kind_that_nobody_knows_is_no_plain_text():
    assert formats.of(b'<?xml version="1.0"?><NewsML><p>One</p></NewsML>', "item.xml") is None


def test_a_word_that_is_lost_is_found_out(tmp_path):
    path = tmp_path / "story.txt"
    path.write_text("The pier opens\n\nThe pier opens in March.\n")

    assert not conservation.lost(path)[2]
    assert conservation.words("one two two") - conservation.words("one two") == {"two": 1}
