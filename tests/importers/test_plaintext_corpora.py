"""What the plain-text parser makes of real texts (IMPORT §6: D01, D04, D06, D24, D25)."""

import re
import time
from functools import cache

import pytest

from articles.importers.plaintext import parse
from articles.text import prose
from articles.text.fingerprint import fingerprint
from tests.corpora import corpus_folder, texts

from .samples import codes


@cache
def records(name):
    return [(file, parse(data)) for file, data in texts(name)]


@pytest.fixture
def seed():
    return (corpus_folder("seed") / "japan-nato.txt").read_bytes()


@pytest.fixture
def kyodo():
    return parse(next(corpus_folder("superdesk-belga-fixtures").glob("**/kyodo.txt")).read_bytes())


def test_the_seed_is_eleven_paragraphs_and_a_list_of_four(seed):
    kinds = [block.kind for block in prose.blocks(parse(seed).body_html)]

    assert kinds == ["p"] * 6 + ["li"] * 4 + ["p"] * 5


def test_each_item_of_the_seed_begins_with_a_strong_lead_in(seed):
    assert (
        parse(seed).body_html.count("<li><strong>") == 4
        and "<strong>Cybersecurity:</strong> Sharing" in parse(seed).body_html
    )


def test_the_headline_of_the_seed_stands_once(seed):
    record = parse(seed)

    assert (
        record.headline == "Japan and NATO to ramp up defense industry cooperation"
        and record.headline not in record.body_html
    )


def test_the_two_stray_paragraphs_of_the_seed_are_kept_and_flagged(seed):
    record = parse(seed)

    assert [finding.paragraph for finding in record.findings if finding.code == "stray-paragraph"] == [1, 2]


def test_the_quotes_of_the_seed_are_the_same_bytes(seed):
    body = parse(seed).body_html

    assert [body.count(sign) for sign in "’“”"] == [8, 5, 5]


def test_nobody_is_taken_for_the_author_of_the_seed(seed):
    record = parse(seed)

    assert record.credits == [] and "no-byline" in codes(record)


RECODED = {
    "crlf": lambda text: text.replace("\n", "\r\n").encode(),
    "cr": lambda text: text.replace("\n", "\r").encode(),
    "utf-8-sig": lambda text: text.encode("utf-8-sig"),
    "utf-16 le": lambda text: text.encode("utf-16"),
    "utf-16 be without mark": lambda text: text.encode("utf-16-be"),
    "cp1252": lambda text: text.encode("cp1252"),
    "nel": lambda text: text.replace("\n", "\x85").encode(),
    "trailing spaces": lambda text: text.replace("\n", "  \n").encode(),
}


@pytest.mark.parametrize("form", RECODED)
def test_the_seed_reads_the_same_in_every_encoding(seed, form):
    plain, recoded = parse(seed), parse(RECODED[form](seed.decode()))

    assert (recoded.headline, recoded.body_html) == (plain.headline, plain.body_html)


@pytest.mark.parametrize("form", RECODED)
def test_the_seed_has_one_fingerprint_in_every_encoding(seed, form):
    plain, recoded = parse(seed), parse(RECODED[form](seed.decode()))

    assert fingerprint(recoded.headline, prose.plain_text(recoded.body_html)) == fingerprint(
        plain.headline, prose.plain_text(plain.body_html)
    )


def test_only_the_seed_in_cp1252_says_that_its_encoding_was_guessed(seed):
    guessed = [form for form, recode in RECODED.items() if "encoding-guessed" in codes(parse(recode(seed.decode())))]

    assert guessed == ["cp1252"]


def test_the_kyodo_wire_has_its_headline_slug_and_dateline(kyodo):
    assert (kyodo.headline, kyodo.slugline, kyodo.dateline) == (
        "Soccer: Urawa Reds claim 7th Emperor's Cup by beating Vegalta Sendai",
        "BC-Soccer-Emperor's-Cup",
        "SAITAMA, Japan, Dec. 9 Kyodo",
    )


def test_no_paragraph_of_the_kyodo_wire_breaks_in_a_sentence(kyodo):
    paragraphs = [block.text for block in prose.blocks(kyodo.body_html)]

    assert len(paragraphs) == 11 and all(text.endswith((".", '."')) and "\n" not in text for text in paragraphs)


def test_nothing_of_the_kyodo_envelope_is_in_the_body(kyodo):
    assert not any(part in kyodo.body_html for part in ("==Kyodo", "KWS-21:37", "\x03"))


def test_every_japanese_text_is_told_as_japanese():
    assert {record.language for _, record in records("wikinews-ja")} == {"ja"}


def test_every_arabic_text_is_told_as_arabic_and_runs_from_the_right():
    assert {(record.language, record.direction) for _, record in records("arabic-pud")} == {("ar", "rtl")}


def test_the_first_line_of_an_arabic_text_is_its_headline():
    firsts = [data.decode().partition("\n")[0].strip() for _, data in texts("arabic-pud")]

    assert [record.headline for _, record in records("arabic-pud")] == firsts


def test_no_japanese_text_gains_a_break():
    assert not [file for file, record in records("wikinews-ja") if "<br>" in record.body_html]


# Between two letters of kana or kanji, or their stops, a blank is nothing that a Japanese text has of itself.
JAPANESE = r"[\u3001\u3002\u3040-\u30ff\u3400-\u9fff\uff00-\uffef]"
BLANK = re.compile(rf"{JAPANESE}[ \u3000]+(?={JAPANESE})")


def test_no_japanese_text_gains_a_blank_where_lines_are_joined():
    given = {file: len(BLANK.findall(data.decode())) for file, data in texts("wikinews-ja")}

    assert len(given) == 400
    assert not [
        file
        for file, record in records("wikinews-ja")
        if len(BLANK.findall(f"{record.headline}\n{prose.plain_text(record.body_html)}")) > given[file]
    ]


def test_the_first_line_of_a_japanese_text_is_its_headline():
    firsts = [data.decode().partition("\n")[0].strip() for _, data in texts("wikinews-ja")]

    assert [record.headline for _, record in records("wikinews-ja")] == firsts


@pytest.mark.parametrize("sign", '"“”‘’«»،؛؟')
def test_no_arabic_text_loses_a_quotation_mark_or_a_comma(sign):
    given = [data.decode().count(sign) for _, data in texts("arabic-pud")]

    assert len(given) == 87
    assert [_signs(record, sign) for _, record in records("arabic-pud")] == given


def _signs(record, sign):
    return sum(text.count(sign) for text in (record.headline, record.standfirst, prose.plain_text(record.body_html)))


def test_a_long_headline_is_told_of_those_arabic_texts_that_have_more_than_a_hundred_characters():
    told = {file for file, record in records("arabic-pud") if "headline-long" in codes(record)}

    assert told == {file for file, record in records("arabic-pud") if len(record.headline) > 100}
    assert len(told) == 34


@pytest.mark.parametrize("name", ["us-gov-plaintext", "wikinews-gum"])
def test_no_byline_or_dateline_is_seen_where_there_is_none(name):
    assert not [file for file, record in records(name) if record.byline or record.dateline]


def test_no_wikinews_story_is_called_stray():
    assert not [file for file, record in records("wikinews-gum") if "stray-paragraph" in codes(record)]


def test_few_government_texts_are_called_stray():
    assert sum("stray-paragraph" in codes(record) for _, record in records("us-gov-plaintext")) <= 80


def test_every_government_text_is_read():
    assert len(records("us-gov-plaintext")) == 1996


def test_no_government_text_keeps_the_breaks_of_its_column():
    assert not [file for file, record in records("us-gov-plaintext") if "<br>" in record.body_html]


def test_every_government_text_with_bullets_has_a_list():
    with_bullets = {file for file, data in texts("us-gov-plaintext") if "\n  • ".encode() in data}

    assert not [
        file for file, record in records("us-gov-plaintext") if file in with_bullets and "<ul>" not in record.body_html
    ]


def test_no_government_text_is_withheld():
    assert not [file for file, record in records("us-gov-plaintext") if record.withheld]


def test_two_hundred_texts_are_read_in_a_second():
    sample = texts("us-gov-plaintext")[::10]
    parse(sample[0][1])
    started = time.process_time()

    for _, data in sample:
        parse(data)

    assert time.process_time() - started < 1
