"""Every visible word of real files stands in what became of them; benchmarks/conservation.py reads them all."""

from collections import Counter

import pytest

from benchmarks import conservation, visible_words
from tests.corpora import corpus_folder

pytestmark = pytest.mark.filterwarnings("ignore:To avoid breaking existing software")  # feedparser, of itself
SAMPLES = [
    ("text", "seed", "*.txt"),
    ("docx", "docx-fixtures", "**/*.docx"),
    ("markdown", "ghost-migrate-fixtures", "**/*.md"),
    ("html", "ghost-migrate-fixtures", "**/*.html"),
    ("substack", "ghost-migrate-fixtures", "**/posts.csv"),
    ("ghost", "ghost-migrate-fixtures", "**/ghost*.json"),
    ("wxr", "wordpress-importer-fixtures", "**/*.xml"),
    ("feed", "rss-real", "*.xml"),
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

    counts = sum((one[1] for one in here), Counter())
    assert counts["words"]
    assert counts["missing"] <= (1 - conservation.SHARE) * counts["words"]
    assert not [why for one in here for why in one[3]]


def test_a_word_that_is_lost_is_found_out(tmp_path):
    path = tmp_path / "story.txt"
    path.write_text("The pier opens\n\nThe pier opens in March.\n")

    assert not conservation.lost(path)[2]
    assert visible_words.missing("one two two", visible_words.words("one two")) == {"two": 1}
